package io.github.xunbang.ranking.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants explained: {@code 我第5名}, {@code 张敏 第2名 签单 上旬}, {@code 五店 业绩 本月}. Understood
 * as a whole or not at all, so that another room may answer what this one does not know.
 *
 * @param metric which figure, or null
 * @param period when, or null
 * @param member about whom, or null for the asker
 * @param unit about which unit, or null
 * @param place which place, or null when only a figure is asked for
 */
record WhyQuestion(
    @Nullable Metric metric,
    @Nullable Period period,
    @Nullable Member member,
    @Nullable Unit unit,
    @Nullable Integer place) {

  private static final int LONGEST = 24;
  private static final Pattern PLACE = Pattern.compile("第([0-9一二三四五六七八九十百]{1,4})名?");
  private static final List<String> TYPES = List.of("metric", "period", "member", "unit");
  private static final List<String> FILLERS =
      List.of(
          "为什么", "怎么", "多少", "名次", "排名", "这么", "我", "本人", "自己", "是", "的", "在", "排", "算", "来", "了",
          "呢", "有", "只", "榜", "，", ",", "。", "？", "?", "！", "!", "、", "：", ":", " ", "\n", "\t");

  /** Reads the question; empty when any word of it is not understood or nothing is asked. */
  static Optional<WhyQuestion> read(CommandCall call, Map<String, ArgumentType> types) {
    String typed = call.input();
    String text = TypedText.normalize(typed);
    Map<String, Object> found = new HashMap<>();
    int at = 0;
    while (at < text.length()) {
      int next = typed(call, types, typed, at, found);
      next = next > at ? next : place(text, at, found);
      next = next > at ? next : filler(text, at);
      if (next == at) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(
            new WhyQuestion(
                (Metric) found.get("metric"),
                (Period) found.get("period"),
                (Member) found.get("member"),
                (Unit) found.get("unit"),
                (Integer) found.get("place")))
        .filter(question -> question.metric != null || question.place != null);
  }

  /** The longest piece from {@code at} that a type accepts which has nothing yet. */
  private static int typed(
      CommandCall call,
      Map<String, ArgumentType> types,
      String text,
      int at,
      Map<String, Object> found) {
    for (int end = Math.min(text.length(), at + LONGEST); end > at; end--) {
      String piece = text.substring(at, end);
      if (piece.isBlank() || !piece.equals(piece.strip())) {
        continue;
      }
      for (String name : TYPES) {
        ArgumentType type = types.get(name);
        if (type == null || found.containsKey(name)) {
          continue;
        }
        Optional<Object> value = type.parse(piece, call.caller(), call.message());
        if (value.isPresent()) {
          found.put(name, value.get());
          return end;
        }
      }
    }
    return at;
  }

  private static int place(String text, int at, Map<String, Object> found) {
    Matcher matcher = PLACE.matcher(text).region(at, text.length());
    if (found.containsKey("place") || !matcher.lookingAt()) {
      return at;
    }
    Optional<Integer> number =
        ChineseNumber.parse(matcher.group(1)).map(parsed -> parsed.value().intValue());
    number.ifPresent(place -> found.put("place", place));
    return number.isPresent() ? matcher.end() : at;
  }

  private static int filler(String text, int at) {
    return FILLERS.stream()
        .filter(filler -> text.startsWith(filler, at))
        .findFirst()
        .map(filler -> at + filler.length())
        .orElse(at);
  }
}
