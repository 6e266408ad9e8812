package io.github.xunbang.metric.internal;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * The ledger documents. Works on raw documents, because mapping would cost as much as the two
 * database operations of a report; the template still translates exceptions.
 */
@Repository
class LedgerRepository {

  static final String COLLECTION = "ledger";

  /** How far back a forerunner is looked for when a subject's new month begins. */
  private static final int CARRY_OVER_MONTHS = 12;

  /** Ids per query: few round trips, and no answer of many megabytes. */
  private static final int IDS_PER_QUERY = 500;

  private final MongoTemplate mongo;

  LedgerRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  Optional<MonthBook> find(BookKey key) {
    @Nullable Document stored = with(books -> books.find(Filters.eq("_id", key.id())).first());
    return Optional.ofNullable(stored).map(BookDocument::load);
  }

  /** The last book before {@code key}'s month, within a year. */
  Optional<MonthBook> lastBefore(BookKey key) {
    Optional<MonthBook> previous = find(key.in(key.month().minusMonths(1)));
    return previous.isPresent() ? previous : lastOfYearBefore(key);
  }

  private Optional<MonthBook> lastOfYearBefore(BookKey key) {
    List<String> ids =
        IntStream.rangeClosed(2, CARRY_OVER_MONTHS)
            .mapToObj(months -> key.in(key.month().minusMonths(months)).id())
            .toList();
    List<String> stored = new ArrayList<>();
    forEach(ids, new Document("_id", 1), document -> stored.add(document.getString("_id")));
    return stored.stream()
        .sorted()
        .reduce((one, next) -> next)
        .map(BookKey::parse)
        .flatMap(this::find);
  }

  /**
   * Writes {@code after} if nobody has written since {@code before} was read.
   *
   * @return whether it was written; if not, read again
   */
  boolean save(MonthBook before, MonthBook after, Collection<LocalDate> changedDays) {
    return before.isStored() ? update(before, after, changedDays) : insert(after);
  }

  private boolean insert(MonthBook book) {
    try {
      with(books -> books.insertOne(BookDocument.store(book)));
      return true;
    } catch (DuplicateKeyException alreadyOpened) {
      return false;
    }
  }

  private boolean update(MonthBook before, MonthBook after, Collection<LocalDate> changedDays) {
    Document guard =
        new Document("_id", before.key().id())
            .append(BookDocument.REVISION, before.ledger().revision());
    Document update = UpdateDocument.of(before, after, changedDays);
    return with(books -> books.updateOne(guard, update)).getMatchedCount() == 1;
  }

  /** Hands over those documents of {@code ids} that exist, cut down to {@code projection}. */
  void forEach(List<String> ids, Document projection, Consumer<Document> consumer) {
    for (int from = 0; from < ids.size(); from += IDS_PER_QUERY) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_PER_QUERY));
      with(
          books -> {
            books
                .find(Filters.in("_id", some))
                .projection(projection)
                .batchSize(IDS_PER_QUERY + 1)
                .forEach(consumer);
            return some;
          });
    }
  }

  void deleteAll(String organizationId) {
    Pattern ofOrganization = Pattern.compile("^" + Pattern.quote(organizationId + "|"));
    with(books -> books.deleteMany(Filters.regex("_id", ofOrganization)));
  }

  private <T extends @Nullable Object> T with(CollectionCallback<T> action) {
    return mongo.execute(COLLECTION, action);
  }
}
