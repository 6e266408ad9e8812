package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.digest.SummaryScope;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * 周报 and 月报 asked for: the running week or month so far, the one before while nothing was reported
 * in it, or the one that is named. A leader reads the own unit; in private the fuller version, in a
 * group the one for everybody.
 */
final class PeriodReportCommand implements CommandHandler {

  private final PeriodType type;
  private final OrganizationService organizations;
  private final ReportText texts;

  PeriodReportCommand(PeriodType type, OrganizationService organizations, ReportText texts) {
    this.type = type;
    this.organizations = organizations;
    this.texts = texts;
  }

  @Override
  public String name() {
    return ReportText.word(type);
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  /** 周报 with figures behind it is a report, like 战报. */
  @Override
  public boolean yieldsToFigures() {
    return true;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    Scope scope = Scope.of(organization, unit(call, organization, today));
    Optional<Period> named = call.arguments().find("period", Period.class);
    if (named.isPresent()) {
      return asked(call, scope, fitting(call, organization, named.get(), today), today);
    }
    Period running = organization.periods().containing(type, today);
    Period before = organization.periods().previous(running);
    return text(call, scope, running, today)
        .or(() -> text(call, scope, before, today))
        .map(Reply::text)
        .orElseGet(() -> call.reply("nothing", Map.of("period", running.label())));
  }

  private static Unit unit(CommandCall call, Organization organization, LocalDate today) {
    return SummaryScope.of(call, organization, today);
  }

  private Reply asked(CommandCall call, Scope scope, Period period, LocalDate today) {
    return text(call, scope, period, today)
        .map(Reply::text)
        .orElseGet(() -> call.reply("nothing", Map.of("period", period.label())));
  }

  private Optional<String> text(CommandCall call, Scope scope, Period period, LocalDate today) {
    return call.caller().conversation().isGroup()
        ? texts.forGroup(scope, period, today)
        : texts.full(scope, period, today);
  }

  private Period fitting(
      CommandCall call, Organization organization, Period named, LocalDate today) {
    boolean fits =
        named.type() == type
            || type == PeriodType.MONTH
                && (named.type() == PeriodType.QUARTER || named.type() == PeriodType.YEAR);
    if (!fits) {
      throw call.rejection("otherPeriod", Map.of("period", named.label()));
    }
    if (named.start().isAfter(today)) {
      throw call.rejection("future", Map.of("period", named.label()));
    }
    return named;
  }
}
