package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Says who is chosen and what they get: 业绩前3名，奖励500、300、200元. */
final class PayoutText {

  private final Rule rule;
  private final MeasureText measures;

  PayoutText(Rule rule, MeasureText measures) {
    this.rule = rule;
    this.measures = measures;
  }

  String text() {
    return chosen() + paid() + fallback();
  }

  /** 2000元, 20积分. */
  String amount(BigDecimal amount) {
    return NumberText.plain(amount) + currency();
  }

  private String currency() {
    return rule.currency() == Rule.Currency.POINTS ? "积分" : "元";
  }

  private String verb() {
    return rule.sense() == Rule.Sense.DEDUCTION ? "绩效扣减建议" : "奖励";
  }

  private String chosen() {
    Selection selection = rule.selection();
    if (selection instanceof Selection.Best best) {
      String places = best.places() == 1 ? "第1名" : "前" + best.places() + "名";
      return measures.name(best.by()) + places + comma();
    }
    if (selection instanceof Selection.Last last) {
      boolean ordered = rule.payout() instanceof Payout.Tiers && last.places() > 1;
      return measures.name(last.by())
          + "后"
          + last.places()
          + (ordered ? "名（从最后1名数起）" : "名")
          + comma();
    }
    if (selection instanceof Selection.Race race) {
      Measure measure = new Measure.Value(race.metricId());
      return measures.name(measure)
          + "最先"
          + reach(race.line(), measure)
          + "的"
          + (race.places() == 1 ? "1名" : "前" + race.places() + "名")
          + comma();
    }
    return "";
  }

  /** Amounts alone read on without a pause: 业绩前10名各奖励8000元. */
  private String comma() {
    return rule.payout() instanceof Payout.Fixed ? "各" : "，";
  }

  private String reach(Limit limit, Measure measure) {
    return limit instanceof Limit.Number number
        ? "达到" + measures.value(measure, number.value())
        : "完成" + ConditionText.line((Limit.Goal) limit);
  }

  private String fallback() {
    return rule.selection() instanceof Selection.Race race && race.fallback() != null
        ? "；不足%d名的，由%s的按先后补上，金额不变"
            .formatted(race.places(), reach(race.fallback(), new Measure.Value(race.metricId())))
        : "";
  }

  private String paid() {
    Payout payout = rule.payout();
    if (payout instanceof Payout.Fixed fixed) {
      return verb() + amount(fixed.amount());
    }
    if (payout instanceof Payout.Tiers tiers) {
      return tiers(tiers);
    }
    if (payout instanceof Payout.PerPiece piece) {
      return piece(piece);
    }
    if (payout instanceof Payout.Percent percent) {
      return "按%s的%s%%%s"
          .formatted(measures.name(percent.of()), NumberText.plain(percent.percent()), verb());
    }
    if (payout instanceof Payout.Bands bands) {
      return bands(bands);
    }
    return payout instanceof Payout.Words words ? words.words() : discretion();
  }

  private String discretion() {
    return (rule.sense() == Rule.Sense.DEDUCTION ? "是否绩效扣减、扣多少" : "奖励多少") + "由经理酌情决定";
  }

  private String tiers(Payout.Tiers tiers) {
    boolean single =
        tiers.tiers().size() <= 3 && tiers.tiers().stream().allMatch(t -> t.from() == t.to());
    if (single) {
      return tiers.tiers().stream()
          .map(tier -> NumberText.plain(tier.amount()))
          .collect(Collectors.joining("、", verb(), currency()));
    }
    return tiers.tiers().stream()
        .map(this::tier)
        .collect(Collectors.joining("，", verb() + "：", ""));
  }

  private String tier(Payout.Tier tier) {
    return tier.from() == tier.to()
        ? "第" + tier.from() + "名" + amount(tier.amount())
        : "第" + tier.from() + "到" + tier.to() + "名各" + amount(tier.amount());
  }

  private String piece(Payout.PerPiece piece) {
    if (piece.pieces() instanceof Measure.Shortfall shortfall) {
      Measure counted = new Measure.Value(shortfall.metricId());
      String named =
          rule.conditions().stream().anyMatch(c -> c.measure().equals(counted))
              ? ""
              : measures.name(counted);
      return named + "比目标每少1" + measures.unit(counted) + verb() + amount(piece.amount());
    }
    return measures.name(piece.pieces())
        + "每"
        + measures.unit(piece.pieces())
        + verb()
        + amount(piece.amount());
  }

  private String bands(Payout.Bands bands) {
    return bands.bands().stream()
        .map(band -> "满" + measures.value(bands.by(), band.from()) + verb() + amount(band.amount()))
        .collect(Collectors.joining("，", measures.name(bands.by()), "（只算最高一档）"));
  }
}
