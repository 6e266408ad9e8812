package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.digest.pack.DifficultyBook.Asked;
import io.github.xunbang.digest.rota.FairTurns;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.ranking.FrozenBoards;
import io.github.xunbang.ranking.LeaderboardService;
import io.github.xunbang.schedule.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 请教: on the first workday after a 旬 or a month, one of those who had the hardest time is asked in
 * private what is difficult, as the best are for their experience (S-132). Nobody is asked twice
 * within half a month, by this or by 补救; both periods ending together is one question.
 */
@Component
@Order(48)
class DifficultyQuestion implements AutoPost, Recurrence {

  private static final int SPARED_DAYS = 15;

  /** Whoever stands higher than that need not be asked for want of others. */
  private static final int CANDIDATES = 3;

  private final OrganizationService organizations;
  private final AutoPosts autoPosts;
  private final Workdays workdays;
  private final LeaderboardService leaderboards;
  private final FairTurns turns;
  private final RecoveryBook recoveries;
  private final DifficultyRepository books;
  private final PackPosts posts;

  DifficultyQuestion(
      OrganizationService organizations,
      AutoPosts autoPosts,
      Workdays workdays,
      LeaderboardService leaderboards,
      FairTurns turns,
      RecoveryBook recoveries,
      DifficultyRepository books,
      PackPosts posts) {
    this.organizations = organizations;
    this.autoPosts = autoPosts;
    this.workdays = workdays;
    this.leaderboards = leaderboards;
    this.turns = turns;
    this.recoveries = recoveries;
    this.books = books;
    this.posts = posts;
  }

  @Override
  public String name() {
    return "请教";
  }

  @Override
  public String description() {
    return "旬榜、月榜后的第一个工作日，私下问一位同事遇到什么难处，答复只给经理，写进例会资料";
  }

  /** The latest closing is at noon. */
  @Override
  public List<LocalTime> times() {
    return List.of(LocalTime.of(14, 5));
  }

  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    return closed(organization, day).findAny().isPresent();
  }

  @Override
  public Optional<Instant> next(String organizationId, Instant after) {
    return autoPosts.next(this, organizationId, after);
  }

  @Override
  public Duration keeps() {
    return Duration.ofHours(4);
  }

  @Override
  public void run(String organizationId, Instant dueAt) {
    organizations
        .find(organizationId)
        .ifPresent(
            organization ->
                ask(organization, dueAt.atZone(organization.businessDay().zone()).toLocalDate()));
  }

  /** What has been closed since the last workday, the month before the 旬. */
  private Stream<Period> closed(Organization organization, LocalDate day) {
    var periods = organization.periods();
    return workdays.isWorkday(organization.id(), day)
        ? Stream.of(
                periods.previous(periods.containing(PeriodType.MONTH, day)),
                Period.containing(PeriodType.XUN, day).previous())
            .filter(period -> workdays.count(organization.id(), period.end().plusDays(1), day) == 1)
        : Stream.empty();
  }

  private void ask(Organization organization, LocalDate day) {
    closed(organization, day)
        .flatMap(period -> leaderboards.frozen(organization.id(), period).stream())
        .findFirst()
        .ifPresent(frozen -> ask(organization, frozen, day));
  }

  private void ask(Organization organization, FrozenBoards frozen, LocalDate day) {
    Period period = frozen.closed().period();
    String closing = period.type() + " " + period.start();
    DifficultyBook book = books.find(organization.id());
    chosen(organization, book, frozen, day)
        .ifPresent(id -> books.update(organization.id(), one -> one.with(asked(closing, id, day))));
    books.find(organization.id()).asked().stream()
        .filter(one -> one.closing().equals(closing) && one.day().equals(day.toString()))
        .flatMap(one -> organization.member(one.memberId()).stream())
        .forEach(member -> posts.inPrivate("difficulty", organization, day, member, text(frozen)));
  }

  private Optional<String> chosen(
      Organization organization, DifficultyBook book, FrozenBoards frozen, LocalDate day) {
    LocalDate since = day.minusDays(SPARED_DAYS);
    Predicate<Member> spared =
        member ->
            recoveries.isAsked(organization, member, since, day)
                || book.asked().stream()
                    .filter(one -> one.memberId().equals(member.id()))
                    .anyMatch(one -> LocalDate.parse(one.day()).isAfter(since));
    return HardestTime.of(frozen).stream()
        .limit(CANDIDATES)
        .flatMap(id -> organization.member(id).stream())
        .filter(turns.there(organization, day).and(spared.negate()))
        .map(Member::id)
        .findFirst();
  }

  private static Asked asked(String closing, String memberId, LocalDate day) {
    return new Asked(closing, memberId, day.toString());
  }

  private static String text(FrozenBoards frozen) {
    String label = frozen.closed().period().label().replaceFirst("^\\d+年", "");
    return "【请教】%s辛苦了！跑单路上遇到什么难处，要什么帮忙？\n私下回我一句，只给经理看，例会上一起想办法：\n困难 客户都嫌贵，不知道怎么谈".formatted(label);
  }
}
