package io.github.xunbang.simulator;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.storage.FieldCipher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * What was said in the simulator's conversations. A line is written before the counter that makes
 * it visible, so a reader who remembers the last number never misses a line.
 */
@Repository
@ConditionalOnSimulator
class LineRepository {

  private static final int CHUNK = 200;

  private final MongoTemplate mongo;
  private final FieldCipher cipher;
  // Writers of one conversation queue up here instead of colliding at the next number.
  private final List<ReentrantLock> locks =
      IntStream.range(0, 64).mapToObj(at -> new ReentrantLock()).toList();

  LineRepository(MongoTemplate mongo, FieldCipher cipher) {
    this.mongo = mongo;
    this.cipher = cipher;
  }

  /** Writes {@code draft} as the next line and returns it with its numbers. */
  LineDocument append(Conversation conversation, LineDocument draft) {
    ReentrantLock lock = locks.get(Math.floorMod(conversation.key().hashCode(), locks.size()));
    lock.lock();
    try {
      LineDocument written = insertNext(conversation, draft);
      mongo.upsert(
          query(where("_id").is(conversation.key())),
          new Update()
              .setOnInsert("kind", conversation.kind())
              .setOnInsert("name", conversation.id())
              .max("lines", written.line())
              .max("posts", written.seq()),
          ConversationDocument.class);
      return written;
    } finally {
      lock.unlock();
    }
  }

  private LineDocument insertNext(Conversation conversation, LineDocument draft) {
    ConversationDocument state = state(conversation);
    long line = state.lines();
    long seq = state.posts();
    while (true) {
      line++;
      String id = id(conversation, line);
      try {
        LineDocument next = draft.numbered(id, line, draft.isPost() ? seq + 1 : seq);
        // People type customers' phones here as they do in a real chat.
        mongo.insert(next.withText(cipher.encrypt(next.text())));
        return next;
      } catch (DuplicateKeyException e) {
        // Another instance, or a crash before the counter: count on from what is there.
        LineDocument taken = mongo.findById(id, LineDocument.class);
        seq = taken == null ? seq : taken.seq();
      }
    }
  }

  /** Every line after {@code line}, in order, without the bytes of attachments. */
  List<LineDocument> linesAfter(Conversation conversation, long line) {
    long from = Math.max(0, line) + 1;
    long last = state(conversation).lines();
    List<LineDocument> lines = new ArrayList<>();
    for (long start = from; start <= last; start += CHUNK) {
      lines.addAll(chunk(conversation, start, Math.min(last, start + CHUNK - 1)));
    }
    return lines;
  }

  /** The bot's posts after {@code seq}, in order, without the bytes of attachments. */
  List<LineDocument> postsAfter(Conversation conversation, long seq) {
    ConversationDocument state = state(conversation);
    Deque<LineDocument> posts = new ArrayDeque<>();
    // Backwards, because only the line number is in the _id and the news is at the end.
    for (long end = state.posts() > seq ? state.lines() : 0; end > 0; end -= CHUNK) {
      List<LineDocument> lines = chunk(conversation, Math.max(1, end - CHUNK + 1), end);
      for (int at = lines.size() - 1; at >= 0; at--) {
        LineDocument line = lines.get(at);
        if (line.seq() <= seq) {
          return List.copyOf(posts);
        }
        if (line.isPost()) {
          posts.addFirst(line);
        }
      }
    }
    return List.copyOf(posts);
  }

  /** One line with the bytes of its attachment. */
  Optional<LineDocument> line(Conversation conversation, long line) {
    return Optional.ofNullable(mongo.findById(id(conversation, line), LineDocument.class))
        .map(this::readable);
  }

  /** Every conversation that somebody has spoken in, oldest name first. */
  List<ConversationDocument> conversations() {
    return mongo.find(new Query().with(Sort.by("_id")), ConversationDocument.class);
  }

  void deleteAll() {
    mongo.remove(new Query(), ConversationDocument.class);
    mongo.remove(new Query(), LineDocument.class);
  }

  private ConversationDocument state(Conversation conversation) {
    @Nullable ConversationDocument stored =
        mongo.findById(conversation.key(), ConversationDocument.class);
    return stored != null
        ? stored
        : new ConversationDocument(
            conversation.key(), conversation.kind(), conversation.id(), 0, 0);
  }

  private List<LineDocument> chunk(Conversation conversation, long first, long last) {
    List<String> ids =
        LongStream.rangeClosed(first, last).mapToObj(line -> id(conversation, line)).toList();
    Query query = query(where("_id").in(ids)).with(Sort.by("_id"));
    query.fields().exclude("content");
    return mongo.find(query, LineDocument.class).stream().map(this::readable).toList();
  }

  private LineDocument readable(LineDocument stored) {
    return stored.withText(cipher.decrypt(stored.text()));
  }

  private static String id(Conversation conversation, long line) {
    return conversation.key() + "|" + String.format("%010d", line);
  }
}
