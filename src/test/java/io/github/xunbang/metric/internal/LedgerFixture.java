package io.github.xunbang.metric.internal;

import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.metric.OwedFigures;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A ledger on an in-memory embedded server, without Spring. */
final class LedgerFixture implements AutoCloseable {

  private final EmbeddedTestDatabase database = EmbeddedTestDatabase.inMemory();
  final MongoTemplate mongo = database.template();
  final LedgerRepository books;
  final PendingRepository pending;
  final FigureMarksRepository marks;
  final MongoLedger ledger;

  LedgerFixture() {
    books = new LedgerRepository(mongo);
    pending = new PendingRepository(mongo);
    marks = new FigureMarksRepository(mongo);
    ledger = ledgerOver(books);
  }

  /** Another instance on the same data, reading and writing books through {@code repository}. */
  MongoLedger ledgerOver(LedgerRepository repository) {
    return new MongoLedger(
        repository,
        new LedgerSumsRepository(repository),
        pending,
        marks,
        new LedgerWriter(repository, pending, marks),
        catalog(),
        new StaticListableBeanFactory().getBeanProvider(OwedFigures.class));
  }

  MongoMetricCatalog catalog() {
    return new MongoMetricCatalog(
        new MetricsRepository(mongo),
        new MetricWords(new StaticListableBeanFactory().getBeanProvider(CommandCatalog.class)),
        new SourceFeeds(new AnyTeam()));
  }

  @Override
  public void close() {
    database.close();
  }
}
