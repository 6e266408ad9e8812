package io.github.xunbang.digest.pack;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 落后线: below which share of the target somebody is asked for a recovery plan (S-126). */
@Component
@Order(80)
class LagLineSetting implements Setting {

  private static final String NAME = "落后线";
  private static final int DEFAULT = 80;
  private static final int HIGHEST = 100;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})\\s*[%％]?");

  /** The line in percent of the target. */
  static int of(Organization organization) {
    String stored = organization.settings().get(NAME);
    return stored == null ? DEFAULT : Integer.parseInt(stored);
  }

  /** Whether a figure is under the line; compares exactly, never the rounded percentage. */
  static boolean isUnder(int line, Metric metric, BigDecimal actual, BigDecimal base) {
    BigDecimal border = BigDecimal.valueOf(line);
    return metric.direction() == Metric.Direction.HIGHER
        ? actual.multiply(HUNDRED).compareTo(base.multiply(border)) < 0
        : base.multiply(HUNDRED).compareTo(actual.multiply(border)) < 0;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "半月和月底完成不到目标的百分之几，就私下请负责人写原因和补救计划，例如：80";
  }

  @Override
  public String show(Organization organization) {
    return of(organization) + "%";
  }

  @Override
  public String parse(String typed) {
    Matcher percent = PERCENT.matcher(typed.strip());
    if (percent.matches()) {
      int line = Integer.parseInt(percent.group(1));
      if (line >= 1 && line <= HIGHEST) {
        return String.valueOf(line);
      }
    }
    throw new CommandRejectedException("落后线要在1到100之间，是目标的百分之几。请这样写：设置 落后线 80");
  }
}
