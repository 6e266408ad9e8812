package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Arguments;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.ranking.Terms.Basis;
import io.github.xunbang.ranking.Terms.Growth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What 排名 was asked, in free order: {@code 排名 门店 业绩 上旬}, {@code 排名 一区 完成率 本月}.
 *
 * @param request the boards
 * @param view another form, or null for the ordinary one
 * @param entryLine only values at least this good are listed (S-68), or null
 * @param today the business day of the message
 */
record BoardQuestion(
    BoardRequest request,
    @Nullable BoardView view,
    @Nullable BigDecimal entryLine,
    LocalDate today) {

  private static final String ANY_KIND = "单位";

  static BoardQuestion read(CommandCall call, Organization organization) {
    Arguments arguments = call.arguments();
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    Period period =
        arguments
            .find("period", Period.class)
            .orElseGet(() -> organization.periods().containing(PeriodType.XUN, today));
    if (period.start().isAfter(today)) {
      throw call.rejection("future", Map.of("period", period.label()));
    }
    @Nullable BoardView view = arguments.find("view", BoardView.class).orElse(null);
    Basis basis =
        view == BoardView.BUCKETS
            ? Basis.ATTAINMENT
            : arguments.find("basis", Basis.class).orElse(Basis.VALUE);
    return new BoardQuestion(
        new BoardRequest(
            period,
            entrants(call, organization, period, view),
            basis,
            arguments.find("metric", Metric.class).orElse(null),
            arguments.find("growth", Growth.Kind.class).orElse(null)),
        view,
        arguments.find("entry", BigDecimal.class).orElse(null),
        today);
  }

  Period period() {
    return request.period();
  }

  /** What a title says of the metric and who competes. */
  String title() {
    Metric metric = request.metric();
    String what =
        (metric == null ? "" : metric.name()) + (request.basis() == Basis.ATTAINMENT ? " 完成率" : "");
    return (what.strip() + " " + request.entrants().label()).strip();
  }

  private static Entrants entrants(
      CommandCall call, Organization organization, Period period, @Nullable BoardView view) {
    Arguments arguments = call.arguments();
    Optional<String> unitClass = arguments.find("class", String.class);
    Optional<String> kind =
        arguments
            .find("kind", String.class)
            .or(() -> unitClass.map(any -> ANY_KIND))
            .map(word -> kind(call, organization, period, word));
    Entrants entrants =
        kind.map(one -> Entrants.units(one).ofClass(unitClass.orElse(null)))
            .orElse(view == BoardView.GUESTS ? Entrants.GUESTS : Entrants.MEMBERS);
    return arguments
        .find("unit", Unit.class)
        .map(unit -> entrants.within(unit.id(), unit.name()))
        .orElse(entrants);
  }

  /** 单位 and a class without a kind mean the kind of which there are most. */
  private static String kind(
      CommandCall call, Organization organization, Period period, String word) {
    List<Unit> active = organization.units().active(period.end());
    Map<String, Long> counts =
        active.stream().collect(Collectors.groupingBy(Unit::kind, Collectors.counting()));
    Optional<String> kind =
        word.equals(ANY_KIND)
            ? active.stream()
                .map(Unit::kind)
                .distinct()
                .max(Comparator.comparing((Function<String, Long>) counts::get))
            : Optional.of(word).filter(counts::containsKey);
    return kind.orElseThrow(() -> call.rejection("noUnits", Map.of("kind", word)));
  }
}
