package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.digest.rota.FairTurns;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.ranking.FrozenBoards;
import io.github.xunbang.ranking.Leaderboard;
import io.github.xunbang.ranking.LeaderboardService;
import io.github.xunbang.ranking.LeaderboardText;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who shares a case next: the first three of each board of the last closed 旬 in turn, each once per
 * 旬, who shared least recently first (S-127, S-132). Who cannot on that morning keeps the turn for
 * another day.
 */
@Component
class CaseRota {

  private static final int BEST = 3;

  private final LeaderboardService leaderboards;
  private final FairTurns turns;

  CaseRota(LeaderboardService leaderboards, FairTurns turns) {
    this.leaderboards = leaderboards;
    this.turns = turns;
  }

  /** The turn for the 晨会 of {@code day}; empty when all have shared or nobody can. */
  Optional<CaseTurn> next(Organization organization, DigestBook book, LocalDate day) {
    Period running = Period.containing(PeriodType.XUN, day);
    // The 旬 that ended yesterday closes only after this 晨会; the one before still has its best.
    return Stream.of(running.previous(), running.previous().previous())
        .flatMap(period -> leaderboards.frozen(organization.id(), period).stream())
        .findFirst()
        .flatMap(frozen -> next(organization, book, frozen, day));
  }

  private Optional<CaseTurn> next(
      Organization organization, DigestBook book, FrozenBoards frozen, LocalDate day) {
    Period period = frozen.closed().period();
    Set<String> asked =
        book.turns().stream()
            .filter(turn -> turn.period().equals(period.start().toString()))
            .map(CaseTurn::memberId)
            .collect(Collectors.toSet());
    Map<String, String> best = best(frozen);
    List<String> open = best.keySet().stream().filter(id -> !asked.contains(id)).toList();
    return FairTurns.next(
            open,
            organization,
            turns.there(organization, day),
            id -> Objects.requireNonNullElse(book.lastTurn(id), ""))
        .map(
            id ->
                new CaseTurn(
                    day.toString(),
                    id,
                    period.start().toString(),
                    Objects.requireNonNull(best.get(id))));
  }

  /** Member id to what for: first places of all boards before second ones. */
  private static Map<String, String> best(FrozenBoards frozen) {
    Map<String, String> best = new LinkedHashMap<>();
    for (int place = 1; place <= BEST; place++) {
      for (Leaderboard board : frozen.ofMembers()) {
        for (Leaderboard.Row row : board.rows()) {
          if (row.place() == place && (board.lowerIsBetter() || row.value().signum() > 0)) {
            best.putIfAbsent(
                row.subjectId(),
                "%s%s第%d名"
                    .formatted(
                        frozen.closed().period().label().replaceFirst("^\\d+年", ""),
                        LeaderboardText.name(board.metricName()),
                        place));
          }
        }
      }
    }
    return best;
  }
}
