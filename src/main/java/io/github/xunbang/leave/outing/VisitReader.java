package io.github.xunbang.leave.outing;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.message.UntrustedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code 八店 找王店长 13800000000 明天上午 谈合同} and {@code 地点：八店 拜访：王店长 电话：…}: what is recognised by
 * its form (phone, date, time of day, 找 …) may stand anywhere; of the rest the first word is the
 * place, the second the person, then the purpose.
 */
final class VisitReader {

  private static final int LENGTH = 30;
  private static final int NAME_LENGTH = 12;
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:^|(?<=[\\s,，;；。]))"
              + "(地点|地址|去哪|去哪儿|拜访对象|拜访人|拜访|对象|联系人|联系电话|电话|手机号?|日期|时间|事由|目的|内容)\\s*[:]\\s*");
  private static final Pattern TIME =
      Pattern.compile(
          "(?:上午|下午|中午|早上|晚上|傍晚|全天|整天)"
              + "(?:(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})(?::\\d{2}|点半?(?:\\d{1,2}分)?))?"
              + "|(?<!\\d)\\d{1,2}(?::\\d{2}|点半?)(?!\\d)");
  private static final Pattern PERSON =
      Pattern.compile(
          "(?:^|(?<=[\\s,，;；。])|(?<=\\S{2}))(?:拜访|约见|会见|看望|找|见|约)([^\\s,，;；。]+?)(?=谈|签|聊|[\\s,，;；。]|$)");
  private static final Pattern GO = Pattern.compile("^(?:我|要|去|到|前往|在)+(?=\\S)");
  private static final Pattern BREAK = Pattern.compile("[\\s,，;；。!~]+");

  private final DateWords dates;
  private final Map<String, String> found = new HashMap<>();
  private String text;
  private @Nullable LocalDate day;

  private VisitReader(BusinessDay businessDay, Instant now, String typed) {
    dates = new DateWords(businessDay, now);
    text = TypedText.normalize(TypedText.clean(typed)).strip();
  }

  /**
   * What was read.
   *
   * @param day the day of the visit, or null when none was said
   */
  record Read(@Nullable LocalDate day, Visit visit) {}

  /**
   * Reads {@code typed}, said at {@code now}.
   *
   * @throws OutingProblem when a date in it is none, or past
   */
  static Read read(String typed, BusinessDay businessDay, Instant now) {
    return new VisitReader(businessDay, now, typed).read();
  }

  /** The day that {@code typed} is as a whole: for 外出 明天. */
  static Optional<LocalDate> day(String typed, BusinessDay businessDay, Instant now) {
    String text = TypedText.normalize(TypedText.clean(typed)).strip();
    return new DateWords(businessDay, now)
        .read(text, 0)
        .filter(found -> found.end() == text.length())
        .map(DateWords.Found::reading)
        .map(
            reading ->
                reading instanceof DateReading.Resolved one
                    ? coming(one.date(), text, businessDay.of(now))
                    : null);
  }

  /** A weekday is the next one, today included. */
  private static LocalDate coming(LocalDate said, String word, LocalDate today) {
    return word.matches("(?:周|星期|礼拜).")
        ? today.with(TemporalAdjusters.nextOrSame(said.getDayOfWeek()))
        : said;
  }

  private Read read() {
    takePhone();
    takeLabels();
    takeDate();
    take("时间", TIME, 0);
    take("拜访", PERSON, 1);
    takeRest();
    return new Read(
        day,
        new Visit(
            shown("地点", LENGTH),
            shown("拜访", NAME_LENGTH),
            found.getOrDefault("电话", ""),
            shown("时间", NAME_LENGTH),
            shown("事由", LENGTH)));
  }

  /** Only the first number is kept; a second one is cut out, so that no list can show it. */
  private void takePhone() {
    for (Optional<PhoneNumbers.Found> phone = PhoneNumbers.first(text);
        phone.isPresent();
        phone = PhoneNumbers.first(text)) {
      found.putIfAbsent("电话", phone.get().digits());
      cut(phone.get().start(), phone.get().end());
    }
  }

  private void takeLabels() {
    Matcher label = LABEL.matcher(text);
    while (label.find()) {
      int end = endOfValue(label.end());
      String key = key(label.group(1));
      String value = text.substring(label.end(), end).strip();
      cut(label.start(), end);
      if (key.equals("日期")) {
        // Dates and times are understood by their form, labelled or not.
        text = value + " " + text;
      } else if (!value.isEmpty() && !key.equals("电话")) {
        found.putIfAbsent(key, value);
      }
      label = LABEL.matcher(text);
    }
  }

  /** A labelled value goes on to the next label, line or punctuation mark. */
  private int endOfValue(int from) {
    Matcher next = LABEL.matcher(text);
    int end = next.find(from) ? next.start() : text.length();
    for (int at = from; at < end; at++) {
      if ("\n,，;；。".indexOf(text.charAt(at)) >= 0) {
        return at;
      }
    }
    return end;
  }

  private static String key(String label) {
    return switch (label) {
      case "地点", "地址", "去哪", "去哪儿" -> "地点";
      case "拜访对象", "拜访人", "拜访", "对象", "联系人" -> "拜访";
      case "日期", "时间" -> "日期";
      case "事由", "目的", "内容" -> "事由";
      default -> "电话";
    };
  }

  /** A date stands at the beginning of a word: 周一鸣 in 找周一鸣 is a person. */
  private void takeDate() {
    for (int at = 0; at < text.length(); at++) {
      boolean beginsWord = at == 0 || BREAK.matcher(text.substring(at - 1, at)).matches();
      Optional<DateWords.Found> date = beginsWord ? dates.read(text, at) : Optional.empty();
      if (date.isPresent()) {
        LocalDate said = ahead(date.get().reading(), text.substring(at, date.get().end()));
        if (day != null && !day.equals(said)) {
          throw new OutingProblem("oneDay");
        }
        day = said;
        cut(at, date.get().end());
      }
    }
  }

  /** A slip looks ahead: 周五 is the next one. */
  private LocalDate ahead(DateReading reading, String word) {
    if (reading instanceof DateReading.Contradiction wrong) {
      throw new OutingProblem("contradiction", Map.of("sentence", wrong.sentence()));
    }
    if (!(reading instanceof DateReading.Resolved one)) {
      throw new OutingProblem("noSuchDate", Map.of("date", word));
    }
    LocalDate today = dates.today();
    LocalDate date = coming(one.date(), word, today);
    if (date.isBefore(today)) {
      throw new OutingProblem("past", Map.of("day", DateText.day(date)));
    }
    return date;
  }

  private void take(String key, Pattern pattern, int group) {
    Matcher matcher = pattern.matcher(text);
    if (!found.containsKey(key) && matcher.find()) {
      found.put(key, matcher.group(group));
      cut(matcher.start(), matcher.end());
    }
  }

  private void takeRest() {
    for (String word : BREAK.split(text.strip())) {
      String value = GO.matcher(word).replaceFirst("").strip();
      if (value.isEmpty()) {
        continue;
      }
      if (!found.containsKey("地点")) {
        found.put("地点", value);
      } else if (!found.containsKey("拜访") && value.length() <= NAME_LENGTH && !isPurpose(value)) {
        found.put("拜访", value);
      } else {
        found.merge("事由", value, (known, more) -> known + " " + more);
      }
    }
  }

  private static boolean isPurpose(String word) {
    return word.matches("(?:谈|签|送|收|量|培训|学习|开会|检查|巡店|回访|陪).*");
  }

  private void cut(int start, int end) {
    text = text.substring(0, start) + " " + text.substring(end);
  }

  private String shown(String key, int length) {
    return UntrustedText.oneLine(found.getOrDefault(key, ""), length);
  }
}
