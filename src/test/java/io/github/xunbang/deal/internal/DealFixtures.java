package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.CreditRule;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Share;
import io.github.xunbang.deal.Share.Confirmation;
import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.Feed.Measure;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Deals, metrics and an organization with defaults. */
final class DealFixtures {

  static final LocalDate START = LocalDate.of(2026, 10, 1);

  private DealFixtures() {}

  static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  static Instant at(String shanghai) {
    return LocalDateTime.parse(shanghai).atZone(BusinessDay.DEFAULT.zone()).toInstant();
  }

  static Organization organization(Map<String, String> settings) {
    List<Member> members =
        IntStream.rangeClosed(1, 6)
            .mapToObj(
                i ->
                    new Member(
                        "m" + i, "成员" + i, Access.MEMBER, null, null, List.of(), START, null))
            .toList();
    return new Organization(
        "o1", "销售部", BusinessDay.DEFAULT, settings, true, List.of(), members, Instant.EPOCH);
  }

  /** A metric fed with {@code measure} over these days. */
  static Metric fed(String id, Measure measure, LocalDate from, LocalDate until) {
    return fed(id, new Feed(measure, from, until));
  }

  static Metric fed(String id, Feed feed) {
    Measure measure = feed.measure();
    return new Metric(
        id,
        id,
        List.of(),
        measure == Measure.DEAL_COUNT ? "单" : "元",
        measure == Measure.DEAL_COUNT ? Metric.Kind.COUNT : Metric.Kind.AMOUNT,
        Metric.RollUp.SUM,
        null,
        null,
        "",
        Metric.Source.REPORT,
        true,
        Metric.Direction.HIGHER,
        null,
        List.of(),
        Metric.UnitValue.BOTH,
        feed);
  }

  static List<Metric> metrics() {
    return List.of(
        fed("count", Measure.DEAL_COUNT, START, null),
        fed("amount", Measure.DEAL_AMOUNT, START, null),
        fed("paid", Measure.PAID_AMOUNT, START, null));
  }

  /** Shares of m1, m2 … in this order. */
  static List<Share> shares(String... parts) {
    return IntStream.range(0, parts.length)
        .mapToObj(
            i ->
                new Share(
                    "m" + (i + 1),
                    number(parts[i]),
                    i == 0 ? Confirmation.OWN : Confirmation.CONFIRMED))
        .toList();
  }

  static Deal draft(String amount, CreditRule rule, LocalDate signedOn, List<Share> shares) {
    return new Deal(
        "o1",
        0,
        "王女士",
        number(amount),
        null,
        null,
        "m1",
        shares,
        signedOn,
        rule,
        true,
        false,
        List.of(),
        List.of(),
        List.of(),
        0);
  }

  static Act act(String id, Act.Kind kind, Instant at) {
    return new Act(id, kind, "m1", at, BusinessDay.DEFAULT.of(at), "原话", "改动");
  }

  static BigDecimal sum(Stream<BigDecimal> values) {
    return values.reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
