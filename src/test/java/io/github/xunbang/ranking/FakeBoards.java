package io.github.xunbang.ranking;

import io.github.xunbang.boards.FakeFigures;
import io.github.xunbang.boards.FakeLedger;
import io.github.xunbang.boards.FakeMetrics;
import io.github.xunbang.boards.FakeTargets;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.target.Targets;
import java.util.Set;

/** Boards over fakes. */
final class FakeBoards {

  private FakeBoards() {}

  static BoardMaker maker(FakeLedger ledger) {
    return maker(ledger, new FakeMetrics(), new FakeTargets());
  }

  static BoardMaker maker(FakeLedger ledger, MetricCatalog metrics, Targets targets) {
    return new BoardMaker(
        new FakeFigures(ledger), ledger, metrics, targets, (organizationId, day) -> Set.of());
  }
}
