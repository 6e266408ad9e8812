package io.github.xunbang.inbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.DirectReplies;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole team that reports at once would use up what its platform lets the bot say in a minute. So
 * after five direct confirmations in a group within a minute the later ones are collected in the
 * outbox, durably before the direct answer is left out, and said together every 15 seconds. Where
 * no platform counts, everybody is answered directly. Real time, in memory: after a restart the
 * next five are direct again.
 */
final class ConfirmationBursts {

  static final int DIRECT = 5;
  static final Duration WITHIN = Duration.ofMinutes(1);
  static final Duration EVERY = Duration.ofSeconds(15);

  private static final Logger log = LoggerFactory.getLogger(ConfirmationBursts.class);

  private final OrganizationService organizations;
  private final OutboxService outbox;
  private final DirectReplies direct;
  private final Clock realTime;
  private final Cache<String, Burst> bursts =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofMinutes(5)).build();

  ConfirmationBursts(
      OrganizationService organizations,
      OutboxService outbox,
      DirectReplies direct,
      Clock realTime) {
    this.organizations = organizations;
    this.outbox = outbox;
    this.direct = direct;
    this.realTime = realTime;
  }

  /** Whether the answer is said with others, so that it must not be said directly. */
  boolean collects(InboundMessage message, Outcome outcome) {
    Conversation group = message.conversation();
    String brief = outcome.reply().brief();
    if (brief == null || !group.isGroup() || !direct.limited(group)) {
      return false;
    }
    String key = "brief|" + message.key();
    String organizationId = outcome.organizationId() == null ? "" : outcome.organizationId();
    try {
      // Said, or about to be, before a redelivery.
      if (direct.isKnown(key)) {
        return true;
      }
      Optional<Instant> release =
          bursts.get(group.key(), conversation -> new Burst()).next(realTime.instant());
      release.ifPresent(
          at ->
              outbox.merge(
                  new Post(
                      key, organizationId, group, Post.Lane.REPLY, OutboundMessage.text(brief)),
                  heading(message, organizationId),
                  at));
      return release.isPresent();
    } catch (RuntimeException e) {
      log.warn("Confirmation not collected, it is said directly: message={}", message.key(), e);
      return false;
    }
  }

  /** {@code 已登记 12月3日(周四)：}; a line about another day says so itself. */
  private String heading(InboundMessage message, String organizationId) {
    return organizations
        .find(organizationId)
        .map(organization -> organization.businessDay().of(message.receivedAt()))
        .map(today -> "已登记 " + DateText.day(today) + "：")
        .orElse("已登记：");
  }

  /** The confirmations of one group. */
  private static final class Burst {

    private final Deque<Instant> direct = new ArrayDeque<>();
    private Instant release = Instant.MIN;

    /** When this confirmation is said with others, or empty when it is said directly. */
    synchronized Optional<Instant> next(Instant now) {
      // What lies ahead is from before the clock was set back.
      direct.removeIf(at -> at.isAfter(now) || !at.plus(WITHIN).isAfter(now));
      if (direct.size() < DIRECT) {
        direct.add(now);
        return Optional.empty();
      }
      if (!release.isAfter(now) || release.isAfter(now.plus(EVERY))) {
        release = now.plus(EVERY);
      }
      return Optional.of(release);
    }
  }
}
