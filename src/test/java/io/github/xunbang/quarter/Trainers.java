package io.github.xunbang.quarter;

import io.github.xunbang.quarter.Expectation.Post;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** 培训: on the 16th the next month's trainer, on the 1st the month's, in order of joining. */
final class Trainers {

  private final Script script;
  private final Tally tally;
  private final Map<YearMonth, String> turns = new TreeMap<>();

  Trainers(Script script, Tally tally) {
    this.script = script;
    this.tally = tally;
  }

  /** Nobody trains twice within these three months, so whoever did not yet is next. */
  void prepare(LocalDate meeting, List<Post> posts) {
    LocalDateTime at = meeting.atTime(8, 45);
    YearMonth month = of(meeting);
    LocalDate first = month.atDay(1);
    while (!Script.works(first)) {
      first = first.plusDays(1);
    }
    String known = turns.get(month);
    if (known == null || !tally.isThere(known, first, at)) {
      for (Script.Person one : script.people) {
        if (!turns.containsValue(one.name())
            && one.isThere(meeting)
            && tally.isThere(one.name(), first, at)) {
          turns.put(month, one.name());
          posts.add(new Post(at, one.name(), told(month)));
          return;
        }
      }
    }
  }

  /** The manager names another one for January. */
  void of(LocalDate day, List<Post> posts) {
    if (day.equals(Script.APPOINTED.toLocalDate())) {
      YearMonth month = YearMonth.from(day).plusMonths(1);
      String before = turns.put(month, Script.TOPIC.who());
      posts.add(new Post(Script.APPOINTED, Script.TOPIC.who(), told(month)));
      posts.add(
          new Post(
              Script.APPOINTED,
              before,
              "【培训】%d月的培训这次换一位来讲，你先不用准备，下回再请你。".formatted(month.getMonthValue())));
    }
  }

  private static String told(YearMonth month) {
    return "【培训】%d月轮到你给大家讲一课，挑一个你最拿手的！\n题目请回：培训 题目 怎么和小区物业打交道\n来不了请跟经理说一声"
        .formatted(month.getMonthValue());
  }

  private static YearMonth of(LocalDate meeting) {
    return YearMonth.from(meeting).plusMonths(meeting.getDayOfMonth() == 1 ? 0 : 1);
  }

  /** What a pack says of it, in a unit's group only of its own people. */
  List<String> line(LocalDate meeting, @Nullable String unit, boolean full) {
    String name = turns.get(of(meeting));
    if (!tally.people(unit).contains(name)) {
      return List.of();
    }
    String topic =
        name.equals(Script.TOPIC.who()) && Script.TOPIC.at().toLocalDate().isBefore(meeting)
            ? " 讲“" + Script.TOPIC.text() + "”"
            : "，讲一个自己最拿手的";
    String month = meeting.getDayOfMonth() == 1 ? "本月培训：" : "下月培训：";
    return List.of(month + name + topic + (full ? "（换人请发：培训 指定 姓名）" : ""));
  }
}
