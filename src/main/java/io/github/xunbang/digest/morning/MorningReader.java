package io.github.xunbang.digest.morning;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.message.UntrustedText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads items of a 晨会, one a line: {@code 市场 …}, {@code 通知 … 12-08}, {@code 每周一 口号 …}. Either all
 * lines are understood or none is taken.
 */
final class MorningReader {

  private static final int LONGEST = 100;
  private static final Pattern EVERY = Pattern.compile("每天|每日|天天|每个?工作日|工作日");
  private static final Pattern WEEKLY = Pattern.compile("每个?(?:周|星期|礼拜)([一二三四五六日天])");
  private static final Pattern TOKEN = Pattern.compile("(?s)^(\\S+?)(?:\\s*[:：]\\s*|\\s+)(.+)$");

  private final CommandCall call;
  private final AheadDates dates;
  private final LocalDate next;

  /**
   * Reads what {@code call} says.
   *
   * @param next the day of the next 晨会, for items without a day
   */
  MorningReader(CommandCall call, AheadDates dates, LocalDate next) {
    this.call = call;
    this.dates = dates;
    this.next = next;
  }

  /**
   * One item asked for; {@code when} as in {@link MorningItem}.
   *
   * @param text harmless already
   */
  record Wish(Part part, String text, String when) {}

  /** What a line begins with, and the rest. */
  private record Timed(String when, String rest) {}

  List<Wish> wishes() {
    return TypedText.clean(call.input())
        .lines()
        .map(line -> line.strip().replaceFirst("^晨会\\s*", ""))
        .filter(line -> !line.isBlank())
        .map(this::wish)
        .toList();
  }

  private Wish wish(String line) {
    Optional<Timed> before = leading(line);
    Part.Found found =
        Part.read(before.map(Timed::rest).orElse(line))
            .orElseThrow(() -> call.rejection("noPart", Map.of("line", shown(line, 20))));
    Optional<Timed> timed =
        before.isPresent()
            ? Optional.of(new Timed(before.get().when(), found.rest()))
            : leading(found.rest()).or(() -> trailing(found.rest()));
    String text = timed.map(Timed::rest).orElse(found.rest());
    if (text.isBlank()) {
      throw call.rejection("noText", Map.of("part", found.part().word()));
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw call.rejection("tooLong", Map.of("most", LONGEST));
    }
    String when = timed.map(Timed::when).orElseGet(() -> MorningItem.once(next));
    return new Wish(found.part(), shown(PhoneNumbers.masked(text), LONGEST), when);
  }

  private Optional<Timed> leading(String line) {
    Matcher token = TOKEN.matcher(line);
    return token.matches()
        ? when(token.group(1)).map(when -> new Timed(when, token.group(2).strip()))
        : Optional.empty();
  }

  private Optional<Timed> trailing(String line) {
    int blank = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\u3000'));
    if (blank < 0) {
      return Optional.empty();
    }
    String token = line.substring(blank + 1);
    boolean clear =
        EVERY.matcher(token).matches()
            || WEEKLY.matcher(token).matches()
            || AheadDates.isClearAtEnd(token);
    return clear
        ? when(token).map(when -> new Timed(when, line.substring(0, blank).strip()))
        : Optional.empty();
  }

  private Optional<String> when(String token) {
    if (EVERY.matcher(token).matches()) {
      return Optional.of(MorningItem.EVERY);
    }
    Matcher weekly = WEEKLY.matcher(token);
    if (weekly.matches()) {
      int day = Math.min(7, "一二三四五六日天".indexOf(weekly.group(1)) + 1);
      return Optional.of(MorningItem.weekly(DayOfWeek.of(day)));
    }
    return dates.read(token).map(MorningItem::once);
  }

  private static String shown(String text, int most) {
    return UntrustedText.oneLine(text.replaceAll("\\s+", " "), most);
  }
}
