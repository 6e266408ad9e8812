package io.github.xunbang.reminder;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 私聊催报: whether who is missing is reminded in private as well as in the group. */
@Component
@Order(48)
class PrivateReminderSetting implements Setting {

  private static final String NAME = "私聊催报";
  private static final String ON = "开";
  private static final String OFF = "关";

  /** Off until a manager wants it: the group post names everybody already. */
  static boolean isOn(Organization organization) {
    return ON.equals(organization.settings().get(NAME));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "催报时也私聊没报的人：开 或 关；私聊不到的人写进缺报名单";
  }

  @Override
  public String show(Organization organization) {
    return isOn(organization) ? ON : OFF;
  }

  @Override
  public String parse(String typed) {
    String word = typed.strip();
    if (List.of("开", "打开", "开启", "是", "要").contains(word)) {
      return ON;
    }
    if (List.of("关", "关闭", "关掉", "否", "不要").contains(word)) {
      return OFF;
    }
    throw new CommandRejectedException("私聊催报只有开和关。请这样写：设置 私聊催报 开");
  }
}
