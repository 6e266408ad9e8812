package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.closing.FreezeContributor;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.organization.Organization;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Freezes the boards of a period that closes, from the store, with everything pending applied. */
@Component
class BoardFreezer implements FreezeContributor {

  private final LeaderboardService leaderboards;
  private final Ledger ledger;

  BoardFreezer(LeaderboardService leaderboards, Ledger ledger) {
    this.leaderboards = leaderboards;
    this.ledger = ledger;
  }

  @Override
  public String name() {
    return LeaderboardService.FROZEN;
  }

  @Override
  public Optional<String> freeze(Organization organization, Period period) {
    ledger.drainPending(organization.id());
    List<Leaderboard> boards = leaderboards.toFreeze(organization, period);
    return boards.isEmpty() ? Optional.empty() : Optional.of(BoardJson.write(boards));
  }
}
