package io.github.xunbang.customer.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 区号: what landlines get that are typed without one. */
@Component
@Order(50)
class AreaCodeSetting implements Setting {

  private static final String NAME = "区号";
  private static final String NONE = "无";
  private static final Pattern CODE = Pattern.compile("0(?:10|2\\d|[3-9]\\d{2})");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "客户座机没写区号时补上，例如：028；不补发：设置 区号 无";
  }

  @Override
  public String show(Organization organization) {
    String code = of(organization);
    return code.isEmpty() ? NONE : code;
  }

  @Override
  public String parse(String typed) {
    String code = typed.strip();
    if (code.equals(NONE)) {
      return "";
    }
    if (!CODE.matcher(code).matches()) {
      throw new CommandRejectedException("区号是0开头的3到4位数字。请这样写：设置 区号 028");
    }
    return code;
  }

  /** The area code, or empty. */
  static String of(Organization organization) {
    return organization.settings().getOrDefault(NAME, "");
  }
}
