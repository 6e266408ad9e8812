package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.ranking.BoardRequest;
import io.github.xunbang.ranking.Leaderboard;
import io.github.xunbang.ranking.LeaderboardService;
import io.github.xunbang.ranking.LeaderboardText;
import io.github.xunbang.schedule.Recurrence;
import io.github.xunbang.target.Subject;
import io.github.xunbang.target.Targets;
import io.github.xunbang.task.Tasks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 个人月单: after the month everybody with figures reads the own month in private, never in a group
 * (S-150), beside the plan made for it (S-137). Figures and boards are read once per organization;
 * the outbox spreads the posts.
 */
@Component
@Order(48)
class MonthStatement implements AutoPost, Recurrence {

  private static final int PLAN = 60;

  private final OrganizationService organizations;
  private final AutoPosts autoPosts;
  private final Figures figures;
  private final MetricCatalog metrics;
  private final LeaderboardService leaderboards;
  private final Targets targets;
  private final Deals deals;
  private final Tasks tasks;
  private final PackPosts posts;

  MonthStatement(
      OrganizationService organizations,
      AutoPosts autoPosts,
      Figures figures,
      MetricCatalog metrics,
      LeaderboardService leaderboards,
      Targets targets,
      Deals deals,
      Tasks tasks,
      PackPosts posts) {
    this.organizations = organizations;
    this.autoPosts = autoPosts;
    this.figures = figures;
    this.metrics = metrics;
    this.leaderboards = leaderboards;
    this.targets = targets;
    this.deals = deals;
    this.tasks = tasks;
    this.posts = posts;
  }

  /** What is read once for everybody. */
  private record Month(
      Organization organization,
      Period period,
      List<Metric> metrics,
      List<Leaderboard> boards,
      List<Deal> deals) {}

  @Override
  public String name() {
    return "个人月单";
  }

  @Override
  public String description() {
    return "月结次日私下发给每个人自己上月的数、目标和名次";
  }

  @Override
  public List<LocalTime> times() {
    return List.of(LocalTime.of(9, 15));
  }

  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    return month(organization, day).isPresent();
  }

  @Override
  public Optional<Instant> next(String organizationId, Instant after) {
    return autoPosts.next(this, organizationId, after);
  }

  @Override
  public Duration keeps() {
    return Duration.ofDays(20);
  }

  @Override
  public void run(String organizationId, Instant dueAt) {
    organizations
        .find(organizationId)
        .ifPresent(
            organization -> {
              LocalDate day = dueAt.atZone(organization.businessDay().zone()).toLocalDate();
              month(organization, day).ifPresent(period -> post(organization, period, day));
            });
  }

  private static Optional<Period> month(Organization organization, LocalDate day) {
    Period ended = organization.periods().containing(PeriodType.MONTH, day.minusDays(1));
    return ended.end().equals(day.minusDays(1)) ? Optional.of(ended) : Optional.empty();
  }

  private void post(Organization organization, Period period, LocalDate day) {
    List<Member> members = organization.activeMembers(day);
    Map<String, PeriodFigures> own = figures.ofMembers(organization, members, period);
    if (own.isEmpty()) {
      return;
    }
    Month month =
        new Month(
            organization,
            period,
            metrics.metrics(organization.id()),
            leaderboards.find(organization, BoardRequest.of(period), period.end()).boards(),
            deals.signed(organization.id(), period.start(), period.end()));
    members.stream()
        .filter(member -> own.containsKey(member.id()))
        .filter(member -> !own.get(member.id()).sums().isEmpty())
        .forEach(
            member ->
                posts.inPrivate(
                    "statement",
                    organization,
                    day,
                    member,
                    text(month, member, own.get(member.id()))));
  }

  private String text(Month month, Member member, PeriodFigures own) {
    List<String> lines = new ArrayList<>();
    lines.add("【个人月单】%s %s".formatted(month.period().label(), LeaderboardText.name(member.name())));
    month.metrics().stream()
        .filter(metric -> own.sums().containsKey(metric.id()))
        .map(metric -> line(month, member, metric, own.sums().get(metric.id())))
        .forEach(lines::add);
    if (own.reportedDays() > 0) {
      lines.add("上报" + own.reportedDays() + "天");
    }
    deals(month, member).ifPresent(lines::add);
    tasks
        .plan(month.organization().id(), member.id(), month.period())
        .ifPresent(
            plan -> lines.add("当月计划：" + UntrustedText.oneLine(plan.replaceAll("\\s+", " "), PLAN)));
    lines.add("对数请发：记录；有疑问请发：为什么 指标 上月。这份只发给你本人。");
    return String.join("\n", lines);
  }

  /** {@code 签单 8/10单 80%，第2名（共6人）}. */
  private String line(Month month, Member member, Metric metric, BigDecimal value) {
    String attained =
        targets
            .goal(
                month.organization(),
                Subject.of(member),
                metric,
                month.period(),
                month.period().end())
            .filter(goal -> goal.base().signum() > 0)
            .map(goal -> new Lag(member.id(), metric, value, goal.base()).figure())
            .orElse(LeaderboardText.name(metric.name()) + " " + FigureText.of(metric, value));
    return attained
        + month.boards().stream()
            .filter(board -> board.metricId().equals(metric.id()))
            .flatMap(
                board ->
                    board.row(member.id()).stream()
                        .map(row -> "，第%d名（共%d人）".formatted(row.place(), board.rows().size())))
            .findFirst()
            .orElse("");
  }

  private static Optional<String> deals(Month month, Member member) {
    List<Deal> own =
        month.deals().stream()
            .filter(deal -> !deal.cancelled())
            .filter(
                deal ->
                    deal.shares().stream().anyMatch(share -> share.memberId().equals(member.id())))
            .toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal paid = own.stream().map(Deal::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    long open = own.stream().filter(deal -> deal.unpaid().signum() > 0).count();
    return Optional.of(
        "参与签单%d笔，已回款%s%s"
            .formatted(
                own.size(), FigureText.of(paid, "元"), open == 0 ? "" : "，还有" + open + "笔没回齐"));
  }
}
