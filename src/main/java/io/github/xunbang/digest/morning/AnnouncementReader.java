package io.github.xunbang.digest.morning;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.message.UntrustedText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a 公告: {@code 12-08 09:05 交周报}, {@code 全体：周六团建}. A date in front is when to say it if it is
 * written in digits or has a time behind it; 明天 alone belongs to the sentence.
 */
final class AnnouncementReader {

  static final int LONGEST = 500;

  private static final LocalTime TIME = LocalTime.of(9, 5);
  private static final Pattern ALL = Pattern.compile("(?s)^(?:全体|全员|所有群|各群|大家)\\s*[:：]\\s*(.*)$");
  private static final Pattern DATED =
      Pattern.compile("(?s)^(\\S+)\\s+(?:(\\d{1,2})[:：](\\d{2})(?!\\d)[\\s:：,，]*)?(.*)$");

  private AnnouncementReader() {}

  /**
   * What is to be announced.
   *
   * @param day when, or null for at once
   * @param time with {@code day}
   * @param text harmless lines
   */
  record Wish(@Nullable LocalDate day, LocalTime time, String text) {}

  /**
   * Reads what {@code call} says.
   *
   * @throws io.github.xunbang.command.CommandRejectedException when there is nothing to say, too
   *     much, or the time is none
   */
  static Wish read(CommandCall call, AheadDates dates) {
    String input = toAll(TypedText.clean(call.input()).strip());
    Matcher dated = DATED.matcher(input);
    if (dated.matches() && (AheadDates.isPlain(dated.group(1)) || dated.group(2) != null)) {
      Optional<LocalDate> day = dates.read(dated.group(1));
      if (day.isPresent()) {
        return new Wish(day.get(), time(call, dated), text(call, dated.group(4)));
      }
    }
    return new Wish(null, TIME, text(call, input));
  }

  private static LocalTime time(CommandCall call, Matcher dated) {
    if (dated.group(2) == null) {
      return TIME;
    }
    try {
      return LocalTime.of(Integer.parseInt(dated.group(2)), Integer.parseInt(dated.group(3)));
    } catch (DateTimeException e) {
      throw call.rejection("noTime", Map.of("time", dated.group(2) + ":" + dated.group(3)));
    }
  }

  private static String text(CommandCall call, String typed) {
    String text =
        PhoneNumbers.masked(toAll(typed.strip()))
            .lines()
            .map(line -> UntrustedText.oneLine(line, LONGEST))
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n"));
    if (text.isBlank()) {
      throw call.rejection("noText", Map.of());
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw call.rejection("tooLong", Map.of("most", LONGEST));
    }
    return text;
  }

  private static String toAll(String text) {
    Matcher all = ALL.matcher(text);
    return all.matches() ? all.group(1) : text;
  }
}
