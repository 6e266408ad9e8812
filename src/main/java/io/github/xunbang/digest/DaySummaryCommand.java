package io.github.xunbang.digest;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.digest.pack.DaySummaryParts;
import io.github.xunbang.digest.pack.Scope;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 战报 asked for: what the team or one unit has in all, who leads, and how many still owe a report.
 * Only a count, for names in a group shame; with figures behind it the word is a report.
 */
@Component
class DaySummaryCommand implements CommandHandler {

  private final OrganizationService organizations;
  private final DaySummaryParts parts;

  DaySummaryCommand(OrganizationService organizations, DaySummaryParts parts) {
    this.organizations = organizations;
    this.parts = parts;
  }

  @Override
  public String name() {
    return "战报";
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public boolean yieldsToFigures() {
    return true;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    Period period =
        call.arguments()
            .find("period", Period.class)
            .orElseGet(() -> Period.containing(PeriodType.DAY, today));
    if (period.start().isAfter(today)) {
      throw call.rejection("future", Map.of("period", label(period)));
    }
    Unit unit = SummaryScope.of(call, organization, today);
    String title =
        call.definition()
            .text("title", Map.of("unit", unit == null ? "" : unit.name(), "period", label(period)))
            .replace("】 ", "】");
    List<String> lines = new ArrayList<>(List.of(title));
    Scope scope = Scope.of(organization, unit);
    @Nullable Metric metric = call.arguments().find("metric", Metric.class).orElse(null);
    lines.add(totals(call, scope, period, metric));
    parts.leaders(scope, period, metric, today).stream()
        .map(board -> call.definition().text("top", Map.of("board", board)))
        .forEach(lines::add);
    missing(call, scope, period, today).ifPresent(lines::add);
    return Reply.text(String.join("\n", lines));
  }

  private String totals(CommandCall call, Scope scope, Period period, @Nullable Metric metric) {
    String values = parts.totals(scope, period, metric);
    return values.isEmpty()
        ? call.definition().text("nothing", Map.of())
        : call.definition().text("totals", Map.of("values", values));
  }

  private Optional<String> missing(CommandCall call, Scope scope, Period period, LocalDate today) {
    if (period.type() != PeriodType.DAY) {
      return Optional.empty();
    }
    LocalDate day = period.start();
    long count = parts.missing(scope, day);
    return count == 0
        ? Optional.empty()
        : Optional.of(
            call.definition()
                .text(
                    "missing",
                    Map.of(
                        "count",
                        count,
                        "line",
                        day.equals(today) ? "谁没报" : "谁没报 " + DateText.shortDay(day))));
  }

  private static String label(Period period) {
    return period.type() == PeriodType.DAY ? DateText.day(period.start()) : period.label();
  }
}
