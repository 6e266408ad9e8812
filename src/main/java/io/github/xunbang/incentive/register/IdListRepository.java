package io.github.xunbang.incentive.register;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Reads long lists of {@code _id}s in steps. */
final class IdListRepository {

  private static final int IDS_PER_QUERY = 500;

  private IdListRepository() {}

  /** Those documents of {@code ids} that exist. */
  static <D> List<D> find(MongoTemplate mongo, List<String> ids, Class<D> type) {
    List<D> found = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += IDS_PER_QUERY) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_PER_QUERY));
      found.addAll(mongo.find(query(where("_id").in(some)), type));
    }
    return found;
  }
}
