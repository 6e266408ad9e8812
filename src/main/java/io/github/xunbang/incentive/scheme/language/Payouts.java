package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.scheme.language.Written.Choice;
import io.github.xunbang.incentive.scheme.language.Written.Clause;
import io.github.xunbang.incentive.scheme.language.Written.Requirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a clause pays. */
final class Payouts {

  private final Written written;
  private final MeasureText measures;
  private final Limits limits;
  private @Nullable Condition within;

  Payouts(Written written, MeasureText measures, Limits limits) {
    this.written = written;
    this.measures = measures;
    this.limits = limits;
  }

  /** The band outside of which nothing is paid, when the bands had an upper end. */
  Optional<Condition> within() {
    return Optional.ofNullable(within);
  }

  Payout of(Clause clause, UnaryOperator<@Nullable Mention> main) {
    long kinds =
        Stream.of(
                clause.percent != null,
                clause.perPiece || !clause.amounts.isEmpty(),
                !clause.tiers.isEmpty(),
                clause.words != null || clause.discretion)
            .filter(Boolean::booleanValue)
            .count();
    if (kinds > 1) {
      throw RuleProblems.oneKind();
    }
    if (clause.percent != null) {
      return new Payout.Percent(clause.percent, mentioned(main, clause.of).measure());
    }
    if (clause.perPiece) {
      return perPiece(clause, mentioned(main, clause.of));
    }
    if (clause.discretion) {
      return new Payout.Discretion("由经理酌情决定");
    }
    if (clause.words != null) {
      return new Payout.Words(clause.words);
    }
    return clause.choice == Choice.ALL ? money(clause) : places(clause, mentioned(main, clause.by));
  }

  private static Mention mentioned(
      UnaryOperator<@Nullable Mention> main, @Nullable Mention picked) {
    return Objects.requireNonNull(main.apply(picked));
  }

  private Payout perPiece(Clause clause, Mention of) {
    if (clause.amounts.size() != 1) {
      throw clause.amounts.isEmpty() ? RuleProblems.noAmount() : RuleProblems.oneKind();
    }
    Measure pieces = of.measure();
    if (clause.shortfall) {
      if (!(pieces instanceof Measure.Value value)) {
        throw RuleProblems.of("“少”要配有目标的指标", "签单 月 少1单扣70");
      }
      pieces = new Measure.Shortfall(value.metricId());
    }
    if (limits.isAmount(of.measure()) || "%".equals(measures.unit(pieces))) {
      throw RuleProblems.of("“" + of.text + "”不是一个一个数的，请写成比例", "业绩 月 2%");
    }
    return new Payout.PerPiece(clause.amounts.get(0), pieces);
  }

  private Payout places(Clause clause, Mention by) {
    if (!clause.tiers.isEmpty()) {
      return tiers(clause.tiers);
    }
    if (clause.same && clause.amounts.size() == 1) {
      return new Payout.Fixed(clause.amounts.get(0));
    }
    int places = clause.places == 0 ? clause.amounts.size() : clause.places;
    if (places != clause.amounts.size()) {
      String example = by.text + " 月 前" + places + " 各" + clause.amounts.get(0).toPlainString();
      throw RuleProblems.of(
          "%d名写了%d个金额；每名一样的请写“各”".formatted(places, clause.amounts.size()), example);
    }
    List<Written.Places> single = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      single.add(new Written.Places(i + 1, i + 1, clause.amounts.get(i)));
    }
    return tiers(single);
  }

  private static Payout tiers(List<Written.Places> places) {
    return new Payout.Tiers(
        places.stream()
            .sorted(Comparator.comparingInt(Written.Places::from))
            .map(one -> new Payout.Tier(one.from(), one.to(), one.amount()))
            .toList());
  }

  private Payout money(Clause clause) {
    if (written.requirements.isEmpty()) {
      throw RuleProblems.unused(written.mentions.get(0).text);
    }
    if (clause.amounts.size() == 1) {
      written.requirements.forEach(requirement -> requirement.pays = null);
      return new Payout.Fixed(clause.amounts.get(0));
    }
    List<Requirement> paid =
        written.requirements.stream().filter(requirement -> requirement.pays != null).toList();
    boolean sameThing = paid.stream().map(one -> one.on).distinct().count() == 1;
    if (paid.size() != clause.amounts.size() || !sameThing || paid.get(0).on == null) {
      throw RuleProblems.of(
          "有%d个金额，分不清各给谁".formatted(clause.amounts.size()), "业绩 季 完成率 满120% 3000 满100% 1000");
    }
    return bands(paid, paid.get(0).on.measure());
  }

  private Payout bands(List<Requirement> paid, Measure by) {
    boolean open = paid.stream().allMatch(one -> one.max == null && isPlain(one));
    boolean closed = paid.stream().allMatch(one -> one.max != null && isPlain(one));
    if (!open && !closed || written.streak > 1) {
      throw RuleProblems.of("分档请都写成“满几给多少”，或都写成“几到几给多少”", "业绩 季 完成率 满120% 3000 满100% 1000");
    }
    List<Requirement> sorted =
        paid.stream().sorted(Comparator.comparing((Requirement one) -> low(one, by))).toList();
    if (closed) {
      checkNeighbours(sorted, by);
      within =
          Condition.between(by, low(sorted.get(0), by), high(sorted.get(sorted.size() - 1), by));
    }
    List<Payout.Band> bands = new ArrayList<>();
    for (Requirement one : sorted) {
      if (one.pays != null) {
        bands.add(new Payout.Band(low(one, by), one.pays));
      }
    }
    return new Payout.Bands(by, bands);
  }

  private static boolean isPlain(Requirement one) {
    return one.min != null
        && one.min.number() != null
        && one.min.inclusive()
        && one.of == Condition.Of.SELF;
  }

  /** 10到19 and 20到29 touch; 10到20 and 15到30 overlap, 10到19 and 25到30 leave a hole. */
  private void checkNeighbours(List<Requirement> sorted, Measure by) {
    for (int i = 1; i < sorted.size(); i++) {
      BigDecimal step = low(sorted.get(i), by).subtract(high(sorted.get(i - 1), by));
      if (step.signum() <= 0) {
        throw RuleProblems.of(
            "“%s”落在两个区间里，分不清".formatted(measures.value(by, low(sorted.get(i), by))),
            "签单 月 10到19单 奖100 20到29单 奖200");
      }
      if (step.compareTo(BigDecimal.ONE) > 0) {
        throw RuleProblems.of(
            "%s到%s之间没写"
                .formatted(
                    measures.value(by, high(sorted.get(i - 1), by)),
                    measures.value(by, low(sorted.get(i), by))),
            "签单 月 10到19单 奖100 20到29单 奖200");
      }
    }
  }

  private BigDecimal low(Requirement one, Measure by) {
    return bound(one.min, by, one.text);
  }

  private BigDecimal high(Requirement one, Measure by) {
    return bound(one.max, by, one.text);
  }

  private BigDecimal bound(Written.@Nullable Bound bound, Measure by, String text) {
    if (bound == null || bound.number() == null) {
      throw RuleProblems.noAmount();
    }
    return limits.value(bound.number(), by, text);
  }
}
