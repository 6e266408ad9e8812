package io.github.xunbang.ranking;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 末段公示: whether long boards also name the last three, as 待努力. Off unless a manager says so twice
 * (design section 7).
 */
@Component
@Order(31)
class LastPlacesSetting implements Setting {

  private static final String NAME = "末段公示";
  private static final String ON = "开";
  private static final String OFF = "关";
  private static final String SURE = "确认开";

  /** Whether the organization has switched it on. */
  static boolean isOn(Organization organization) {
    return ON.equals(organization.settings().get(NAME));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "长榜后面要不要写出“待努力”的三位，默认关，例如：关";
  }

  @Override
  public String show(Organization organization) {
    return isOn(organization) ? ON : OFF;
  }

  @Override
  public String parse(String typed) {
    return switch (typed.strip()) {
      case OFF -> OFF;
      case SURE -> ON;
      case ON ->
          throw new CommandRejectedException("打开后，群里的长榜会写出最后三位的名字，可能伤到人。确定要开请再发：设置 末段公示 确认开");
      default -> throw new CommandRejectedException("末段公示只能设“开”或“关”。请这样写：设置 末段公示 关");
    };
  }
}
