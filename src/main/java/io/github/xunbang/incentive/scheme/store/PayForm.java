package io.github.xunbang.incentive.scheme.store;

import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Sharing;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What somebody gets, as plain maps: payout, factor, sharing, guard. Words that people chose stand
 * as values, never as keys, since MongoDB does not take every key.
 */
final class PayForm {

  private static final String FIXED = "fixed";
  private static final String TIERS = "tiers";
  private static final String PER_PIECE = "per-piece";
  private static final String PERCENT = "percent";
  private static final String BANDS = "bands";
  private static final String WORDS = "words";
  private static final String DISCRETION = "discretion";
  private static final String UNIT_ATTAINMENT = "unit-attainment";
  private static final String BY_UNIT = "by-unit";

  private final MeasureForm measures;
  private final UnaryOperator<String> metrics;

  PayForm(UnaryOperator<String> metrics) {
    this.metrics = metrics;
    this.measures = new MeasureForm(metrics);
  }

  Payout payout(Fields fields) {
    Payout payout = amount(fields);
    fields.done();
    return payout;
  }

  private Payout amount(Fields fields) {
    if (fields.has(FIXED)) {
      return new Payout.Fixed(fields.number(FIXED));
    }
    if (fields.has(TIERS)) {
      return new Payout.Tiers(fields.each(TIERS, PayForm::tier));
    }
    if (fields.has(PER_PIECE)) {
      return new Payout.PerPiece(fields.number(PER_PIECE), measures.read(fields.fields("of")));
    }
    if (fields.has(PERCENT)) {
      return new Payout.Percent(fields.number(PERCENT), measures.read(fields.fields("of")));
    }
    if (fields.has(BANDS)) {
      return new Payout.Bands(
          measures.read(fields.fields("by")), fields.each(BANDS, PayForm::band));
    }
    return words(fields);
  }

  private static Payout words(Fields fields) {
    if (fields.has(WORDS)) {
      return new Payout.Words(fields.text(WORDS));
    }
    if (fields.has(DISCRETION)) {
      return new Payout.Discretion(fields.text(DISCRETION));
    }
    throw fields.unknown("payout");
  }

  /** One place ({@code place: 1}) or several ({@code from: 4, to: 15}). */
  private static Payout.Tier tier(Fields fields) {
    int place = fields.whole("place", 0);
    Payout.Tier tier =
        new Payout.Tier(
            fields.whole("from", place), fields.whole("to", place), fields.number("amount"));
    fields.done();
    return tier;
  }

  private static Payout.Band band(Fields fields) {
    Payout.Band band = new Payout.Band(fields.number("from"), fields.number("amount"));
    fields.done();
    return band;
  }

  static Map<String, Object> write(Payout payout) {
    Plain plain = new Plain();
    if (payout instanceof Payout.Fixed fixed) {
      plain.with(FIXED, fixed.amount());
    } else if (payout instanceof Payout.Tiers tiers) {
      plain.with(TIERS, tiers.tiers().stream().map(PayForm::write).toList());
    } else if (payout instanceof Payout.PerPiece piece) {
      plain.with(PER_PIECE, piece.amount()).with("of", MeasureForm.write(piece.pieces()));
    } else if (payout instanceof Payout.Percent percent) {
      plain.with(PERCENT, percent.percent()).with("of", MeasureForm.write(percent.of()));
    } else if (payout instanceof Payout.Bands bands) {
      plain
          .with(BANDS, bands.bands().stream().map(PayForm::write).toList())
          .with("by", MeasureForm.write(bands.by()));
    } else if (payout instanceof Payout.Words words) {
      plain.with(WORDS, words.words());
    } else if (payout instanceof Payout.Discretion discretion) {
      plain.with(DISCRETION, discretion.words());
    }
    return plain.map();
  }

  private static Map<String, Object> write(Payout.Tier tier) {
    Plain plain = new Plain();
    if (tier.from() == tier.to()) {
      plain.with("place", tier.from());
    } else {
      plain.with("from", tier.from()).with("to", tier.to());
    }
    return plain.with("amount", tier.amount()).map();
  }

  private static Map<String, Object> write(Payout.Band band) {
    return new Plain().with("from", band.from()).with("amount", band.amount()).map();
  }

  Factor factor(Fields fields) {
    Factor factor =
        fields.has(BY_UNIT)
            ? new Factor.ByUnit(pairs(fields, BY_UNIT, "unit", "factor"))
            : new Factor.UnitAttainment(
                metrics.apply(fields.text(UNIT_ATTAINMENT)),
                fields.number("least"),
                fields.number("most"));
    fields.done();
    return factor;
  }

  static Map<String, Object> write(Factor factor) {
    if (factor instanceof Factor.ByUnit table) {
      return new Plain().with(BY_UNIT, write(table.factors(), "unit", "factor")).map();
    }
    Factor.UnitAttainment attainment = (Factor.UnitAttainment) factor;
    return new Plain()
        .with(UNIT_ATTAINMENT, attainment.metricId())
        .with("least", attainment.least())
        .with("most", attainment.most())
        .map();
  }

  static Sharing sharing(Fields fields) {
    Sharing sharing =
        new Sharing(
            pairs(fields, "coefficients", "position", "coefficient"), fields.number("others"));
    fields.done();
    return sharing;
  }

  static Map<String, Object> write(Sharing sharing) {
    return new Plain()
        .with("coefficients", write(sharing.coefficients(), "position", "coefficient"))
        .with("others", sharing.others())
        .map();
  }

  static Guard guard(Fields fields) {
    Guard guard =
        new Guard(
            fields.numberOrNull("most"), fields.flag("warns"), fields.whole("retest-months", 0));
    fields.done();
    return guard;
  }

  static Map<String, Object> write(Guard guard) {
    return new Plain()
        .with("most", guard.most())
        .unless(!guard.warns(), "warns", true)
        .unless(guard.retestMonths() == 0, "retest-months", guard.retestMonths())
        .map();
  }

  private static Map<String, BigDecimal> pairs(
      Fields fields, String key, String name, String value) {
    Map<String, BigDecimal> pairs = new LinkedHashMap<>();
    fields.each(
        key,
        pair -> {
          pairs.put(pair.text(name), pair.number(value));
          pair.done();
          return pair;
        });
    return pairs;
  }

  private static List<Map<String, Object>> write(
      Map<String, BigDecimal> pairs, String name, String value) {
    return pairs.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(pair -> new Plain().with(name, pair.getKey()).with(value, pair.getValue()).map())
        .toList();
  }
}
