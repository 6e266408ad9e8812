package io.github.xunbang.digest;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.calendar.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Numbers corrections: the same cause has the same number, however often it is asked. */
@Repository
class CorrectionsRepository {

  private final MongoTemplate mongo;

  CorrectionsRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  /** The number of {@code cause} among the corrections of the period, the next one if it is new. */
  int number(String organizationId, Period period, String cause) {
    String id = organizationId + "|" + period.type() + "|" + period.start();
    while (true) {
      CorrectionsDocument known = mongo.findById(id, CorrectionsDocument.class);
      int number = known == null ? 0 : known.causes().indexOf(cause) + 1;
      if (number > 0) {
        return number;
      }
      append(id, organizationId, known, cause);
    }
  }

  /** Forgets an organization; only for simulated ones. */
  void delete(String organizationId) {
    mongo.remove(query(where("organizationId").is(organizationId)), CorrectionsDocument.class);
  }

  /** Appends unless another instance was faster; the caller looks again. */
  private void append(
      String id, String organizationId, @Nullable CorrectionsDocument known, String cause) {
    if (known == null) {
      try {
        mongo.insert(new CorrectionsDocument(id, organizationId, 1, List.of(cause)));
      } catch (DuplicateKeyException faster) {
        // The next look finds what the other instance wrote.
      }
    } else {
      mongo.updateFirst(
          query(where("_id").is(id).and("revision").is(known.revision())),
          new Update().push("causes", cause).inc("revision", 1),
          CorrectionsDocument.class);
    }
  }
}
