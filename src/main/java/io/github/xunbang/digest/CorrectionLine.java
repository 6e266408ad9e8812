package io.github.xunbang.digest;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.ranking.FrozenBoards;
import io.github.xunbang.ranking.Leaderboard;
import io.github.xunbang.ranking.Leaderboard.Row;
import io.github.xunbang.ranking.LeaderboardService;
import io.github.xunbang.ranking.LeaderboardText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code 【更正1】11月下旬 张敏 签单2→3，第4名升到第2名；原榜不变}: values and places of the frozen board against those
 * the ledger gives now.
 */
final class CorrectionLine {

  private static final int SHOWN_OTHERS = 3;

  private final Organization organization;
  private final LeaderboardService leaderboards;
  private final String subjectId;
  private final Set<String> metricIds;
  private final List<FrozenBoards> frozen;
  private final List<String> unitIds;
  private final Map<Leaderboard, Leaderboard> recounted = new HashMap<>();

  /**
   * The line about a late figure.
   *
   * @param subjectId whose figure
   * @param metricIds what was changed
   * @param frozen the closed periods of its day, shortest first, at least one
   * @param unitIds the units that the group shows; empty for all
   */
  CorrectionLine(
      Organization organization,
      LeaderboardService leaderboards,
      String subjectId,
      Set<String> metricIds,
      List<FrozenBoards> frozen,
      List<String> unitIds) {
    this.organization = organization;
    this.leaderboards = leaderboards;
    this.subjectId = subjectId;
    this.metricIds = metricIds;
    this.frozen = frozen;
    this.unitIds = unitIds;
  }

  /** What the group reads; empty when it never saw the subject. */
  Optional<String> text(int number) {
    if (!unitIds.isEmpty() && !isShown()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    boards(frozen.get(0)).forEach(board -> parts.add(main(board)));
    if (parts.isEmpty()) {
      parts.add("补登，当时没有此榜");
    }
    frozen.get(0).shownBy(organization, unitIds).ofUnits().stream()
        .filter(board -> board.entrants().unitClass() == null && !board.isAttainment())
        .flatMap(board -> moved(board, "").stream())
        .forEach(parts::add);
    frozen.stream()
        .skip(1)
        .flatMap(
            longer ->
                boards(longer)
                    .flatMap(
                        board -> moved(board, longer.closed().period().label() + " ").stream()))
        .forEach(parts::add);
    return Optional.of(
        "【更正%d】%s %s %s；原榜不变"
            .formatted(
                number,
                // The year is the reader's own; the shortest frozen period is always a 旬.
                frozen.get(0).closed().period().label().replaceFirst("^\\d{4}年", ""),
                LeaderboardText.name(name()),
                String.join("；", parts)));
  }

  /** The boards of values on which the subject stands for what was changed. */
  private Stream<Leaderboard> boards(FrozenBoards one) {
    boolean unit = organization.units().unit(subjectId).isPresent();
    return one.shownBy(organization, unitIds).boards().stream()
        .filter(board -> !board.isAttainment() && metricIds.contains(board.metricId()))
        .filter(board -> board.entrants().areUnits() == unit)
        .filter(board -> board.entrants().unitClass() == null)
        .filter(board -> again(board).row(subjectId).or(() -> board.row(subjectId)).isPresent());
  }

  private String main(Leaderboard board) {
    Leaderboard now = again(board);
    @Nullable Row before = board.row(subjectId).orElse(null);
    @Nullable Row after = now.row(subjectId).orElse(null);
    return LeaderboardText.name(board.metricName())
        + value(board, before)
        + "→"
        + value(board, after)
        + "，"
        + place(before, after)
        + others(board, now);
  }

  private static String value(Leaderboard board, @Nullable Row row) {
    if (row == null) {
      return "未上报";
    }
    return board.unit().equals("元")
        ? LeaderboardText.figure(board, row.value())
        : NumberText.plain(row.value());
  }

  private static String place(@Nullable Row before, @Nullable Row after) {
    if (after == null || before == null) {
      return after == null ? "不再上榜" : "可排第" + after.place() + "名";
    }
    int rise = before.place() - after.place();
    return rise == 0
        ? "名次不变"
        : "第%d名%s第%d名".formatted(before.place(), rise > 0 ? "升到" : "变为", after.place());
  }

  private String others(Leaderboard board, Leaderboard now) {
    List<String> changed =
        board.rows().stream()
            .filter(row -> !row.subjectId().equals(subjectId))
            .flatMap(row -> change(row, now).stream())
            .toList();
    if (changed.isEmpty()) {
      return "";
    }
    String shown = String.join("、", changed.subList(0, Math.min(SHOWN_OTHERS, changed.size())));
    return "，" + shown + (changed.size() > SHOWN_OTHERS ? "等" + changed.size() + "个名次随之变动" : "");
  }

  private static Optional<String> change(Row row, Leaderboard now) {
    return now.row(row.subjectId())
        .filter(after -> after.place() != row.place())
        .map(
            after ->
                "%s第%d→%d名"
                    .formatted(LeaderboardText.name(row.name()), row.place(), after.place()));
  }

  /** The places of units above the subject, and the subject's own on longer boards, if changed. */
  private List<String> moved(Leaderboard board, String period) {
    if (!metricIds.contains(board.metricId())) {
      return List.of();
    }
    Leaderboard now = again(board);
    return board.rows().stream()
        .filter(row -> board.entrants().areUnits() ? isAbove(row) : isSubject(row))
        .flatMap(row -> change(row, now).stream())
        .map(text -> period + LeaderboardText.name(board.metricName()) + " " + text)
        .toList();
  }

  private boolean isSubject(Row row) {
    return row.subjectId().equals(subjectId);
  }

  private boolean isAbove(Row row) {
    return !isSubject(row)
        && organization
            .member(subjectId)
            .map(member -> organization.units().within(row.subjectId()).contains(home()))
            .orElseGet(() -> organization.units().within(row.subjectId()).contains(subjectId));
  }

  private boolean isShown() {
    return unitIds.stream()
        .anyMatch(
            unit ->
                organization.units().within(unit).contains(home())
                    || organization.units().within(unit).contains(subjectId));
  }

  private String home() {
    return organization
        .member(subjectId)
        .flatMap(member -> organization.unitOf(member, frozen.get(0).closed().period().end()))
        .map(Unit::id)
        .orElse("");
  }

  private String name() {
    return organization
        .member(subjectId)
        .map(member -> member.name())
        .or(() -> organization.units().unit(subjectId).map(Unit::name))
        .orElse("");
  }

  private Leaderboard again(Leaderboard board) {
    return recounted.computeIfAbsent(
        board, known -> leaderboards.again(organization, known, unitIds).orElse(known));
  }
}
