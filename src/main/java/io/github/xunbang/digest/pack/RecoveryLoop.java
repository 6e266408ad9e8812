package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.digest.pack.RecoveryCase.Shortfall;
import io.github.xunbang.digest.pack.RecoveryDocument.Round;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 补救: on the first workday after the first half-month and after the month, whoever is responsible
 * for a figure under the line is asked in private for the reason and a plan, and on the third once
 * more who has not answered (S-126, S-130, S-131, S-133).
 */
@Component
@Order(47)
class RecoveryLoop implements AutoPost, Recurrence {

  private static final int ASK = 1;
  private static final int REMIND = 3;
  private static final int SHOWN = 4;

  private final OrganizationService organizations;
  private final AutoPosts autoPosts;
  private final Workdays workdays;
  private final RecoveryBook book;
  private final MetricCatalog metrics;
  private final PackPosts posts;

  RecoveryLoop(
      OrganizationService organizations,
      AutoPosts autoPosts,
      Workdays workdays,
      RecoveryBook book,
      MetricCatalog metrics,
      PackPosts posts) {
    this.organizations = organizations;
    this.autoPosts = autoPosts;
    this.workdays = workdays;
    this.book = book;
    this.metrics = metrics;
    this.posts = posts;
  }

  @Override
  public String name() {
    return "补救";
  }

  @Override
  public String description() {
    return "半月和月底后第一个工作日，私下请落后线以下的负责人写原因和计划，第三个工作日提醒一次";
  }

  @Override
  public List<LocalTime> times() {
    return List.of(LocalTime.of(9, 25));
  }

  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    return ended(organization, day)
        .map(period -> workdayNumber(organization, period, day))
        .anyMatch(number -> number == ASK || number == REMIND);
  }

  @Override
  public Optional<Instant> next(String organizationId, Instant after) {
    return autoPosts.next(this, organizationId, after);
  }

  @Override
  public Duration keeps() {
    return Duration.ofDays(2);
  }

  @Override
  public void run(String organizationId, Instant dueAt) {
    Organization organization = organizations.find(organizationId).orElse(null);
    if (organization == null) {
      return;
    }
    LocalDate day = dueAt.atZone(organization.businessDay().zone()).toLocalDate();
    for (Period period : ended(organization, day).toList()) {
      int number = workdayNumber(organization, period, day);
      if (number == ASK) {
        tell(organization, book.open(organization, period), day, "recovery.ask");
      } else if (number == REMIND) {
        book.find(organization, period)
            .filter(round -> book.latest(organization).filter(round::equals).isPresent())
            .ifPresent(round -> tell(organization, round, day, "recovery.remind"));
      }
    }
  }

  /** The first half-month and the month that ended last before {@code day}. */
  private static Stream<Period> ended(Organization organization, LocalDate day) {
    LocalDate half =
        day.getDayOfMonth() > 15 ? day.withDayOfMonth(1) : day.minusMonths(1).withDayOfMonth(1);
    var periods = organization.periods();
    return Stream.of(
        Period.containing(PeriodType.HALF_MONTH, half),
        periods.previous(periods.containing(PeriodType.MONTH, day)));
  }

  /** The how manieth workday since the period ended; 0 on a rest day. */
  private int workdayNumber(Organization organization, Period period, LocalDate day) {
    return workdays.isWorkday(organization.id(), day)
        ? workdays.count(organization.id(), period.end().plusDays(1), day)
        : 0;
  }

  /** One post per responsible person about all that is still without a plan. */
  private void tell(Organization organization, Round round, LocalDate day, String key) {
    Map<Member, List<RecoveryCase>> asked = new LinkedHashMap<>();
    round.cases().stream()
        .filter(one -> one.answer() == null)
        .forEach(
            one ->
                book.responsible(organization, one.subjectId(), day)
                    .forEach(
                        member ->
                            asked.computeIfAbsent(member, none -> new ArrayList<>()).add(one)));
    asked.forEach(
        (member, cases) ->
            posts.inPrivate(
                key, organization, day, member, text(organization, round, member, cases, key)));
  }

  private String text(
      Organization organization, Round round, Member member, List<RecoveryCase> cases, String key) {
    String head =
        key.endsWith("remind")
            ? "还等你的补救计划：" + round.period().label()
            : round.period().label() + "还没到目标的" + LagLineSetting.of(organization) + "%";
    String figures =
        cases.stream()
            .limit(SHOWN)
            .map(one -> who(organization, member, one) + figures(organization, one))
            .collect(Collectors.joining("\n"));
    String first = cases.get(0).subjectId();
    String name = first.equals(member.id()) ? "" : Lag.name(organization, first) + " ";
    return "【补救】%s\n%s%s\n一起想办法，请回原因和计划：\n补救 %s原因 客户少 计划 每天多跑2家"
        .formatted(head, figures, cases.size() > SHOWN ? "\n…看全部发：补救" : "", name);
  }

  private static String who(Organization organization, Member member, RecoveryCase one) {
    return one.subjectId().equals(member.id())
        ? "你："
        : Lag.name(organization, one.subjectId()) + "：";
  }

  private String figures(Organization organization, RecoveryCase one) {
    return one.shortfalls().stream()
        .limit(3)
        .flatMap(shortfall -> figure(organization, one.subjectId(), shortfall).stream())
        .collect(Collectors.joining("，"));
  }

  private Optional<String> figure(Organization organization, String subject, Shortfall one) {
    return metrics.metrics(organization.id()).stream()
        .filter(metric -> metric.id().equals(one.metricId()))
        .findFirst()
        .map((Metric metric) -> new Lag(subject, metric, one.actual(), one.base()).figure());
  }
}
