package io.github.xunbang.report;

import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 补报天数: for how many days back-fill needs nobody's 批准 (design section 4). */
@Component
@Order(21)
public class BackfillDaysSetting implements Setting {

  static final String NAME = "补报天数";

  private static final int DEFAULT = 3;
  private static final BigDecimal MOST = BigDecimal.valueOf(31);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "几天内的数可以自己补报，再早要批准，0到31，例如：3";
  }

  @Override
  public String show(Organization organization) {
    return days(organization.settings()) + "天";
  }

  @Override
  public String parse(String typed) {
    return ChineseNumber.parse(typed.replaceFirst("天$", ""))
        .map(number -> number.value().stripTrailingZeros())
        .filter(days -> days.scale() <= 0 && days.signum() >= 0 && days.compareTo(MOST) <= 0)
        .map(BigDecimal::toPlainString)
        .orElseThrow(() -> new CommandRejectedException("补报天数要在0到31之间。请这样写：设置 补报天数 3"));
  }

  /** The number of days in force. */
  public static int days(Map<String, String> settings) {
    return Integer.parseInt(settings.getOrDefault(NAME, Integer.toString(DEFAULT)));
  }
}
