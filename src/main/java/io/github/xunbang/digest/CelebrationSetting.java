package io.github.xunbang.digest;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 喜报: whether signed deals are celebrated; they are unless switched off. */
@Component
@Order(70)
class CelebrationSetting implements Setting {

  private static final String NAME = "喜报";
  private static final String ON = "开";
  private static final String OFF = "关";
  private static final Set<String> ON_WORDS = Set.of(ON, "打开", "开启", "要", "是");
  private static final Set<String> OFF_WORDS = Set.of(OFF, "关闭", "关掉", "不要", "否");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "签单后在各群发喜报，开或关，例如：开";
  }

  @Override
  public String show(Organization organization) {
    return isOn(organization) ? ON : OFF;
  }

  @Override
  public String parse(String typed) {
    String word = typed.strip();
    if (ON_WORDS.contains(word)) {
      return ON;
    }
    if (OFF_WORDS.contains(word)) {
      return OFF;
    }
    throw new CommandRejectedException("“喜报”只能是“开”或“关”。请这样写：设置 喜报 开");
  }

  static boolean isOn(Organization organization) {
    return !OFF.equals(organization.settings().get(NAME));
  }
}
