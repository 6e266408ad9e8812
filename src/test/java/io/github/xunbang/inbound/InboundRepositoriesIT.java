package io.github.xunbang.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.storage.TestCiphers;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class InboundRepositoriesIT {

  private final BusinessClock clock = new BusinessClock(Clock.fixed(Fakes.NOW, ZoneOffset.UTC));
  private final MongoServer server = new MongoServer(H2Backend.inMemory());
  private MongoClient client;
  private MongoTemplate mongo;

  @BeforeEach
  void start() {
    client = MongoClients.create(server.bindAndGetConnectionString());
    mongo = new MongoTemplate(client, "test");
  }

  @AfterEach
  void stop() {
    client.close();
    server.shutdownNow();
  }

  @Test
  void aReceiptIsNewThenUnfinishedThenAnswered() {
    ReceiptRepository receipts = new ReceiptRepository(mongo, clock, TestCiphers.withKey());

    Reply fresh = receipts.claim("aibot|1");
    Reply unfinished = receipts.claim("aibot|1");
    receipts.finish("aibot|1", Reply.text("好了"));
    Reply known = new ReceiptRepository(mongo, clock, TestCiphers.withKey()).claim("aibot|1");

    assertThat(fresh).isNull();
    assertThat(unfinished).isNull();
    assertThat(known).isEqualTo(Reply.text("好了"));
  }

  @Test
  void removesOldReceipts() {
    ReceiptRepository receipts = new ReceiptRepository(mongo, clock, TestCiphers.withKey());
    receipts.claim("aibot|1");
    receipts.finish("aibot|1", Reply.text("好了"));

    receipts.removeBefore(Fakes.NOW);
    Reply kept = receipts.claim("aibot|1");
    receipts.removeBefore(Fakes.NOW.plusSeconds(1));
    Reply removed = receipts.claim("aibot|1");

    assertThat(kept).isEqualTo(Reply.text("好了"));
    assertThat(removed).isNull();
  }

  @Test
  void aGroupIsGreetedOnceOverRestarts() {
    GreetingRepository greetings = new GreetingRepository(mongo, clock);
    Conversation group = Conversation.group("aibot", "wr1");

    boolean first = greetings.first(group);
    boolean second = greetings.first(group);
    boolean afterRestart = new GreetingRepository(mongo, clock).first(group);
    boolean other = greetings.first(Conversation.group("aibot", "wR1"));

    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(afterRestart).isFalse();
    assertThat(other).isTrue();
  }
}
