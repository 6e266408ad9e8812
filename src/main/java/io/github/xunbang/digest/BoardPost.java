package io.github.xunbang.digest;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.ranking.BucketText;
import io.github.xunbang.ranking.FrozenBoards;
import io.github.xunbang.ranking.Leaderboard;
import io.github.xunbang.ranking.Leaderboard.Unreported;
import io.github.xunbang.ranking.LeaderboardText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The texts of a closed period's boards for one group: people, all metrics in one post, then the
 * units of each kind, per class (design sections 6 and 7).
 */
final class BoardPost {

  /** More lines of people and units together are hard to scroll through in a group. */
  private static final int SHARED_LINES = 45;

  private final Organization organization;
  private final FrozenBoards frozen;
  private final PostWords words;
  private final String scope;

  /**
   * Prepares the posts for a group.
   *
   * @param unitIds the units that the group shows; empty for all
   */
  BoardPost(Organization organization, FrozenBoards frozen, List<String> unitIds) {
    this.organization = organization;
    this.frozen = frozen.shownBy(organization, unitIds);
    words = PostWords.of(frozen.closed().period().type());
    String names =
        unitIds.stream()
            .flatMap(id -> organization.units().unit(id).stream())
            .map(Unit::name)
            .collect(Collectors.joining("、"));
    scope = names.isEmpty() ? "" : "（" + LeaderboardText.name(names) + "）";
  }

  /**
   * In the order in which they are posted; empty when the group has nobody on any board. People and
   * units share a post where one screenful or two hold both: on 1 January five periods close at
   * once.
   */
  List<String> texts() {
    UnitPosts units = new UnitPosts(heading(), units());
    if (frozen.ofPeople().isEmpty()) {
      return units.texts();
    }
    List<String> body = people();
    List<String> ofUnits = units.sections();
    if (!ofUnits.isEmpty() && lines(body) + lines(ofUnits) <= SHARED_LINES) {
      return List.of(text(body, ofUnits));
    }
    List<String> texts = new ArrayList<>(List.of(text(body, List.of())));
    texts.addAll(units.texts());
    return texts;
  }

  /** Where people are shown, the one unit that a group looks at competes with nobody there. */
  private List<Leaderboard> units() {
    List<Leaderboard> boards = frozen.ofUnits();
    return scope.isEmpty() || frozen.ofPeople().isEmpty()
        ? boards
        : boards.stream().filter(board -> board.rows().size() > 1).toList();
  }

  private String text(List<String> people, List<String> units) {
    List<String> parts = new ArrayList<>(people);
    parts.addAll(units);
    parts.add(closing());
    return String.join("\n\n", parts);
  }

  private static int lines(List<String> parts) {
    return parts.stream().mapToInt(part -> part.split("\n").length + 1).sum();
  }

  private List<String> people() {
    List<String> parts = new ArrayList<>();
    parts.add(heading());
    frozen.ofPeople().forEach(board -> parts.add(section(board)));
    List<String> notes = LeaderboardText.notes(frozen.ofPeople().get(0));
    if (!notes.isEmpty()) {
      parts.add(String.join("\n", notes));
    }
    List<Unreported> silent = silent();
    if (!silent.isEmpty()) {
      parts.add(LeaderboardText.unreported(silent));
    }
    return parts;
  }

  private String heading() {
    return "【%s】%s 第%d期%s".formatted(words.board(), label(), frozen.closed().number(), scope);
  }

  private String label() {
    Period period = frozen.closed().period();
    String name =
        organization.structure().campaigns().stream()
            .filter(campaign -> campaign.period().equals(period))
            .map(campaign -> LeaderboardText.name(campaign.name()) + " ")
            .findFirst()
            .orElse("");
    return name + period.label();
  }

  private String section(Leaderboard board) {
    List<String> lines = new ArrayList<>();
    String who = board.entrants().label();
    lines.add("■ " + LeaderboardText.name(board.title()) + (who.isEmpty() ? "" : "（" + who + "）"));
    lines.addAll(LeaderboardText.rows(board));
    bucketCounts(board).ifPresent(lines::add);
    LeaderboardText.lastPlaces(organization, board).ifPresent(lines::add);
    lines.addAll(LeaderboardText.apart(board));
    // Who reported other things is only counted here: not everybody sells everything.
    long others = board.unreported().stream().filter(member -> !member.silent()).count();
    if (others > 0) {
      lines.add("另有" + others + "人未报此项");
    }
    return String.join("\n", lines);
  }

  private Optional<String> bucketCounts(Leaderboard board) {
    return board.isAttainment() && board.rows().size() > LeaderboardText.shownRows()
        ? BucketText.counts(organization, board)
        : Optional.empty();
  }

  /** Whoever is silent on one board of values is silent on all. */
  private List<Unreported> silent() {
    return frozen.ofMembers().stream()
        .findFirst()
        .map(board -> board.unreported().stream().filter(Unreported::silent).toList())
        .orElse(List.of());
  }

  private String closing() {
    String winners =
        frozen.ofMembers().stream()
            .filter(board -> !board.leaders().isEmpty())
            .map(BoardPost::winners)
            .collect(Collectors.joining("，"));
    String thanks =
        winners.isEmpty()
            ? words.thisOne() + "大家辛苦了！"
            : "恭喜" + words.running() + "第一：" + winners + "！";
    Period period = frozen.closed().period();
    if (period.type() == PeriodType.CAMPAIGN) {
      return thanks;
    }
    Period next = organization.periods().next(period);
    return thanks
        + "\n"
        + next.label()
        + "（"
        + DateText.shortDay(next.start())
        + "-"
        + DateText.shortDay(next.end())
        + "）已经开始，一起加油！";
  }

  private static String winners(Leaderboard board) {
    return LeaderboardText.name(board.metricName())
        + " "
        + LeaderboardText.names(board.leaders().stream().map(Leaderboard.Row::name).toList());
  }
}
