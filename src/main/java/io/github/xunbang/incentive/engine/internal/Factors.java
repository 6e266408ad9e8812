package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out what a personal amount is multiplied with (S-96, S-97). */
final class Factors {

  private static final Applied NONE = new Applied(Fraction.ONE, "1", List.of());

  private final Scene scene;

  Factors(Scene scene) {
    this.scene = scene;
  }

  /**
   * A factor with its grounds.
   *
   * @param text as it is typed into a calculator
   * @param how lines that come before
   */
  record Applied(Fraction factor, String text, List<String> how) {}

  Applied of(Candidate who, @Nullable Factor factor) {
    if (factor instanceof Factor.UnitAttainment attainment) {
      return Subject.homeOf(who).flatMap(home -> attained(home, attainment)).orElse(NONE);
    }
    return factor instanceof Factor.ByUnit table ? byUnit(who, table) : NONE;
  }

  private Optional<Applied> attained(Subject home, Factor.UnitAttainment factor) {
    Measure measure = new Measure.Attainment(factor.metricId(), GoalLine.BASE);
    return scene
        .measures()
        .of(home, measure, scene.period())
        .map(percent -> bounded(percent, factor, explained(home, measure)));
  }

  private List<String> explained(Subject home, Measure measure) {
    return new MeasureText(scene.measures())
        .lines(home, measure, scene.period()).stream().map(line -> "所在单位" + line).toList();
  }

  private static Applied bounded(Fraction percent, Factor.UnitAttainment factor, List<String> how) {
    Fraction real = percent.hundredth();
    Fraction bounded = real.within(Fraction.of(factor.least()), Fraction.of(factor.most()));
    if (bounded.compareTo(real) == 0) {
      // A quotient is typed in as such, or the cents would not come out.
      String text =
          real.fits(4)
              ? Numbers.of(real)
              : Numbers.of(percent.top().movePointLeft(2)) + " ÷ " + Numbers.of(percent.bottom());
      return new Applied(real, text, how);
    }
    boolean above = real.compareTo(bounded) > 0;
    String text = Numbers.of(bounded) + (above ? "（最高）" : "（最低）");
    return new Applied(bounded, text, how);
  }

  private static Applied byUnit(Candidate who, Factor.ByUnit table) {
    for (String unitId : who.unitIds()) {
      BigDecimal factor = table.factors().get(unitId);
      if (factor != null) {
        return new Applied(Fraction.of(factor), "系数" + Numbers.of(factor), List.of());
      }
    }
    return NONE;
  }
}
