package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Structure;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.organization.UnitTree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A team of five with two stores, six metrics and one campaign. */
public final class ATeam implements MetricCatalog {

  public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  public static final LocalDate START = LocalDate.of(2026, 1, 1);

  private static final List<Metric> METRICS =
      List.of(
          metric("yixiang", "意向客户", List.of("意向"), "个", Metric.Kind.COUNT),
          metric("qiandan", "签单", List.of("成交"), "单", Metric.Kind.COUNT),
          metric("yeji", "业绩", List.of("销售额"), "元", Metric.Kind.AMOUNT),
          metric("huikuan", "回款", List.of("到账"), "元", Metric.Kind.AMOUNT),
          metric("feiyong", "费用率", List.of(), "%", Metric.Kind.RATIO));

  /** The team. */
  public static Organization team() {
    return team("电话营销员", "电话营销员", "电话营销员", "业务员", "店长");
  }

  /** A team with one member per given job. */
  public static Organization team(String... positions) {
    List<Member> members = new ArrayList<>();
    for (String position : positions) {
      int number = members.size() + 1;
      members.add(
          new Member(
              "m" + number,
              "张" + "一二三四五六七八九十".charAt((number - 1) % 10),
              Access.MEMBER,
              position,
              number % 2 == 0 ? "u2" : "u1",
              List.of(),
              START,
              null));
    }
    Structure structure =
        new Structure(
            new UnitTree(List.of(unit("u1", "五店"), unit("u2", "六店"))),
            List.of(),
            List.of(),
            List.of(
                new Campaign(
                    "五月开门红", LocalDate.of(2026, 5, 1), LocalDate.of(2026, 10, 31), List.of())));
    return new Organization(
        "o1",
        "一队",
        BusinessDay.DEFAULT,
        Map.of(),
        false,
        List.of(),
        members,
        structure,
        Instant.EPOCH);
  }

  @Override
  public List<Metric> metrics(String organizationId) {
    return METRICS;
  }

  @Override
  public Optional<Metric> find(String organizationId, String nameOrAlias) {
    return METRICS.stream()
        .filter(one -> one.name().equals(nameOrAlias) || one.aliases().contains(nameOrAlias))
        .findFirst();
  }

  @Override
  public Metric add(String organizationId, Metric withoutId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Metric change(String organizationId, Metric metric) {
    throw new UnsupportedOperationException();
  }

  private static Unit unit(String id, String name) {
    return new Unit(id, name, "门店", null, List.of(), START, null);
  }

  private static Metric metric(
      String id, String name, List<String> aliases, String unit, Metric.Kind kind) {
    return new Metric(
        id,
        name,
        aliases,
        unit,
        kind,
        Metric.RollUp.SUM,
        null,
        null,
        "",
        Metric.Source.REPORT,
        true,
        kind == Metric.Kind.RATIO ? Metric.Direction.LOWER : Metric.Direction.HIGHER,
        null,
        List.of(),
        Metric.UnitValue.BOTH);
  }
}
