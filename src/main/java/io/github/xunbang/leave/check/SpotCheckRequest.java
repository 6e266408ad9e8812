package io.github.xunbang.leave.check;

import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.leave.check.Draw.Kind;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code 抽查 日报 昨天 3}, {@code 抽查 一组 全部}, {@code 抽查 再抽 外出}: words in any order.
 *
 * @param count how many; {@link #EVERYTHING} for 全部
 * @param again whether a manager wants another draw
 */
record SpotCheckRequest(Kind kind, LocalDate day, int count, boolean again, @Nullable Unit unit) {

  static final int EVERYTHING = Integer.MAX_VALUE;

  private static final int DEFAULT_COUNT = 2;
  private static final int WORD_LENGTH = 10;
  private static final Pattern COUNT = Pattern.compile("(\\d{1,4})(?:人|个|位|张|份|条|单)?");
  private static final Set<String> ALL = Set.of("全部", "全查", "所有", "都查");
  private static final Set<String> AGAIN = Set.of("再抽", "重抽", "再来", "再抽一次");
  private static final Set<String> LOGS = Set.of("日报", "日志", "报告");
  private static final Set<String> OUTINGS = Set.of("外出", "出访", "外出单", "出访单", "行程");

  /**
   * Reads {@code typed}, said at {@code now}.
   *
   * @throws CheckProblem when a word means nothing here
   */
  static SpotCheckRequest read(String typed, Organization organization, Instant now) {
    DateWords dates = new DateWords(organization.businessDay(), now);
    SpotCheckRequest request =
        new SpotCheckRequest(Kind.LOG, dates.today(), DEFAULT_COUNT, false, null);
    String text =
        TypedText.normalize(TypedText.clean(typed))
            .replaceAll("(日报|日志|外出单?|出访单?|行程)(?=\\d|全)", "$1 ");
    for (String word : text.strip().split("[\\s,，、]+")) {
      request = word.isEmpty() ? request : request.with(word, dates, organization);
    }
    if (request.day().isAfter(dates.today())) {
      throw new CheckProblem("future", Map.of("day", day(request.day())));
    }
    return request;
  }

  private SpotCheckRequest with(String word, DateWords dates, Organization organization) {
    if (LOGS.contains(word) || OUTINGS.contains(word)) {
      Kind named = LOGS.contains(word) ? Kind.LOG : Kind.OUTING;
      return new SpotCheckRequest(named, day, count, again, unit);
    }
    if (ALL.contains(word)) {
      return new SpotCheckRequest(kind, day, EVERYTHING, again, unit);
    }
    if (AGAIN.contains(word)) {
      return new SpotCheckRequest(kind, day, count, true, unit);
    }
    if (dates.parse(word).orElse(null) instanceof DateReading.Resolved date) {
      return new SpotCheckRequest(kind, date.date(), count, again, unit);
    }
    Matcher number = COUNT.matcher(word);
    if (number.matches()) {
      return counted(Integer.parseInt(number.group(1)));
    }
    List<Unit> units = organization.units().find(word, day);
    if (units.size() != 1) {
      throw new CheckProblem(
          "unknownWord", Map.of("word", UntrustedText.oneLine(word, WORD_LENGTH)));
    }
    return new SpotCheckRequest(kind, day, count, again, units.get(0));
  }

  private SpotCheckRequest counted(int number) {
    if (number == 0) {
      throw new CheckProblem("zero");
    }
    return new SpotCheckRequest(kind, day, number, again, unit);
  }

  private static String day(LocalDate day) {
    return io.github.xunbang.calendar.DateText.day(day);
  }
}
