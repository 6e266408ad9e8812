package io.github.xunbang.outbox;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.message.Conversation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers what did not arrive, or may not have, and publishes it once per post. A post is marked as
 * told afterwards, so what a dying process left untold is told at the next start.
 */
final class DeliveryTroubles {

  private static final Logger log = LoggerFactory.getLogger(DeliveryTroubles.class);
  private static final int TITLE = 20;
  private static final Pattern HEAD = Pattern.compile("^【([^】\\n]{1,18})】");

  private final TroublesRepository troubles;
  private final PostRepository posts;
  private final BusinessClock clock;
  private final Consumer<DeliveryTrouble> publisher;
  private final Map<String, String> lastErrors = new ConcurrentHashMap<>();

  DeliveryTroubles(
      TroublesRepository troubles,
      PostRepository posts,
      BusinessClock clock,
      Consumer<DeliveryTrouble> publisher) {
    this.troubles = troubles;
    this.posts = posts;
    this.clock = clock;
    this.publisher = publisher;
  }

  /** Remembers, publishes and marks a post that is FAILED or UNKNOWN; never throws. */
  void tell(PostDocument post, PostState outcome) {
    try {
      int number = isAboutTrouble(post) ? 0 : number(post, outcome);
      if (!isAboutTrouble(post)) {
        publish(post, number, DeliveryTrouble.Outcome.valueOf(outcome.name()));
      }
      posts.markTold(post.id(), number);
    } catch (RuntimeException e) {
      log.warn("Not told yet, the next start does: post={}", post.id(), e);
    }
  }

  /** What ended before the start without having been told. */
  void tellUntold() {
    posts.untold().forEach(post -> tell(post, post.state()));
  }

  private int number(PostDocument post, PostState outcome) {
    if (post.organizationId().isEmpty()) {
      return 0;
    }
    Instant now = clock.instant();
    return troubles
        .change(
            post.organizationId(),
            all -> isOpen(all, post) ? all : all.opened(post, outcome, title(post), now))
        .open()
        .stream()
        .filter(each -> each.postKey().equals(post.id()))
        .findFirst()
        .map(TroublesDocument.Open::number)
        .orElse(0);
  }

  private static boolean isOpen(TroublesDocument all, PostDocument post) {
    return all.open().stream().anyMatch(each -> each.postKey().equals(post.id()));
  }

  /**
   * The second way of a conversation was refused for good; told once until it works again. Never
   * throws, for the post still has to take the other way.
   */
  void rerouted(PostDocument post, RuntimeException e) {
    log.warn("Second way refused: {}: {}", PostOutcomes.ids(post), PostOutcomes.reason(e));
    if (mark(post, true)) {
      try {
        publish(post, 0, DeliveryTrouble.Outcome.REROUTED);
      } catch (RuntimeException untold) {
        log.warn("Not told yet, the next refusal does: {}", PostOutcomes.ids(post), untold);
        mark(post, false);
      }
    }
  }

  /** The second way took a post. */
  void worksAgain(PostDocument post) {
    mark(post, false);
  }

  /** Whether that is news. */
  private boolean mark(PostDocument post, boolean isRerouted) {
    String conversation = post.conversation().key();
    try {
      boolean[] news = {false};
      troubles.change(
          post.organizationId(),
          all -> {
            news[0] = all.rerouted().contains(conversation) != isRerouted;
            return news[0] ? all.withRerouted(conversation, isRerouted) : all;
          });
      return news[0];
    } catch (RuntimeException e) {
      log.warn("Second way not marked: {}", PostOutcomes.ids(post), e);
      return false;
    }
  }

  private void publish(PostDocument post, int number, DeliveryTrouble.Outcome outcome) {
    publisher.accept(
        new DeliveryTrouble(
            post.organizationId(), number, post.id(), post.conversation(), outcome, title(post)));
  }

  /** What a channel said last; empty after a success. */
  void lastError(DeliveryChannel channel, String error) {
    if (error.isEmpty()) {
      lastErrors.remove(channel.channel());
    } else {
      lastErrors.put(channel.channel(), error);
    }
  }

  String lastError(DeliveryChannel channel) {
    return lastErrors.getOrDefault(channel.channel(), "");
  }

  /** The organization's posts that may be sent again, oldest first. */
  List<TroublesDocument.Open> open(String organizationId) {
    return troubles.find(organizationId).open();
  }

  void close(String organizationId, int number) {
    troubles.change(organizationId, all -> all.closed(number));
  }

  private static boolean isAboutTrouble(PostDocument post) {
    return post.id().startsWith(DeliveryTrouble.KEY_PREFIX);
  }

  /** A private post may hold what only one person should read. */
  private static String title(PostDocument post) {
    if (post.conversationKind() == Conversation.Kind.PRIVATE) {
      return "私聊消息";
    }
    String line = post.text().strip().lines().findFirst().orElse("图片或文件");
    Matcher head = HEAD.matcher(line);
    String title = head.find() ? head.group(1) : line;
    return title.codePointCount(0, title.length()) <= TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, TITLE - 1)) + "…";
  }
}
