package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.calendar.PeriodWords;
import io.github.xunbang.organization.Organization;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which period imported figures are of: 去年12月, 2025年12月上旬, 2025-12, 2025-12-05. */
final class ImportPeriod {

  private static final Pattern NUMERIC =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})(?:月|[-/.月](\\d{1,2})日?)?");

  private ImportPeriod() {}

  /** The period, months and years by the organization's settlement day. */
  static Optional<Period> parse(String typed, Organization organization, Instant now) {
    String text = typed.strip();
    Matcher numeric = NUMERIC.matcher(text);
    try {
      Optional<Period> natural =
          numeric.matches() ? Optional.of(numeric(numeric)) : words(text, organization, now);
      return natural.map(period -> settled(period, organization.periods()));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** What people read; always with the year, for history is about years. */
  static String label(Period period) {
    return switch (period.type()) {
      case DAY, WEEK, CAMPAIGN -> period.start().getYear() + "年" + period.label();
      case XUN, HALF_MONTH, MONTH, QUARTER, YEAR -> period.label();
    };
  }

  private static Period numeric(Matcher numeric) {
    YearMonth month =
        YearMonth.of(Integer.parseInt(numeric.group(1)), Integer.parseInt(numeric.group(2)));
    return numeric.group(3) == null
        ? Period.containing(PeriodType.MONTH, month.atDay(1))
        : Period.containing(PeriodType.DAY, month.atDay(Integer.parseInt(numeric.group(3))));
  }

  private static Optional<Period> words(String text, Organization organization, Instant now) {
    int year = organization.businessDay().of(now).getYear();
    String dated =
        text.length() > 2
            ? text.replaceFirst("^去年", year - 1 + "年")
                .replaceFirst("^前年", year - 2 + "年")
                .replaceFirst("^今年", year + "年")
            : text;
    return new PeriodWords(organization.businessDay(), now).parse(dated);
  }

  private static Period settled(Period natural, PeriodCalendar calendar) {
    LocalDate start = natural.start();
    return switch (natural.type()) {
      case MONTH, QUARTER, YEAR ->
          calendar.containing(natural.type(), calendar.month(YearMonth.from(start)).end());
      case DAY, WEEK, XUN, HALF_MONTH, CAMPAIGN -> natural;
    };
  }
}
