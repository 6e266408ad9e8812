package io.github.xunbang.digest.pack;

import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.ranking.LeaderboardText;
import io.github.xunbang.target.AttainmentBuckets;
import java.math.BigDecimal;

/**
 * Somebody's metric that stayed under the line.
 *
 * @param subjectId member or unit
 * @param metric which metric
 * @param actual what was reached
 * @param base the target, above 0
 */
record Lag(String subjectId, Metric metric, BigDecimal actual, BigDecimal base) {

  /** {@code 签单 3/10单 30%}. */
  String figure() {
    return LeaderboardText.name(metric.name())
        + " "
        + FigureText.number(metric, actual)
        + "/"
        + FigureText.of(metric, base)
        + " "
        + FigureText.points(percent())
        + "%";
  }

  BigDecimal percent() {
    BigDecimal percent = AttainmentBuckets.percent(actual, base);
    return percent == null ? BigDecimal.ZERO : percent;
  }

  /** The name of a member or a unit, made harmless. */
  static String name(Organization organization, String subjectId) {
    return LeaderboardText.name(
        organization
            .member(subjectId)
            .map(member -> member.name())
            .or(() -> organization.units().unit(subjectId).map(Unit::name))
            .orElse("同事"));
  }
}
