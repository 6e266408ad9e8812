package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import java.util.List;

/** The short title of a rule that nobody has named. */
final class RuleTitles {

  private static final int LONGEST = 16;

  private final MeasureText measures;

  RuleTitles(MeasureText measures) {
    this.measures = measures;
  }

  String of(Rule.Sense sense, List<Condition> conditions, Selection selection, Payout payout) {
    String title = title(sense, conditions, selection, payout);
    return title.length() <= LONGEST ? title : title.substring(0, LONGEST);
  }

  private String title(
      Rule.Sense sense, List<Condition> conditions, Selection selection, Payout payout) {
    if (selection instanceof Selection.Best best) {
      return measures.shortName(best.by())
          + places("第1名", "前" + best.places() + "名", best.places());
    }
    if (selection instanceof Selection.Last last) {
      return measures.shortName(last.by()) + "后" + last.places() + "名";
    }
    if (selection instanceof Selection.Race race) {
      return measures.shortName(new Measure.Value(race.metricId())) + "争先";
    }
    return paid(sense, conditions, payout);
  }

  private static String places(String one, String several, int places) {
    return places == 1 ? one : several;
  }

  private String paid(Rule.Sense sense, List<Condition> conditions, Payout payout) {
    String first = conditions.isEmpty() ? "" : measures.shortName(conditions.get(0).measure());
    if (payout instanceof Payout.PerPiece piece) {
      return piece.pieces() instanceof Measure.Shortfall shortfall
          ? "少" + measures.shortName(new Measure.Value(shortfall.metricId()))
          : counted(piece.pieces());
    }
    if (payout instanceof Payout.Percent percent) {
      return measures.shortName(percent.of()) + "提成";
    }
    if (payout instanceof Payout.Bands bands) {
      return measures.shortName(bands.by()) + "分档";
    }
    if (payout instanceof Payout.Words words) {
      return first + words.words();
    }
    if (payout instanceof Payout.Discretion) {
      return first + "酌情";
    }
    return first + (sense == Rule.Sense.REWARD ? "达标奖" : "扣减");
  }

  private String counted(Measure measure) {
    boolean byHead =
        measure instanceof Measure.MissingReports || measure instanceof Measure.LateReports;
    return measures.shortName(measure) + (byHead ? "" : "按" + measures.unit(measure) + "计");
  }
}
