package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.DateWords;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the day of a signing out of a line about a deal. */
final class SigningDates {

  private static final Pattern DAY_WORD = Pattern.compile("[今昨前]天");

  private final DateWords dates;

  SigningDates(DateWords dates) {
    this.dates = dates;
  }

  /**
   * The day that stands at the position, passed over; empty when none does.
   *
   * @throws SigningProblem for a day that is not clear or does not exist
   */
  Optional<LocalDate> take(SigningText line, boolean amountKnown) {
    Optional<DateWords.Found> found =
        dates.read(line.text, line.at).filter(one -> isDate(line, one, amountKnown));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    LocalDate day = day(found.get().reading());
    line.at = found.get().end();
    return Optional.of(day);
  }

  /** 今日头条 and 周一鸣 are customers, 5.8 is an amount until there is one. */
  private static boolean isDate(SigningText line, DateWords.Found found, boolean amountKnown) {
    String text = line.text;
    String word = text.substring(line.at, found.end());
    if (found.bare() && !amountKnown && !word.contains("-") && !word.contains("/")) {
      return false;
    }
    boolean apart =
        found.end() >= text.length() || !Character.isLetterOrDigit(text.charAt(found.end()));
    return apart || DAY_WORD.matcher(word).matches() || word.contains("月");
  }

  private static LocalDate day(DateReading reading) {
    if (reading instanceof DateReading.Resolved one) {
      return one.date();
    }
    if (reading instanceof DateReading.Ambiguous two) {
      throw new SigningProblem(
          "midnight",
          Map.of(
              "first", DateText.day(two.calendarDay()),
              "second", DateText.day(two.businessDay()),
              "date", DateText.shortDay(two.businessDay())));
    }
    if (reading instanceof DateReading.Contradiction two) {
      throw new SigningProblem("contradiction", Map.of("sentence", two.sentence()));
    }
    throw new SigningProblem("noSuchDate", Map.of("date", ((DateReading.Invalid) reading).text()));
  }
}
