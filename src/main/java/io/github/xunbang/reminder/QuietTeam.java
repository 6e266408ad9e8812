package io.github.xunbang.reminder;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.report.EveningRest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Lets a team that stopped reporting, or never began to, have its evenings: after three workdays
 * without a single figure nothing is asked of anybody until somebody reports again.
 */
@Component
class QuietTeam implements EveningRest {

  private static final int WORKDAYS = 3;

  /** On which of the resting workdays it is said, should the first have been missed. */
  private static final int SAID_WITHIN = 3;

  /** Longer than any holiday. */
  private static final int LOOKS_BACK = 31;

  private final Ledger ledger;
  private final ReportingDuty duty;
  private final ManagerNotes notes;

  QuietTeam(Ledger ledger, ReportingDuty duty, ManagerNotes notes) {
    this.ledger = ledger;
    this.duty = duty;
    this.notes = notes;
  }

  @Override
  public boolean rests(Organization organization, LocalDate day) {
    return !anyFigure(organization, day) && silentBefore(organization, day).size() >= WORKDAYS;
  }

  @Override
  public void tell(Organization organization, LocalDate day) {
    List<LocalDate> silent = silentBefore(organization, day);
    if (silent.size() < WORKDAYS + SAID_WITHIN) {
      String since = silent.get(silent.size() - 1).toString();
      notes.tell(
          organization,
          day,
          String.join("|", "evening-rest", organization.id(), since),
          "【催报】连续%d个工作日没有日报，催报、战报和缺报名单先停；有人报数就自动恢复。\n想提醒大家请发：催报".formatted(WORKDAYS));
    }
  }

  /** The latest workdays before {@code day} on which reports were owed and none came. */
  private List<LocalDate> silentBefore(Organization organization, LocalDate day) {
    return Stream.iterate(day.minusDays(1), one -> one.minusDays(1))
        .limit(LOOKS_BACK)
        .filter(one -> anyFigure(organization, one) || !duty.missing(organization, one).isEmpty())
        .limit(WORKDAYS + SAID_WITHIN)
        .takeWhile(one -> !anyFigure(organization, one))
        .toList();
  }

  /** Whether anybody reported anything for {@code day}, for themselves or for a store. */
  private boolean anyFigure(Organization organization, LocalDate day) {
    List<String> subjects =
        Stream.concat(
                organization.activeMembers(day).stream().map(Member::id),
                organization.units().active(day).stream().map(Unit::id))
            .toList();
    return ledger
        .figures(organization.id(), subjects, Period.containing(PeriodType.DAY, day))
        .values()
        .stream()
        .anyMatch(figures -> figures.reportedDays() > 0 || !figures.sums().isEmpty());
  }
}
