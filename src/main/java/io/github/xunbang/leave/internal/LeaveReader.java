package io.github.xunbang.leave.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.UntrustedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code 明天 病假 发烧}, {@code 12-05到12-07}, {@code 事假 周四周五}, {@code 周一起3天}: dates and kind in
 * any order, the rest is the reason. Days are whole; 上午 and 下午 are refused.
 */
final class LeaveReader {

  /** Words that name a kind, longer ones first. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("年休假", "年假"),
          Map.entry("陪产假", "陪产假"),
          Map.entry("探亲假", "探亲假"),
          Map.entry("工伤假", "工伤假"),
          Map.entry("育儿假", "育儿假"),
          Map.entry("哺乳假", "哺乳假"),
          Map.entry("事假", "事假"),
          Map.entry("病假", "病假"),
          Map.entry("年假", "年假"),
          Map.entry("婚假", "婚假"),
          Map.entry("产假", "产假"),
          Map.entry("丧假", "丧假"),
          Map.entry("调休", "调休"),
          Map.entry("补休", "调休"),
          Map.entry("轮休", "轮休"));

  private static final String SEPARATORS = " \t\n,，.。:：;；、|(（)）!！~";
  private static final Pattern FILLER =
      Pattern.compile("请个?假|休假|休息|全天|整天|一整天|我|想|要|请|的|了|啦|哦|哈|起|开始|共");
  private static final Pattern HALF = Pattern.compile("上午|下午|半天|早上|中午|晚上|傍晚");
  private static final Pattern DAYS = Pattern.compile("(\\d{1,3}|[一二两三四五六七八九十])\\s*(?:整)?天(?:假)?");
  private static final Pattern TO = Pattern.compile("\\s*(?:到|至|-{1,2}|~)\\s*");

  /** Between two dates a dash means 到; inside 12-05 it does not. */
  private static final Pattern DASH =
      Pattern.compile(
          "(?<![\\d./-])(\\d{1,2}[./-]\\d{1,2}|\\d{1,2}月\\d{1,2}[日号]?|\\d{1,2}[日号])\\s*[-~]+\\s*(?=\\d{1,2}(?:[./月日号-]|$|\\s))");

  private static final String NUMERALS = "一二三四五六七八九十";
  private static final int REASON_LENGTH = 40;
  private static final int NAME_LENGTH = 10;

  private final LeaveDates dates;
  private final String text;
  private int at;
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;
  private String kind;

  private LeaveReader(LeaveDates dates, String text, String kind) {
    this.dates = dates;
    this.text = text;
    this.kind = kind;
  }

  /**
   * Reads {@code typed}, said at {@code now}.
   *
   * @param kind the kind when none is named
   * @throws LeaveProblem with what is wrong
   */
  static LeaveWish read(String typed, String kind, BusinessDay businessDay, Instant now) {
    return new LeaveReader(new LeaveDates(businessDay, now), prepared(typed), kind).read();
  }

  private static String prepared(String typed) {
    String text =
        TypedText.normalize(TypedText.clean(typed))
            .replace("今明两天", "今天到明天")
            .replace("明后两天", "明天到后天")
            .replace("這", "这");
    return DASH.matcher(text).replaceAll("$1到").strip();
  }

  private LeaveWish read() {
    while (at < text.length() && step()) {
      // Each step takes one word.
    }
    String reason = UntrustedText.oneLine(text.substring(at), REASON_LENGTH);
    if (first == null || last == null) {
      throw noDate();
    }
    if (last.isBefore(first)) {
      throw new LeaveProblem("reversed", Map.of("dates", Leave.dates(first, last)));
    }
    return new LeaveWish(first, last, kind, reason);
  }

  /** A word with a date behind it is taken for a name that nobody has. */
  private LeaveProblem noDate() {
    String[] words = text.substring(at).split("[\\s,，]+", 2);
    boolean dateBehind = words.length == 2 && dates.read(words[1], 0).isPresent();
    return dateBehind
        ? new LeaveProblem(
            "unknownName", Map.of("name", UntrustedText.oneLine(words[0], NAME_LENGTH)))
        : new LeaveProblem("noDate");
  }

  /** Takes one word; false where the reason begins. */
  private boolean step() {
    if (SEPARATORS.indexOf(text.charAt(at)) >= 0) {
      at++;
      return true;
    }
    return takeKind() || takeHalf() || takeDays() || takeDate() || takeFiller();
  }

  private boolean takeKind() {
    for (int length : List.of(3, 2)) {
      int end = Math.min(text.length(), at + length);
      String named = KINDS.get(text.substring(at, end));
      if (named != null) {
        kind = named;
        at = end;
        return true;
      }
    }
    return false;
  }

  private boolean takeHalf() {
    if (take(HALF).isPresent()) {
      throw new LeaveProblem("half");
    }
    return false;
  }

  /** {@code 3天}: calendar days from the first one on; the answer names the last. */
  private boolean takeDays() {
    Optional<Matcher> days = take(DAYS);
    if (days.isEmpty()) {
      return false;
    }
    int count = number(days.get().group(1));
    if (count == 0) {
      throw new LeaveProblem("noDate");
    }
    if (first != null && first.equals(last)) {
      last = first.plusDays(count - 1L);
    }
    return true;
  }

  private boolean takeDate() {
    Optional<LeaveDates.Found> found = dates.read(text, at);
    if (found.isEmpty()) {
      return false;
    }
    LocalDate date = found.get().date();
    if (first == null) {
      first = date;
      last = date;
      at = found.get().end();
      takeEnd();
      return true;
    }
    return takeNextDay(date, found.get().end());
  }

  /** 明天后天, 周四周五: days that follow each other make one stretch; others are asked for apart. */
  private boolean takeNextDay(LocalDate date, int end) {
    if (last != null && date.equals(last.plusDays(1))) {
      last = date;
      at = end;
      return true;
    }
    if (date.equals(last) || date.equals(first)) {
      at = end;
      return true;
    }
    throw new LeaveProblem("oneStretch");
  }

  private void takeEnd() {
    int before = at;
    LocalDate begin = first;
    if (begin == null || take(TO).isEmpty()) {
      return;
    }
    Optional<LeaveDates.Found> end = dates.readEnd(text, at, begin);
    if (end.isPresent()) {
      last = end.get().date();
      at = end.get().end();
    } else if (text.substring(before).strip().startsWith("-")) {
      // A dash before the reason: 明天 - 家里有事.
      return;
    } else {
      throw new LeaveProblem("noEnd");
    }
  }

  private boolean takeFiller() {
    return take(FILLER).isPresent();
  }

  private Optional<Matcher> take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    return Optional.of(matcher);
  }

  private static int number(String typed) {
    return Character.isDigit(typed.charAt(0))
        ? Integer.parseInt(typed)
        : typed.equals("两") ? 2 : NUMERALS.indexOf(typed) + 1;
  }
}
