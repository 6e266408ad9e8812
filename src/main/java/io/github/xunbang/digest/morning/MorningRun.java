package io.github.xunbang.digest.morning;

import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.schedule.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Posts the 晨会 to every group that receives posts and tells leaders in private who needs a hand.
 * Post keys hang on day and conversation, so a second run, also at a time moved on the same day,
 * says nothing twice.
 */
@Component
class MorningRun implements Recurrence {

  private static final Duration KEEPS = Duration.ofMinutes(40);

  /** Kept back longer, by quiet hours or a lost connection, it is no morning's word any more. */
  private static final Duration SAID_WITHIN = Duration.ofHours(4);

  private final OrganizationService organizations;
  private final AutoPosts posts;
  private final MorningPost morning;
  private final MorningDigest digest;
  private final NeededPerDay needed;
  private final DigestBookRepository books;
  private final OutboxService outbox;

  MorningRun(
      OrganizationService organizations,
      AutoPosts posts,
      MorningPost morning,
      MorningDigest digest,
      NeededPerDay needed,
      DigestBookRepository books,
      OutboxService outbox) {
    this.organizations = organizations;
    this.posts = posts;
    this.morning = morning;
    this.digest = digest;
    this.needed = needed;
    this.books = books;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "digest.morning";
  }

  @Override
  public String title() {
    return MorningPost.NAME;
  }

  @Override
  public Optional<Instant> next(String organizationId, Instant after) {
    return posts.next(morning, organizationId, after);
  }

  @Override
  public Duration keeps() {
    return KEEPS;
  }

  @Override
  public void run(String organizationId, Instant dueAt) {
    organizations
        .find(organizationId)
        .ifPresent(
            organization ->
                post(
                    organization,
                    dueAt.atZone(organization.businessDay().zone()).toLocalDate(),
                    dueAt.plus(SAID_WITHIN)));
  }

  private void post(Organization organization, LocalDate day, Instant goodUntil) {
    boolean posted = false;
    for (ChatGroup group : organization.groups()) {
      if (group.receivesPosts()) {
        posted = true;
        digest
            .text(organization, group.unitIds(), day)
            .ifPresent(text -> enqueue(organization, group, day, text, goodUntil));
      }
    }
    needed.tellLeaders(organization, day);
    if (posted) {
      boolean shared = digest.turn(organization, day).isPresent();
      books.update(
          organization.id(), book -> shared ? book.shown(day) : book.shown(day).withoutTurn(day));
    }
  }

  private void enqueue(
      Organization organization, ChatGroup group, LocalDate day, String text, Instant goodUntil) {
    outbox.enqueue(
        new Post(
            String.join(
                "|",
                MorningPost.NAME,
                organization.id(),
                day.toString(),
                group.conversation().key()),
            organization.id(),
            group.conversation(),
            Post.Lane.BOARD,
            OutboundMessage.text(text),
            goodUntil));
  }
}
