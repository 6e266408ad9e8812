package io.github.xunbang.outbox;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.storage.DatabaseKind;
import io.github.xunbang.storage.FieldCipher;
import io.github.xunbang.storage.Lease;
import io.github.xunbang.storage.Migration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

  @Bean
  PostRepository postRepository(MongoTemplate mongo, FieldCipher cipher) {
    return new PostRepository(mongo, cipher);
  }

  @Bean
  DeliveryTroubles deliveryTroubles(
      MongoTemplate mongo,
      PostRepository posts,
      BusinessClock clock,
      ApplicationEventPublisher publisher) {
    return new DeliveryTroubles(
        new TroublesRepository(mongo), posts, clock, publisher::publishEvent);
  }

  @Bean
  DurableOutboxService outboxService(
      PostRepository posts,
      DeliveryTroubles troubles,
      BusinessClock clock,
      DatabaseKind kind,
      Lease lease,
      MeterRegistry registry,
      ObjectProvider<DeliveryChannel> channels,
      ObjectProvider<DeliveryHold> holds) {
    return new DurableOutboxService(
        posts,
        clock,
        kind,
        lease,
        new OutboxMetrics(registry),
        troubles,
        () -> channels.orderedStream().toList(),
        () -> holds.orderedStream().toList());
  }

  @Bean
  CommandHandler channelCommands(
      DurableOutboxService outbox,
      DeliveryTroubles troubles,
      BusinessClock clock,
      ObjectProvider<DeliveryChannel> channels,
      ObjectProvider<ChannelSetup> setups) {
    return new ChannelCommands(
        outbox,
        troubles,
        clock,
        () -> channels.orderedStream().toList(),
        () -> setups.orderedStream().toList());
  }

  @Bean
  OutboxWorker outboxWorker(DurableOutboxService outbox, BusinessClock clock) {
    return new OutboxWorker(outbox, clock);
  }

  @Bean
  Migration waitingPostsIndex() {
    return new WaitingPostsMigration();
  }

  /** On a server waiting posts are found by index; the embedded one keeps them in memory. */
  private static final class WaitingPostsMigration implements Migration {
    @Override
    public int version() {
      return 11;
    }

    @Override
    public void migrate(MongoTemplate mongo) {
      Index waiting = new Index("state", Sort.Direction.ASC).on("sequence", Sort.Direction.ASC);
      mongo.indexOps(PostDocument.class).createIndex(waiting.named("waiting"));
    }
  }
}
