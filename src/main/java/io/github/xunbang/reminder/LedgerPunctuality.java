package io.github.xunbang.reminder;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.metric.DaySheets;
import io.github.xunbang.metric.ReportPunctuality;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Missing and late reports from the ledger (S-79), of the same people on the same days as {@link
 * ReportingDuty} nudges: guests owe none, nor does a manager who never reports; a day of leave is
 * none, half a day is one. Days that have not ended owe nothing yet.
 */
@Component
class LedgerPunctuality implements ReportPunctuality {

  private final Workdays workdays;
  private final ReportingDuty duty;
  private final BusinessClock clock;

  LedgerPunctuality(Workdays workdays, ReportingDuty duty, BusinessClock clock) {
    this.workdays = workdays;
    this.duty = duty;
    this.clock = clock;
  }

  @Override
  public Map<String, Counts> over(
      Organization organization, Collection<Member> members, DaySheets sheets) {
    Period period = sheets.period();
    LocalDate ended = organization.businessDay().of(clock.instant()).minusDays(1);
    LocalDate until = period.end().isAfter(ended) ? ended : period.end();
    List<Member> asked = members.stream().filter(member -> !member.guest()).toList();
    if (asked.isEmpty() || until.isBefore(period.start())) {
      return Map.of();
    }
    Period days = new Period(PeriodType.CAMPAIGN, period.start(), until);
    List<LocalDate> worked =
        days.days().filter(day -> workdays.isWorkday(organization.id(), day)).toList();
    FirstReports reports = FirstReports.read(sheets, organization, asked);
    Map<YearMonth, Set<String>> selling = new HashMap<>();
    Map<String, Counts> counts = new HashMap<>();
    for (LocalDate day : worked) {
      Set<String> managers =
          selling.computeIfAbsent(
              YearMonth.from(day), month -> duty.sellingManagers(organization, asked, day));
      Instant end = organization.businessDay().startOf(day.plusDays(1));
      for (Member member : asked) {
        boolean expected =
            member.activeOn(day)
                && (!ReportingDuty.isManager(member) || managers.contains(member.id()));
        boolean missing = expected && !reports.has(member.id(), day);
        boolean late = expected && !missing && !reports.first(member.id(), day).isBefore(end);
        if ((missing || late) && workdays.isWorkday(organization.id(), member.id(), day)) {
          counts.merge(
              member.id(), new Counts(missing ? 1 : 0, late ? 1 : 0), LedgerPunctuality::sum);
        }
      }
    }
    return counts;
  }

  private static Counts sum(Counts one, Counts other) {
    return new Counts(one.missing() + other.missing(), one.late() + other.late());
  }
}
