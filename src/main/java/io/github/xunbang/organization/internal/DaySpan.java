package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From when to when something holds, as typed: 本月, 下月, 12-05到12-11, 自 12-05, 到 12-31, 12-05起.
 *
 * @param from first day
 * @param until last day, or null while it lasts
 * @param typed whether the line said it; otherwise it is from today on
 * @param words the line's words without it
 */
record DaySpan(LocalDate from, @Nullable LocalDate until, boolean typed, List<String> words) {

  private static final Pattern RANGE = Pattern.compile("(.*?)(?:到|至|~|—|--)(.+)");

  /** Dates may lie this far ahead and still be meant for the coming year. */
  private static final int MOST_AHEAD = 200;

  DaySpan {
    words = List.copyOf(words);
  }

  /** Reads the words of one line, said at {@code now}. */
  static DaySpan of(List<String> words, Organization organization, Instant now) {
    DateWords dates = new DateWords(organization.businessDay(), now);
    PeriodCalendar periods = organization.periods();
    LocalDate from = dates.today();
    LocalDate until = null;
    boolean typed = false;
    List<String> rest = new ArrayList<>();
    for (String word : joined(words)) {
      // 周六 may be the person whom the line is about.
      boolean person = organization.memberNamed(word, dates.today()).isPresent();
      Optional<DaySpan> span =
          person
              ? Optional.empty()
              : month(word, periods, dates.today()).or(() -> range(word, dates));
      if (span.isPresent() && !typed) {
        from = span.get().from();
        until = span.get().until();
        typed = true;
      } else {
        rest.add(word);
      }
    }
    return new DaySpan(from, until, typed, rest);
  }

  /** Whether it ends before it begins. */
  boolean isBackwards() {
    return until != null && until.isBefore(from);
  }

  /** {@code 到 12-31} and {@code 12-05 到 12-11} become one word. */
  private static List<String> joined(List<String> words) {
    if (words.isEmpty()) {
      return words;
    }
    String line =
        String.join(" ", words)
            .replaceAll("\\s*(到|至)\\s*(?=[\\d十一二三四五六七八九明后下本月])", "$1")
            .replaceAll("(自|从)\\s+(?=\\d)", "$1")
            .replaceAll("(?<=\\S)\\s+起", "起");
    // A name may stand right before 到 12-31; only a date belongs to it.
    return List.of(line.replaceAll("(?<![\\d号日天月])(到|至)(?=[\\d明后])", " $1").strip().split("\\s+"));
  }

  private static Optional<DaySpan> month(String word, PeriodCalendar periods, LocalDate today) {
    Period month = periods.containing(PeriodType.MONTH, today);
    return switch (word) {
      case "本月", "这个月", "当月" ->
          Optional.of(new DaySpan(month.start(), month.end(), true, List.of()));
      case "下月", "下个月" -> {
        Period next = periods.next(month);
        yield Optional.of(new DaySpan(next.start(), next.end(), true, List.of()));
      }
      default -> Optional.empty();
    };
  }

  private static Optional<DaySpan> range(String word, DateWords dates) {
    Matcher range = RANGE.matcher(word);
    if (range.matches()) {
      Optional<LocalDate> from =
          range.group(1).isEmpty() ? Optional.of(dates.today()) : date(range.group(1), dates);
      Optional<LocalDate> until = date(range.group(2), dates);
      return from.isPresent() && until.isPresent()
          ? Optional.of(new DaySpan(from.get(), until.get(), true, List.of()))
          : Optional.empty();
    }
    return date(word, dates).map(day -> new DaySpan(day, null, true, List.of()));
  }

  /**
   * A date word; one without a year that the calendar puts long ago is the coming one, so that 1-15
   * said in December lies ahead.
   */
  static Optional<LocalDate> date(String typed, DateWords dates) {
    String bare = typed.replaceFirst("^[自从]", "").replaceFirst("起$", "");
    boolean year = bare.matches("\\d{4}.*|.*年.*");
    return dates
        .parse(bare)
        .filter(DateReading.Resolved.class::isInstance)
        .map(reading -> ((DateReading.Resolved) reading).date())
        .map(
            day ->
                !year && day.plusYears(1).isBefore(dates.today().plusDays(MOST_AHEAD))
                    ? day.plusYears(1)
                    : day);
  }
}
