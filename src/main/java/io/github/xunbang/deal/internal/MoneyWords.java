package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.ParsedNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** What a day and an amount must be so that money can be entered; else what is wrong with them. */
final class MoneyWords {

  private static final BigDecimal SMALL = BigDecimal.valueOf(100);

  private MoneyWords() {}

  /**
   * The day that was meant.
   *
   * @throws MoneyProblem when it is not clear or does not exist
   */
  static LocalDate day(DateReading reading) {
    if (reading instanceof DateReading.Resolved resolved) {
      return resolved.date();
    }
    if (reading instanceof DateReading.Ambiguous ambiguous) {
      throw new MoneyProblem(
          "midnight",
          Map.of(
              "first", DateText.day(ambiguous.businessDay()),
              "second", DateText.day(ambiguous.calendarDay())));
    }
    if (reading instanceof DateReading.Contradiction contradiction) {
      throw new MoneyProblem("contradiction", Map.of("sentence", contradiction.sentence()));
    }
    throw new MoneyProblem("noSuchDate", Map.of("date", ((DateReading.Invalid) reading).text()));
  }

  /**
   * The amount in 元, more than 0, with at most two decimals.
   *
   * @throws MoneyProblem when it cannot be entered so
   */
  static BigDecimal amount(String text, ParsedNumber found, boolean negative) {
    String word = text.substring(found.start(), found.end());
    if (found.vague()) {
      throw new MoneyProblem("vague", Map.of("typed", word));
    }
    BigDecimal value = found.value();
    if (negative || value.signum() <= 0) {
      throw new MoneyProblem("notPositive");
    }
    if (value.stripTrailingZeros().scale() > 2) {
      throw new MoneyProblem("cents", Map.of("amount", NumberText.plain(value)));
    }
    if (!found.unitKnown() && value.compareTo(SMALL) < 0) {
      throw new MoneyProblem("unit", Map.of("typed", word));
    }
    return value;
  }
}
