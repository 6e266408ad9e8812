package io.github.xunbang.leave.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.UntrustedText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code 明天 病假 发烧}, {@code 12-05到12-07上午}, {@code 事假 周四周五}, {@code 从周一起3天}, {@code 下午}:
 * dates, halves and kind in any order, the rest is the reason. Where a date or a half is left open
 * there are several wishes, and the person is asked.
 */
final class LeaveReader {

  private static final String SEPARATORS = " \t\n,，.。:：;；、|(（)）!！~";
  private static final Pattern FILLER =
      Pattern.compile("请个?假|休假|休息|全天|整天|一整天|我|想|要|请|的|了|啦|哦|哈|从|自|起|开始|共");
  private static final Pattern WEEK = Pattern.compile("(下下|下|这|本)个?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])");

  /** 下周三天: next Wednesday, or three days of next week. */
  private static final Pattern WEEKDAY_OR_LENGTH =
      Pattern.compile("(?:下|这|本)?个?(?:周|星期|礼拜)[一二三四五六1-6]天(?!气)");

  private static final Pattern TO = Pattern.compile("\\s*(?:到|至|-{1,2}|~)\\s*");

  /** Between two dates a dash means 到; inside 12-05 it does not. */
  private static final Pattern DASH =
      Pattern.compile(
          "(?<![\\d./-])(\\d{1,2}[./-]\\d{1,2}|\\d{1,2}月\\d{1,2}[日号]?|\\d{1,2}[日号])\\s*[-~]+\\s*(?=\\d{1,2}(?:[./月日号-]|$|\\s))");

  private static final int REASON_LENGTH = 40;
  private static final int NAME_LENGTH = 10;

  private final LeaveDates dates;
  private final String text;
  private int at;
  private @Nullable Span span;
  private @Nullable Boolean half;
  private boolean halfLeftOpen;
  private int halves;
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
   * @return one wish, or those among which the person has to choose
   * @throws LeaveProblem with what is wrong
   */
  static List<LeaveWish> read(String typed, String kind, BusinessDay businessDay, Instant now) {
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

  private List<LeaveWish> read() {
    while (at < text.length() && step()) {
      // Each step takes one word.
    }
    String reason = UntrustedText.oneLine(text.substring(at), REASON_LENGTH);
    Span dated = span;
    List<Span> meant = dated == null ? undated() : dated(dated);
    return meant.stream().map(one -> new LeaveWish(one, kind, reason)).toList();
  }

  private List<Span> undated() {
    LeaveChoices choices = new LeaveChoices(dates);
    if (half != null) {
      return choices.half(half);
    }
    if (halfLeftOpen) {
      return choices.anyHalf();
    }
    if (halves == 0) {
      throw noDate();
    }
    return choices.lasting(halves);
  }

  private List<Span> dated(Span said) {
    if (said.reversed()) {
      throw new LeaveProblem("reversed", Map.of("dates", said.text()));
    }
    boolean oneDay = said.first().equals(said.last());
    if (half != null) {
      return List.of(halfOf(said, half));
    }
    if (halfLeftOpen && said.isOneWholeDay()) {
      return LeaveChoices.halvesOf(said.first());
    }
    return List.of(halves > 0 && oneDay ? said.lasting(halves) : said);
  }

  /** A half named apart from its day; beside several days nobody knows which day it is of. */
  private static Span halfOf(Span said, boolean afternoon) {
    if (said.isOneWholeDay()) {
      return Span.of(said.first(), afternoon);
    }
    if (!said.from().equals(said.to())) {
      throw new LeaveProblem("half");
    }
    return said.from().afternoon() == afternoon ? said : Span.days(said.first(), said.last());
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
    return takeKind()
        || takeHalf()
        || takeLength()
        || takeWeek()
        || takeDate()
        || take(FILLER).isPresent();
  }

  private boolean takeKind() {
    Optional<LeaveKinds.Found> found = LeaveKinds.at(text, at);
    found.ifPresent(
        one -> {
          kind = one.kind();
          at = one.end();
        });
    return found.isPresent();
  }

  private boolean takeHalf() {
    Boolean named = namedHalf();
    if (named != null) {
      half = named;
      return true;
    }
    Optional<Integer> open = HalfWords.open(text, at);
    if (open.isPresent()) {
      halfLeftOpen = true;
      at = open.get();
      return true;
    }
    boolean wholeSoFar = half == null && (span == null || span.isOneWholeDay());
    if (wholeSoFar && HalfWords.isNeither(text, at)) {
      throw new LeaveProblem("half");
    }
    return false;
  }

  private @Nullable Boolean namedHalf() {
    Optional<HalfWords.Found> found = HalfWords.named(text, at);
    found.ifPresent(one -> at = one.end());
    return found.map(HalfWords.Found::afternoon).orElse(null);
  }

  /** {@code 3天}, {@code 一天半}: calendar days from the first one on; the answer names the last. */
  private boolean takeLength() {
    Optional<LeaveLength.Found> found = LeaveLength.at(text, at);
    if (found.isEmpty()) {
      return false;
    }
    at = found.get().end();
    int count = found.get().halves();
    if (count == 0) {
      throw new LeaveProblem("noDate");
    }
    halfLeftOpen = halfLeftOpen || count == 1;
    halves = count == 1 ? 0 : count;
    return true;
  }

  private boolean takeWeek() {
    Optional<Matcher> found = take(WEEK);
    if (found.isEmpty()) {
      return false;
    }
    String which = found.get().group(1);
    join(dates.week(which.startsWith("下") ? which.length() : 0));
    return true;
  }

  private boolean takeDate() {
    if (take(WEEKDAY_OR_LENGTH).isPresent()) {
      throw new LeaveProblem("noDate");
    }
    Optional<LeaveDates.Found> found = dates.read(text, at);
    if (found.isEmpty()) {
      return false;
    }
    at = found.get().end();
    Span day = Span.of(found.get().date(), halfBeside());
    join(span == null ? withEnd(day) : day);
    return true;
  }

  private @Nullable Boolean halfBeside() {
    int before = at;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '的')) {
      at++;
    }
    Boolean named = at < text.length() ? namedHalf() : null;
    at = named == null ? before : at;
    return named;
  }

  /** 明天后天, 周四周五: what follows without a gap makes one stretch; others are asked for apart. */
  private void join(Span next) {
    Span before = span;
    if (before == null) {
      span = next;
    } else if (next.from().equals(before.to().next())) {
      span = before.until(next.to());
    } else if (!before.covers(next.from()) || !before.covers(next.to())) {
      throw new LeaveProblem("oneStretch");
    }
  }

  private Span withEnd(Span begin) {
    int before = at;
    if (take(TO).isEmpty()) {
      return begin;
    }
    Optional<LeaveDates.Found> end = dates.readEnd(text, at, begin.first());
    if (end.isPresent()) {
      at = end.get().end();
      return begin.until(Span.of(end.get().date(), halfBeside()).to());
    }
    Boolean sameDay = halfBeside();
    if (sameDay != null) {
      return begin.until(new HalfDay(begin.first(), sameDay));
    }
    if (text.substring(before).strip().startsWith("-")) {
      // A dash before the reason: 明天 - 家里有事.
      return begin;
    }
    throw new LeaveProblem("noEnd");
  }

  private Optional<Matcher> take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    return Optional.of(matcher);
  }
}
