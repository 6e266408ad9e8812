package io.github.xunbang.inbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.DeliveryTrouble;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the managers in private what did not arrive, or may not have (design section 12). What
 * happens together is one message; after eight lines in ten minutes the list says the rest.
 */
@Component
class TroubleNotice {

  private static final Logger log = LoggerFactory.getLogger(TroubleNotice.class);
  private static final Duration COLLECTED_FOR = Duration.ofSeconds(5);
  private static final int LINES = 8;

  private final OrganizationService organizations;
  private final OutboxService outbox;
  private final BusinessClock clock;
  private final Cache<String, AtomicInteger> told =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(10)).build();

  TroubleNotice(OrganizationService organizations, OutboxService outbox, BusinessClock clock) {
    this.organizations = organizations;
    this.outbox = outbox;
    this.clock = clock;
  }

  @EventListener
  void on(DeliveryTrouble trouble) {
    List<Member> managers =
        organizations.find(trouble.organizationId()).map(Managers::reachable).orElse(List.of());
    if (managers.isEmpty()) {
      log.warn(
          "No manager to tell: post={} {} number={}",
          trouble.postKey(),
          trouble.outcome(),
          trouble.number());
      return;
    }
    int line = told.get(trouble.organizationId(), id -> new AtomicInteger()).incrementAndGet();
    if (line > LINES + 1) {
      log.info("Told by the list only: post={} number={}", trouble.postKey(), trouble.number());
      return;
    }
    String text = line > LINES ? "还有别的没送达，看全部请发：渠道" : text(trouble);
    managers.forEach(manager -> tell(manager, trouble, text));
  }

  private void tell(Member manager, DeliveryTrouble trouble, String text) {
    String what = trouble.outcome() + "|" + trouble.number() + "|" + trouble.postKey();
    Optional<Conversation> chat = manager.privateChat(trouble.conversation().channel());
    Instant at = clock.realTime().instant().plus(COLLECTED_FOR);
    chat.ifPresent(
        to ->
            outbox.merge(
                new Post(
                    DeliveryTrouble.KEY_PREFIX
                        + String.join("|", trouble.organizationId(), what, manager.id()),
                    trouble.organizationId(),
                    to,
                    Post.Lane.REMINDER,
                    OutboundMessage.text(text)),
                "",
                at));
  }

  private static String text(DeliveryTrouble trouble) {
    String name = "%s #%d ".formatted(trouble.title(), trouble.number());
    String again = "，补发请回：渠道 重发 " + trouble.number();
    return switch (trouble.outcome()) {
      case UNKNOWN -> name + "可能没送达" + again;
      case FAILED -> name + "没送达" + again;
      case REROUTED -> "有个群的群机器人发不出消息了（可能被移出群），要@人的消息先由我发，名字会加粗。恢复办法请发：渠道";
    };
  }
}
