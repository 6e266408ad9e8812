package io.github.xunbang.incentive.scheme.checks;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The most that one rule pays in 元 per period of a cap. */
final class MostPaid {

  private final Organization organization;
  private final Audiences audiences;

  MostPaid(Organization organization, Audiences audiences) {
    this.organization = organization;
    this.audiences = audiences;
  }

  /** Empty when nothing limits it; 0 for what is no reward in 元. */
  Optional<BigDecimal> of(Rule rule, PeriodType capPeriod) {
    if (rule.sense() != Rule.Sense.REWARD || rule.currency() != Rule.Currency.YUAN) {
      return Optional.of(BigDecimal.ZERO);
    }
    return perPeriod(rule).map(sum -> sum.multiply(BigDecimal.valueOf(times(rule, capPeriod))));
  }

  private Optional<BigDecimal> perPeriod(Rule rule) {
    if (rule.payout() instanceof Payout.Tiers tiers) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Payout.Tier tier : tiers.tiers()) {
        BigDecimal places = BigDecimal.valueOf(tier.to() - tier.from() + 1L);
        sum = sum.add(limited(rule, tier.amount()).multiply(places));
      }
      return Optional.of(sum);
    }
    return each(rule).map(one -> one.multiply(BigDecimal.valueOf(heads(rule))));
  }

  private Optional<BigDecimal> each(Rule rule) {
    Payout payout = rule.payout();
    if (payout instanceof Payout.Words) {
      return Optional.of(BigDecimal.ZERO);
    }
    if (payout instanceof Payout.Fixed fixed) {
      return Optional.of(limited(rule, fixed.amount()));
    }
    if (payout instanceof Payout.Bands bands) {
      return bands.bands().stream()
          .map(Payout.Band::amount)
          .max(BigDecimal::compareTo)
          .map(amount -> limited(rule, amount));
    }
    return Optional.ofNullable(rule.guard().most());
  }

  /** With the factor at its upper end, but never more than the guard lets through. */
  private static BigDecimal limited(Rule rule, BigDecimal amount) {
    BigDecimal raised = amount.multiply(greatest(rule.factor()));
    BigDecimal most = rule.guard().most();
    return most == null ? raised : raised.min(most);
  }

  private static BigDecimal greatest(@org.jspecify.annotations.Nullable Factor factor) {
    BigDecimal most =
        factor instanceof Factor.UnitAttainment one
            ? one.most()
            : factor instanceof Factor.ByUnit table
                ? table.factors().values().stream()
                    .max(BigDecimal::compareTo)
                    .orElse(BigDecimal.ONE)
                : BigDecimal.ONE;
    return most.max(BigDecimal.ONE);
  }

  private long heads(Rule rule) {
    Selection selection = rule.selection();
    if (selection instanceof Selection.Best best) {
      return best.places();
    }
    if (selection instanceof Selection.Last last) {
      return last.places();
    }
    return selection instanceof Selection.Race race
        ? race.places()
        : audiences.size(rule.audience());
  }

  /** How many periods of the rule end within one of the cap, at most. */
  private long times(Rule rule, PeriodType cap) {
    if (cap == PeriodType.CAMPAIGN || rule.period() == PeriodType.CAMPAIGN) {
      return cap == PeriodType.CAMPAIGN ? withinCampaign(rule) : 1;
    }
    int rank = cap.ordinal();
    return rule.period().ordinal() >= rank ? 1 : within(rule.period(), cap);
  }

  /** Weeks and 旬 as many as can end within the longest month, quarter or year. */
  private static long within(PeriodType type, PeriodType cap) {
    return switch (cap) {
      case XUN -> 2;
      case HALF_MONTH -> type == PeriodType.WEEK ? 3 : 2;
      case MONTH -> type == PeriodType.WEEK ? 5 : perMonth(type);
      case QUARTER -> type == PeriodType.WEEK ? 14 : 3L * perMonth(type);
      default ->
          type == PeriodType.WEEK ? 53 : type == PeriodType.QUARTER ? 4 : 12L * perMonth(type);
    };
  }

  private static int perMonth(PeriodType type) {
    return type == PeriodType.XUN ? 3 : type == PeriodType.HALF_MONTH ? 2 : 1;
  }

  private long withinCampaign(Rule rule) {
    if (rule.period() == PeriodType.CAMPAIGN) {
      return 1;
    }
    return organization.structure().campaigns().stream()
        .map(Campaign::period)
        .mapToLong(campaign -> ends(rule.period(), campaign))
        .max()
        .orElse(1);
  }

  private long ends(PeriodType type, Period campaign) {
    LocalDate day = campaign.start();
    long count = 0;
    while (!day.isAfter(campaign.end())) {
      Period one = organization.periods().containing(type, day);
      count += one.end().isAfter(campaign.end()) ? 0 : 1;
      day = one.end().plusDays(1);
    }
    return Math.max(1, count);
  }
}
