package io.github.xunbang.inbound;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.storage.FieldCipher;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Receipts in the collection {@code receipts}; the answers are encrypted, for a private one may
 * hold a customer's phone.
 */
@Repository
class ReceiptRepository implements Receipts {

  private final MongoTemplate mongo;
  private final BusinessClock clock;
  private final FieldCipher cipher;

  ReceiptRepository(MongoTemplate mongo, BusinessClock clock, FieldCipher cipher) {
    this.mongo = mongo;
    this.clock = clock;
    this.cipher = cipher;
  }

  @Override
  public @Nullable Reply claim(String messageKey) {
    try {
      mongo.insert(new ReceiptDocument(messageKey, clock.realTime().instant(), false, null));
      return null;
    } catch (DuplicateKeyException e) {
      ReceiptDocument known = mongo.findById(messageKey, ReceiptDocument.class);
      return known == null || !known.finished() || known.texts() == null
          ? null
          : new Reply(
              known.texts().stream().map(cipher::decrypt).map(OutboundMessage::text).toList());
    }
  }

  @Override
  public void finish(String messageKey, Reply reply) {
    mongo.updateFirst(
        query(where("_id").is(messageKey)),
        new Update()
            .set("finished", true)
            .set(
                "texts",
                reply.messages().stream()
                    .map(OutboundMessage::text)
                    .filter(text -> !text.isBlank())
                    .map(cipher::encrypt)
                    .toList()),
        ReceiptDocument.class);
  }

  @Override
  public void removeBefore(Instant instant) {
    mongo.remove(query(where("claimedAt").lt(instant)), ReceiptDocument.class);
  }
}
