package io.github.xunbang.outbox;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.storage.FieldCipher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Posts in MongoDB. Every change of state is one guarded update, so instances cannot collide. */
final class PostRepository {

  private static final int BATCH = 1000;
  private static final String CUT_OFF = "cut off while sending";

  private final MongoTemplate mongo;
  private final FieldCipher cipher;
  private final String owner = UUID.randomUUID().toString();

  PostRepository(MongoTemplate mongo, FieldCipher cipher) {
    this.mongo = mongo;
    this.cipher = cipher;
  }

  /** Stores a new post; false when its key exists in whatever state. */
  boolean insert(PostDocument post) {
    try {
      mongo.insert(isSecret(post) ? post.withText(cipher.encrypt(post.text())) : post);
      return true;
    } catch (DuplicateKeyException known) {
      return false;
    }
  }

  boolean exists(String key) {
    return mongo.exists(Query.query(Criteria.where("_id").is(key)), PostDocument.class);
  }

  Optional<PostDocument> find(String key) {
    return Optional.ofNullable(mongo.findById(key, PostDocument.class)).map(this::readable);
  }

  /** QUEUED → SENDING for this instance, durable when it returns; empty if another was faster. */
  Optional<PostDocument> claim(String key, int partBytes, Instant realNow, Duration validity) {
    Query queued = withState(key, PostState.QUEUED);
    Update take = new Update().set("state", PostState.SENDING).set("owner", owner);
    take.set("partBytes", partBytes).set("leaseUntil", realNow.plus(validity));
    return Optional.ofNullable(
            mongo.findAndModify(
                queued, take, FindAndModifyOptions.options().returnNew(true), PostDocument.class))
        .map(this::readable);
  }

  /** Records a sent part and prolongs the lease for the next; false when the lease was lost. */
  boolean partSent(String key, int partsSent, Instant leaseUntil) {
    Update progress = new Update().set("partsSent", partsSent).set("leaseUntil", leaseUntil);
    return mongo.updateFirst(ours(key), progress, PostDocument.class).getMatchedCount() == 1;
  }

  /** SENDING → SENT, FAILED or UNKNOWN. */
  void finish(String key, PostState state, Instant businessNow, String error) {
    Update end = new Update().set("state", state).set("finishedAt", businessNow);
    update(ours(key), error.isEmpty() ? end : end.set("lastError", error));
  }

  /** SENDING → QUEUED: nothing of the next part has been taken. */
  void requeue(String key, int attempts, Instant nextTryAt, String error) {
    Update back = new Update().set("state", PostState.QUEUED).set("attempts", attempts);
    update(ours(key), back.set("nextTryAt", nextTryAt).set("lastError", error));
  }

  /** QUEUED → FAILED for a post that cannot be sent at all; false if another instance has it. */
  boolean reject(String key, Instant businessNow, String error) {
    return end(key, PostState.FAILED, businessNow, error);
  }

  /** QUEUED → STALE; false if another instance has it. */
  boolean drop(String key, Instant businessNow) {
    return end(key, PostState.STALE, businessNow, "stale");
  }

  private boolean end(String key, PostState state, Instant businessNow, String error) {
    Update end = new Update().set("state", state).set("lastError", error);
    return update(withState(key, PostState.QUEUED), end.set("finishedAt", businessNow)) == 1;
  }

  /** Posts that a dead process was sending; all of them, when {@code realNow} is empty. */
  List<PostDocument> cutOff(Optional<Instant> realNow) {
    Criteria sending = Criteria.where("state").is(PostState.SENDING);
    realNow.ifPresent(now -> sending.and("leaseUntil").lte(now));
    return mongo.find(Query.query(sending).limit(BATCH), PostDocument.class);
  }

  /** SENDING of another, as seen in {@code post} → UNKNOWN; false when it has moved on. */
  boolean markCutOff(PostDocument post, Instant businessNow) {
    Query same = withState(post.id(), PostState.SENDING);
    same.addCriteria(Criteria.where("leaseUntil").is(post.leaseUntil()));
    Update end = new Update().set("state", PostState.UNKNOWN).set("lastError", CUT_OFF);
    return update(same, end.set("finishedAt", businessNow)) == 1;
  }

  /** The post ended in FAILED or UNKNOWN and that was told. */
  void markTold(String key, int number) {
    Update told = new Update().set("toldAs", number);
    mongo.updateFirst(Query.query(Criteria.where("_id").is(key)), told, PostDocument.class);
  }

  /** Posts in FAILED or UNKNOWN of which nobody was told; a scan, so only at start. */
  List<PostDocument> untold() {
    Criteria ended = Criteria.where("state").in(PostState.FAILED, PostState.UNKNOWN);
    Query untold = Query.query(ended.and("toldAs").is(null)).limit(BATCH);
    return mongo.find(untold, PostDocument.class).stream().map(this::readable).toList();
  }

  /**
   * FAILED or UNKNOWN → QUEUED once for each {@code messageKey}; empty when it is neither, or was
   * sent again for this message already.
   */
  Optional<PostDocument> retry(String key, String messageKey) {
    Criteria ended = Criteria.where("_id").is(key).and("retriedBy").ne(messageKey);
    ended.and("state").in(PostState.FAILED, PostState.UNKNOWN);
    Update back = new Update().set("state", PostState.QUEUED).set("attempts", 0);
    back.set("retriedBy", messageKey).unset("nextTryAt").unset("toldAs").unset("finishedAt");
    return Optional.ofNullable(
        mongo.findAndModify(
            Query.query(ended),
            back,
            FindAndModifyOptions.options().returnNew(true),
            PostDocument.class));
  }

  /** What has to be known of waiting posts of all instances, in order; an index on a server. */
  List<WaitingPosts.Waiting> queued() {
    Query waiting = Query.query(Criteria.where("state").is(PostState.QUEUED));
    waiting.fields().exclude("text", "mentions", "attachments");
    return mongo
        .find(waiting.with(Sort.by("sequence")).limit(10 * BATCH), PostDocument.class)
        .stream()
        .map(WaitingPosts.Waiting::of)
        .toList();
  }

  /** Forgets what is SENT or STALE. */
  void deleteEndedBefore(Instant finishedAt) {
    Criteria ended = Criteria.where("state").in(PostState.SENT, PostState.STALE);
    Criteria old = ended.and("finishedAt").lt(finishedAt);
    mongo.remove(Query.query(old), PostDocument.class);
  }

  private PostDocument readable(PostDocument stored) {
    return isSecret(stored) ? stored.withText(cipher.decrypt(stored.text())) : stored;
  }

  /** A customer's phone never stands in a group post; in a private one it may. */
  private static boolean isSecret(PostDocument post) {
    return post.conversationKind() == Conversation.Kind.PRIVATE;
  }

  private long update(Query which, Update change) {
    change.unset("owner").unset("leaseUntil");
    return mongo.updateFirst(which, change, PostDocument.class).getModifiedCount();
  }

  private Query ours(String key) {
    Query query = withState(key, PostState.SENDING);
    return query.addCriteria(Criteria.where("owner").is(owner));
  }

  private static Query withState(String key, PostState state) {
    return Query.query(Criteria.where("_id").is(key).and("state").is(state));
  }
}
