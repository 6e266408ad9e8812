package io.github.xunbang.metric.internal;

import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.OwedFigures;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The real ledger for tests of rooms that post to it, without Spring. */
public final class LedgerOn {

  private LedgerOn() {}

  /** A ledger on this database, which other ledgers may share. */
  public static Ledger database(MongoTemplate mongo) {
    LedgerRepository books = new LedgerRepository(mongo);
    PendingRepository pending = new PendingRepository(mongo);
    FigureMarksRepository marks = new FigureMarksRepository(mongo);
    var none = new StaticListableBeanFactory();
    return new MongoLedger(
        books,
        new LedgerSumsRepository(books),
        pending,
        marks,
        new LedgerWriter(books, pending, marks),
        new MongoMetricCatalog(
            new MetricsRepository(mongo),
            new MetricWords(none.getBeanProvider(CommandCatalog.class)),
            new SourceFeeds(new AnyTeam())),
        none.getBeanProvider(OwedFigures.class));
  }
}
