package io.github.xunbang.reminder;

import io.github.xunbang.command.Access;
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

  private final Reach reach;

  PrivateReminderSetting(Reach reach) {
    this.reach = reach;
  }

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
    return isOn(organization) ? ON + unreached(organization) : OFF;
  }

  /** Said where it is switched on, not found out when nobody was reminded. */
  private String unreached(Organization organization) {
    long count =
        organization.members().stream()
            .filter(member -> member.until() == null && !member.guest())
            .filter(member -> !member.access().covers(Access.MANAGER))
            .filter(member -> reach.privateChat(member).isEmpty())
            .count();
    return count == 0 ? "" : "（还有" + count + "人私聊不到，要先和我私聊一句）";
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
