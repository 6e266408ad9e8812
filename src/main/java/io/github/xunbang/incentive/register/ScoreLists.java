package io.github.xunbang.incentive.register;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.register.ScoreSheet.Assessor;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who has not been scored yet, and the marks of one person with author and date. */
@Component
class ScoreLists {

  private static final int NAMES = 8;
  private static final int MARKS = 4;

  private final ScoreRepository scores;

  ScoreLists(ScoreRepository scores) {
    this.scores = scores;
  }

  /** 评分 清单: for managers of every assessor, for an assessor the own rest. */
  Reply lacking(Speaker speaker, ScoreSheet sheet, Period period) {
    boolean assesses = sheet.panelFor(period.end()).assessor(speaker.self().id()).isPresent();
    if (!speaker.isManager() && !assesses) {
      throw speaker.call().rejection("listRights", Map.of("sheet", sheet.name()));
    }
    List<Member> people = people(speaker, period);
    Map<String, List<Mark>> marks =
        scores.marks(
            speaker.organization().id(),
            sheet.name(),
            period,
            people.stream().map(Member::id).toList());
    List<String> lines = new ArrayList<>();
    for (Assessor assessor : sheet.panelFor(period.end()).assessors()) {
      if (speaker.isManager() || assessor.memberId().equals(speaker.self().id())) {
        lacking(assessor, people, marks)
            .ifPresent(text -> lines.add(speaker.name(assessor.memberId()) + text));
      }
    }
    Map<String, String> values =
        Map.of(
            "sheet", sheet.name(),
            "period", period.label(),
            "lines", String.join("\n", lines));
    return speaker.call().reply(lines.isEmpty() ? "complete" : "lacking", values).changingNothing();
  }

  /** 评分 张敏: all marks of the period, for managers, in private. */
  Reply marks(Speaker speaker, ScoreSheet sheet, Period period, Member member) {
    if (!speaker.isManager()) {
      throw speaker.call().rejection("usage", Map.of("sheet", sheet.name()));
    }
    if (speaker.inGroup()) {
      throw speaker
          .call()
          .rejection("privately", Map.of("name", member.name(), "sheet", sheet.name()));
    }
    List<Mark> marks = of(speaker, sheet, period, member);
    Map<String, String> values =
        Map.of(
            "name", member.name(),
            "sheet", sheet.name(),
            "period", period.label(),
            "score", sheet.score(marks, period.end()).map(NumberText::plain).orElse("—"),
            "marks",
                marks.stream()
                    .skip(Math.max(0, marks.size() - MARKS))
                    .map(mark -> line(speaker, mark))
                    .collect(Collectors.joining("\n")));
    return speaker.call().reply(marks.isEmpty() ? "noMarks" : "marks", values).changingNothing();
  }

  /** Who of the panel has not scored this person yet, as the end of a sentence. */
  String others(Speaker speaker, ScoreSheet sheet, Period period, Member member) {
    Set<String> done =
        of(speaker, sheet, period, member).stream()
            .map(Mark::assessorId)
            .collect(Collectors.toSet());
    String names =
        sheet.panelFor(period.end()).assessors().stream()
            .map(Assessor::memberId)
            .filter(id -> !done.contains(id) && !id.equals(member.id()))
            .map(speaker::name)
            .collect(Collectors.joining("、"));
    return names.isEmpty() ? "评的人齐了" : "还差" + names;
  }

  private List<Mark> of(Speaker speaker, ScoreSheet sheet, Period period, Member member) {
    return scores
        .marks(speaker.organization().id(), sheet.name(), period, List.of(member.id()))
        .getOrDefault(member.id(), List.of());
  }

  private static String line(Speaker speaker, Mark mark) {
    LocalDate day = speaker.organization().businessDay().of(mark.at());
    return "%s %s：%s分"
        .formatted(
            DateText.day(day), speaker.name(mark.assessorId()), NumberText.plain(mark.points()));
  }

  /** Everybody with a quota; managers are scored by nobody unless somebody does it by name. */
  private static List<Member> people(Speaker speaker, Period period) {
    Organization organization = speaker.organization();
    LocalDate day = period.end().isBefore(speaker.today()) ? period.end() : speaker.today();
    return organization.activeMembers(day).stream()
        .filter(member -> !member.guest() && !member.access().covers(Access.MANAGER))
        .toList();
  }

  private static Optional<String> lacking(
      Assessor assessor, List<Member> people, Map<String, List<Mark>> marks) {
    List<String> names =
        people.stream()
            .filter(member -> !member.id().equals(assessor.memberId()))
            .filter(
                member ->
                    marks.getOrDefault(member.id(), List.of()).stream()
                        .noneMatch(mark -> mark.assessorId().equals(assessor.memberId())))
            .map(Member::name)
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String shown = String.join("、", names.subList(0, Math.min(NAMES, names.size())));
    return Optional.of(
        "还差%d人：%s%s".formatted(names.size(), shown, names.size() > NAMES ? "…" : ""));
  }
}
