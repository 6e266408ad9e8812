package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
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
 * Asks one of the best in private, the evening before, to share a case at the 晨会. Nobody is asked
 * when there will be no 晨会 on the next workday or a manager planned a case for it.
 */
@Component
class CaseRun implements Recurrence {

  private static final Duration KEEPS = Duration.ofHours(2);

  private final OrganizationService organizations;
  private final AutoPosts posts;
  private final CasePost post;
  private final CaseRota rota;
  private final MorningDays days;
  private final DigestBookRepository books;
  private final OutboxService outbox;

  CaseRun(
      OrganizationService organizations,
      AutoPosts posts,
      CasePost post,
      CaseRota rota,
      MorningDays days,
      DigestBookRepository books,
      OutboxService outbox) {
    this.organizations = organizations;
    this.posts = posts;
    this.post = post;
    this.rota = rota;
    this.days = days;
    this.books = books;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "digest.case";
  }

  @Override
  public String title() {
    return CasePost.NAME;
  }

  @Override
  public Optional<Instant> next(String organizationId, Instant after) {
    return posts.next(post, organizationId, after);
  }

  @Override
  public Duration keeps() {
    return KEEPS;
  }

  @Override
  public void run(String organizationId, Instant dueAt) {
    organizations
        .find(organizationId)
        .filter(organization -> organization.groups().stream().anyMatch(ChatGroup::receivesPosts))
        .ifPresent(organization -> ask(organization, dueAt));
  }

  private void ask(Organization organization, Instant dueAt) {
    LocalDate today = dueAt.atZone(organization.businessDay().zone()).toLocalDate();
    LocalDate day = days.workdayAfter(organization, today);
    DigestBook book = books.find(organization.id());
    Optional<Instant> morning =
        days.next(organization, dueAt).filter(days.at(organization, day)::equals);
    if (morning.isEmpty() || !book.of(Part.CASE, day).isEmpty()) {
      return;
    }
    book.turn(day)
        .or(() -> rota.next(organization, book, day))
        .flatMap(turn -> books.update(organization.id(), stored -> stored.withTurn(turn)).turn(day))
        .ifPresent(turn -> tell(organization, turn, day));
  }

  private void tell(Organization organization, CaseTurn turn, LocalDate day) {
    String text =
        "【案例分享】你是%s，大家想听听你的经验！\n请在%s的晨会上讲一个案例：怎么做的，遇到什么难处，怎么过的。\n也可以先写一句放进晨会：经验 先约好时间再上门\n来不了请跟组长说一声"
            .formatted(turn.reason(), DateText.day(day));
    organization
        .member(turn.memberId())
        .flatMap((Member member) -> member.privateChat(""))
        .ifPresent(
            chat ->
                outbox.enqueue(
                    new Post(
                        String.join(
                            "|", CasePost.NAME, organization.id(), day.toString(), turn.memberId()),
                        organization.id(),
                        chat,
                        Post.Lane.REMINDER,
                        OutboundMessage.text(text))));
  }
}
