package io.github.xunbang.incentive.settlement.internal;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.InsertManyOptions;
import io.github.xunbang.incentive.settlement.Award;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Lines, found by lists of {@code _id} and written many at a time. */
@Repository
class AwardRepository {

  private static final int BATCH = 1000;

  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  private final MongoTemplate mongo;

  AwardRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /** What one act makes of one line. */
  record Change(
      AwardDocument before,
      AwardDocument.ActDocument act,
      Award.State state,
      @Nullable BigDecimal amount,
      @Nullable String open) {}

  /** Inserts these lines; mapped by hand, since the mapping would cost more than the insertion. */
  void insert(List<AwardDocument> lines) {
    String collection = mongo.getCollectionName(AwardDocument.class);
    inBatches(
        lines,
        batch -> {
          List<Document> stored = batch.stream().map(AwardMapping::store).toList();
          mongo.execute(collection, awards -> awards.insertMany(stored, UNORDERED));
        });
  }

  /** Those of these ids that exist, by number. */
  List<AwardDocument> find(List<String> ids) {
    List<AwardDocument> found = new ArrayList<>(ids.size());
    inBatches(
        ids, batch -> found.addAll(mongo.find(query(where("_id").in(batch)), AwardDocument.class)));
    found.sort(Comparator.comparingInt(AwardDocument::number));
    return found;
  }

  /** Writes each change whose line is still at its revision; the caller looks which ones were. */
  void change(List<Change> changes) {
    inBatches(
        changes,
        batch -> {
          BulkOperations writes = mongo.bulkOps(BulkMode.UNORDERED, AwardDocument.class);
          batch.forEach(
              one ->
                  writes.updateOne(
                      query(
                          where("_id")
                              .is(one.before().id())
                              .and("revision")
                              .is(one.before().revision())),
                      new Update()
                          .set("state", one.state())
                          .set("amount", one.amount())
                          .set("open", one.open())
                          .push("acts", one.act())
                          .inc("revision", 1)));
          writes.execute();
        });
  }

  void deleteLines(List<String> ids) {
    inBatches(ids, batch -> mongo.remove(query(where("_id").in(batch)), AwardDocument.class));
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), AwardDocument.class);
  }

  private static <T> void inBatches(List<T> all, Consumer<List<T>> work) {
    for (int from = 0; from < all.size(); from += BATCH) {
      work.accept(all.subList(from, Math.min(all.size(), from + BATCH)));
    }
  }
}
