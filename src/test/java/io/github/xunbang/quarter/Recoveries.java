package io.github.xunbang.quarter;

import io.github.xunbang.quarter.Expectation.Post;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** 补救: asked on the first workday after a first half-month or a month, once more on the third. */
final class Recoveries {

  private final Script script;
  private final Tally tally;
  private final Boards boards;
  private final List<Round> rounds = new ArrayList<>();

  private record Round(Span span, List<Boards.Share> cases) {}

  Recoveries(Script script, Tally tally) {
    this.script = script;
    this.tally = tally;
    this.boards = new Boards(script, tally);
  }

  void of(LocalDate day, List<Post> posts) {
    LocalDateTime at = day.atTime(9, 25);
    LocalDate half =
        day.getDayOfMonth() > 15 ? day.withDayOfMonth(15) : day.minusMonths(1).withDayOfMonth(15);
    LocalDate month = day.withDayOfMonth(1).minusDays(1);
    for (Span span : List.of(Span.of(Span.Kind.HALF, half), Span.of(Span.Kind.MONTH, month))) {
      int number = Script.works(day) ? Tally.workdays(span.last().plusDays(1), day) : 0;
      if (number == 1 && !span.last().isBefore(Script.FIRST)) {
        rounds.add(new Round(span, Reports.lagging(tally, boards, null, span, at)));
        tell(rounds.get(rounds.size() - 1), at, span.label() + "还没到目标的80%", posts);
      } else if (number == 3 && !rounds.isEmpty()) {
        tell(rounds.get(rounds.size() - 1), at, "还等你的补救计划：" + span.label(), posts);
      }
    }
  }

  private void tell(Round round, LocalDateTime at, String head, List<Post> posts) {
    for (Boards.Share one : round.cases()) {
      if (!isAnswered(round, one, at)) {
        boolean unit = one.name().equals("三组");
        posts.add(
            new Post(
                at,
                unit ? "何婉清" : one.name(),
                "【补救】%s\n%s：%s\n一起想办法，请回原因和计划：\n补救 %s原因 客户少 计划 每天多跑2家"
                    .formatted(head, unit ? "三组" : "你", figure(one), unit ? "三组 " : "")));
      }
    }
  }

  private static String figure(Boards.Share one) {
    return "意向客户 %d/%d个 %s%%".formatted(one.actual(), one.base(), Tally.plain(one.percent()));
  }

  private static boolean isAnswered(Round round, Boards.Share one, LocalDateTime at) {
    return one.name().equals("蒋俊杰")
        && round.span().equals(Span.of(Span.Kind.HALF, LocalDate.of(2026, 11, 1)))
        && at.isAfter(Script.ANSWERED);
  }

  /** Whether one was asked, for themselves or the unit, about a period that ended since. */
  boolean isAsked(String name, LocalDate since) {
    return rounds.stream()
        .filter(round -> !round.span().last().isBefore(since))
        .flatMap(round -> round.cases().stream())
        .anyMatch(one -> name.equals(one.name().equals("三组") ? "何婉清" : one.name()));
  }

  /** What became of the last round that a meeting looks back on. */
  List<String> followUp(LocalDate day, LocalDateTime at) {
    List<String> lines = new ArrayList<>();
    Round last = before(day);
    if (last != null) {
      LocalDate from = last.span().last().plusDays(1);
      LocalDate to = day.minusDays(1).isBefore(from) ? from : day.minusDays(1);
      for (Boards.Share one : last.cases()) {
        List<String> names = one.name().equals("三组") ? tally.people("三组") : List.of(one.name());
        lines.add(
            "%s %s→之后%d个；%s"
                .formatted(
                    one.name(),
                    figure(one),
                    tally.sums(names, from, to, at).getOrDefault(Script.LEADS, 0L),
                    isAnswered(last, one, at) ? "原因：客户少；计划：每天多跑2家" : "还没写计划"));
      }
    }
    return lines;
  }

  long plans(LocalDate day, LocalDateTime at) {
    Round last = before(day);
    return last == null
        ? 0
        : last.cases().stream().filter(one -> isAnswered(last, one, at)).count();
  }

  private Round before(LocalDate day) {
    Round last = null;
    for (Round round : rounds) {
      last = round.span().last().isBefore(day.minusDays(1)) ? round : last;
    }
    return last;
  }
}
