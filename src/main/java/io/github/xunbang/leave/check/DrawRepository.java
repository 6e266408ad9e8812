package io.github.xunbang.leave.check;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Draws, by {@code _id} only. A draw is claimed before it is written; a crash in between is mended
 * by the next one who asks for the same draw.
 */
@Repository
class DrawRepository {

  private static final int TRIES = 50;

  private final MongoTemplate mongo;

  DrawRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  Optional<Draw> find(String organizationId, int number) {
    return Optional.ofNullable(
            mongo.findById(DrawDocument.id(organizationId, number), DrawDocument.class))
        .map(DrawDocument::toDraw);
  }

  /** The number of the draw of this scope and round, if it was claimed. */
  Optional<Integer> claimed(String organizationId, String scope, int round) {
    return Optional.ofNullable(
            mongo.findById(claimId(organizationId, scope, round), DrawClaimDocument.class))
        .map(DrawClaimDocument::number);
  }

  /** Claims the draw and returns its number; whoever comes second gets the first one's. */
  int claim(String organizationId, String scope, int round) {
    String id = claimId(organizationId, scope, round);
    int number = nextNumber(organizationId);
    try {
      mongo.insert(new DrawClaimDocument(id, organizationId, number));
      return number;
    } catch (DuplicateKeyException faster) {
      return claimed(organizationId, scope, round).orElseThrow();
    }
  }

  /** Stores the draw unless its number is stored, and returns what is stored. */
  Draw insert(String organizationId, Draw draw) {
    try {
      mongo.insert(DrawDocument.of(organizationId, 1, draw));
      return draw;
    } catch (DuplicateKeyException faster) {
      return find(organizationId, draw.number()).orElseThrow();
    }
  }

  /** Applies {@code change} to a stored draw; writes only when something changed. */
  Draw update(String organizationId, int number, UnaryOperator<Draw> change) {
    String id = DrawDocument.id(organizationId, number);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      DrawDocument stored = mongo.findById(id, DrawDocument.class);
      if (stored == null) {
        throw new IllegalStateException("No such draw: " + id);
      }
      Draw before = stored.toDraw();
      Draw after = change.apply(before);
      if (after.equals(before) || replaced(stored, organizationId, after)) {
        return after;
      }
    }
    throw new OptimisticLockingFailureException("Draw changes all the time: " + id);
  }

  /** The last {@code count} draws, newest first. */
  List<Draw> latest(String organizationId, int count) {
    DrawCountDocument counter = mongo.findById(organizationId, DrawCountDocument.class);
    int last = counter == null ? 0 : counter.last();
    List<String> ids =
        IntStream.rangeClosed(Math.max(1, last - count + 1), last)
            .mapToObj(number -> DrawDocument.id(organizationId, number))
            .toList();
    return mongo.find(query(where("_id").in(ids)), DrawDocument.class).stream()
        .map(DrawDocument::toDraw)
        .sorted(java.util.Comparator.comparing(Draw::number).reversed())
        .toList();
  }

  /** Forgets an organization that is gone; rare, so it may scan. */
  void delete(String organizationId) {
    mongo.remove(query(where("_id").is(organizationId)), DrawCountDocument.class);
    mongo.remove(query(where("organizationId").is(organizationId)), DrawClaimDocument.class);
    mongo.remove(query(where("organizationId").is(organizationId)), DrawDocument.class);
  }

  private boolean replaced(DrawDocument stored, String organizationId, Draw after) {
    return mongo
            .replace(
                query(where("_id").is(stored.id()).and("revision").is(stored.revision())),
                DrawDocument.of(organizationId, stored.revision() + 1, after))
            .getMatchedCount()
        == 1;
  }

  private int nextNumber(String organizationId) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      try {
        DrawCountDocument counted =
            mongo.findAndModify(
                query(where("_id").is(organizationId)),
                new Update().inc("last", 1),
                FindAndModifyOptions.options().returnNew(true).upsert(true),
                DrawCountDocument.class);
        if (counted != null) {
          return counted.last();
        }
      } catch (DuplicateKeyException firstTwoAtOnce) {
        // Two upserts of the same document; the next try finds it.
        continue;
      }
    }
    throw new OptimisticLockingFailureException("No number for a draw: " + organizationId);
  }

  private static String claimId(String organizationId, String scope, int round) {
    return organizationId + "|" + scope + "|" + round;
  }
}
