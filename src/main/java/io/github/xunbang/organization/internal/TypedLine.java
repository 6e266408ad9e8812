package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.organization.PersonName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a pasted list: blanks, tabs and commas part its words; a date among them (自 12-01,
 * 12-01起) says from when it holds.
 *
 * @param number its place in the message, counted from 1
 * @param words what it says, the date left out
 * @param since from when, or null
 */
record TypedLine(int number, List<String> words, @Nullable LocalDate since) {

  /** {@code 1.}, {@code 2、}, and the first column of a sheet. */
  private static final String SERIAL = "^(?:\\d{1,3}[.、)](?=\\D)|\\d{1,4}\\t|序号\\s+)\\s*";

  /** 张　敏: sheets space names of two characters to the width of three. */
  private static final Pattern SPACED_NAME =
      Pattern.compile("^(\\p{IsHan})[ \\u00A0]{1,4}(\\p{IsHan})(?=\\s|$)");

  TypedLine {
    words = List.copyOf(words);
  }

  /** The lines of {@code input} that say something; list numbers (1. 2、) are no words. */
  static List<TypedLine> of(String input, DateWords dates) {
    List<TypedLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : input.split("\n")) {
      List<String> words = words(line);
      if (!words.isEmpty()) {
        number++;
        lines.add(read(number, words, dates));
      }
    }
    return List.copyOf(lines);
  }

  /** The words of one line. */
  static List<String> words(String line) {
    String text =
        SPACED_NAME
            .matcher(PersonName.normalized(line).replaceFirst(SERIAL, ""))
            .replaceFirst("$1$2");
    return Arrays.stream(text.split("[\\s,、;|:]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static TypedLine read(int number, List<String> typed, DateWords dates) {
    List<String> words = new ArrayList<>();
    LocalDate since = null;
    for (String word : typed) {
      // 周一 may be the person whom the line is about.
      boolean name = words.isEmpty() && !word.matches("[自从\\d].*");
      Optional<LocalDate> date = since != null || name ? Optional.empty() : date(word, dates);
      if (date.isPresent()) {
        since = date.get();
      } else if (!word.equals("自") && !word.equals("从") && !word.equals("起")) {
        words.add(word);
      }
    }
    return new TypedLine(number, words, since);
  }

  private static Optional<LocalDate> date(String word, DateWords dates) {
    String bare = word.replaceFirst("^[自从]", "").replaceFirst("起$", "");
    return dates
        .parse(bare)
        .filter(DateReading.Resolved.class::isInstance)
        .map(reading -> ((DateReading.Resolved) reading).date());
  }
}
