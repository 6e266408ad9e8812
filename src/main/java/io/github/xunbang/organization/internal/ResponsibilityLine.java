package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Responsibility;
import io.github.xunbang.organization.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One line of 负责: people, units and days in free order.
 *
 * @param people who
 * @param units for which units
 * @param span when
 * @param together whether those who have the units keep them (搭档, or several people named)
 * @param ends whether the responsibility is taken away (取消)
 */
record ResponsibilityLine(
    List<Member> people, List<Unit> units, DaySpan span, boolean together, boolean ends) {

  private static final Set<String> TOGETHER = Set.of("搭档", "一起", "同时", "协助");
  private static final Set<String> ENDS = Set.of("取消", "不再", "结束", "解除");
  private static final Set<String> FILLERS = Set.of("和", "与", "及");

  ResponsibilityLine {
    people = List.copyOf(people);
    units = List.copyOf(units);
  }

  /**
   * Reads a line said at {@code now}.
   *
   * @throws CommandRejectedException when a word is neither a person nor a unit, or the days are
   *     backwards
   */
  static ResponsibilityLine read(String line, Organization organization, Instant now) {
    LocalDate today = organization.businessDay().of(now);
    DaySpan span = DaySpan.of(TypedLine.words(line), organization, now);
    if (span.isBackwards()) {
      throw new CommandRejectedException("结束日期在开始日期前面。请这样写：负责 车娟 五店 12-05到12-11");
    }
    Set<Member> people = new LinkedHashSet<>();
    Set<Unit> units = new LinkedHashSet<>();
    boolean together = false;
    boolean ends = false;
    for (String word : span.words()) {
      Optional<Member> person = CallScene.member(organization, word, today);
      Optional<Unit> unit =
          person.isPresent() ? Optional.empty() : CallScene.unit(organization, word, today);
      person.ifPresent(people::add);
      unit.ifPresent(units::add);
      together |= TOGETHER.contains(word);
      ends |= ENDS.contains(word);
      boolean known = person.isPresent() || unit.isPresent() || FILLERS.contains(word);
      if (!known && !TOGETHER.contains(word) && !ENDS.contains(word)) {
        throw CallScene.unknown(organization, word, today);
      }
    }
    return new ResponsibilityLine(
        List.copyOf(people), List.copyOf(units), span, together || people.size() > 1, ends);
  }

  /** Whether it names only a person or only units and so asks. */
  boolean isQuestion() {
    return !ends && !span.typed() && (people.isEmpty() || units.isEmpty());
  }

  /** Refuses a line without a person or without a unit. */
  void refuseIncomplete() {
    if (people.isEmpty() || units.isEmpty()) {
      throw new CommandRejectedException(
          people.isEmpty() ? "没写由谁负责，请这样写：负责 车娟 五店 八店 本月" : "没写负责哪些单位，请这样写：负责 车娟 五店 八店 本月");
    }
  }

  /** The responsibilities with this line. */
  List<Responsibility> applied(List<Responsibility> before) {
    List<Responsibility> after = new ArrayList<>(before);
    for (Unit unit : units) {
      if (ends) {
        for (Member member : people) {
          after =
              new ArrayList<>(ResponsibilityEdits.end(after, member.id(), unit.id(), span.from()));
        }
      } else {
        Set<String> ids =
            people.stream().map(Member::id).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean joins = together && people.size() == 1;
        after =
            new ArrayList<>(
                ResponsibilityEdits.assign(
                    after, ids, unit.id(), span.from(), span.until(), joins));
      }
    }
    return after;
  }

  /** {@code 车娟 负责 五店、八店：12月1日-12月31日}. */
  String said() {
    String who = people.stream().map(Member::name).collect(Collectors.joining("、"));
    String what = units.stream().map(Unit::name).collect(Collectors.joining("、"));
    if (ends) {
      return who + " 不再负责 " + what + "：" + DateText.shortDay(span.from()) + "起";
    }
    LocalDate until = span.until();
    return "%s 负责 %s：%s%s"
        .formatted(
            who,
            what,
            DateText.shortDay(span.from()),
            until == null ? "起" : "-" + DateText.shortDay(until));
  }
}
