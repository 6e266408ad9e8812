package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.TargetProgress;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.target.Goal;
import io.github.xunbang.target.Subject;
import io.github.xunbang.target.Targets;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds goals among stored targets, each by a few look-ups, however many there are. */
@Service
class DefaultTargets implements Targets, TargetProgress {

  private final TargetStore store;
  private final WorkdayCounts workdays;
  private final ShareRule shares;

  DefaultTargets(TargetStore store, WorkdayCounts workdays, ShareRule shares) {
    this.store = store;
    this.workdays = workdays;
    this.shares = shares;
  }

  @Override
  public Optional<Goal> goal(
      Organization organization, Subject subject, Metric metric, Period period, LocalDate today) {
    if (!isAsked(organization, metric, period)) {
      return Optional.empty();
    }
    GoalRequest request = GoalRequest.of(organization, subject, metric, period, today);
    Optional<Goal> own = held(request, subject);
    return own.isPresent() ? own : ofPosition(request);
  }

  @Override
  public Progress progress(
      Organization organization,
      Goal goal,
      Metric metric,
      BigDecimal actual,
      LocalDate today,
      boolean reportedToday) {
    GoalRequest request =
        GoalRequest.of(organization, goal.subject(), metric, goal.period(), today);
    LocalDate first = Quotas.later(request.first(), begun(request));
    LocalDate open = Quotas.later(first, reportedToday ? today.plusDays(1) : today);
    String id = organization.id();
    String memberId = request.memberId();
    LocalDate gone = Quotas.earlier(open.minusDays(1), request.last());
    return new Pace(
            workdays.count(id, memberId, first, gone),
            workdays.count(id, memberId, open, request.last()))
        .progress(goal, metric, actual);
  }

  /**
   * The day from which a longer goal asks for something: a daily quota that began inside the period
   * asks nothing for the days before it.
   */
  private LocalDate begun(GoalRequest request) {
    Stream<Subject> position =
        request.member().stream()
            .flatMap(member -> Stream.ofNullable(member.positionOn(request.day())))
            .map(name -> new Subject(Subject.Kind.POSITION, name));
    return Stream.concat(Stream.of(request.subject()), position)
        .filter(holder -> held(request, holder).isPresent())
        .findFirst()
        .flatMap(holder -> dailyQuota(request, holder))
        .map(quota -> quota.versions().get(0).since())
        .orElse(request.period().start());
  }

  /** The daily quota from which the holder's goal of the period is added up, if it is. */
  private Optional<StoredTarget> dailyQuota(GoalRequest request, Subject holder) {
    String id = request.organization().id();
    String metricId = request.metric().id();
    TargetBook book = store.standing(id);
    boolean said =
        store
                .startingWith(id, request.period())
                .find(holder, metricId, request.period())
                .flatMap(StoredTarget::current)
                .isPresent()
            || Arrays.stream(Cadence.values())
                .filter(cadence -> cadence.type() == request.period().type())
                .flatMap(cadence -> book.find(TargetKey.of(holder, metricId, cadence)).stream())
                .anyMatch(quota -> quota.on(request.period().end()).isPresent());
    return said
        ? Optional.empty()
        : book.find(TargetKey.of(holder, metricId, Cadence.DAY))
            .filter(quota -> quota.on(request.period().end()).isPresent());
  }

  @Override
  public Optional<Progress> ofMember(
      Organization organization,
      String memberId,
      Metric metric,
      Period period,
      BigDecimal actual,
      LocalDate today,
      boolean reportedToday) {
    Subject subject = new Subject(Subject.Kind.MEMBER, memberId);
    return goal(organization, subject, metric, period, today)
        .map(goal -> progress(organization, goal, metric, actual, today, reportedToday));
  }

  /** Whether anybody has a target that could count, so that a board need not ask one by one. */
  private boolean isAsked(Organization organization, Metric metric, Period period) {
    String id = organization.id();
    return store.standing(id).mentions(metric.id())
        || store.startingWith(id, period).mentions(metric.id())
        || sharesMonth(period)
            && store.startingWith(id, monthOf(organization, period)).mentions(metric.id());
  }

  private static boolean sharesMonth(Period period) {
    return period.type() == PeriodType.XUN || period.type() == PeriodType.HALF_MONTH;
  }

  private static Period monthOf(Organization organization, Period period) {
    return organization.periods().containing(PeriodType.MONTH, period.start());
  }

  private Optional<Goal> ofPosition(GoalRequest request) {
    return request
        .member()
        .filter(member -> !member.guest())
        .map(member -> member.positionOn(request.day()))
        .flatMap(position -> held(request, new Subject(Subject.Kind.POSITION, position)));
  }

  /** The goal that targets of {@code holder} give. */
  private Optional<Goal> held(GoalRequest request, Subject holder) {
    String id = request.organization().id();
    Optional<Version> exact =
        store
            .startingWith(id, request.period())
            .find(holder, request.metric().id(), request.period())
            .flatMap(StoredTarget::current);
    return exact.isPresent() ? whole(request, exact.get(), "单独定的目标") : recurring(request, holder);
  }

  private Optional<Goal> recurring(GoalRequest request, Subject holder) {
    TargetBook book = store.standing(request.organization().id());
    String metricId = request.metric().id();
    StoredTarget shortest = null;
    for (Cadence cadence : Cadence.values()) {
      Optional<StoredTarget> quota = book.find(TargetKey.of(holder, metricId, cadence));
      Optional<Version> valid = quota.flatMap(one -> one.on(request.period().end()));
      if (valid.isPresent() && cadence.type() == request.period().type()) {
        return inOwnPeriod(request, holder, cadence, valid.get());
      }
      shortest = shortest == null && valid.isPresent() ? quota.get() : shortest;
    }
    return shortest == null || (request.period().type() == PeriodType.DAY)
        ? monthShare(request, holder)
        : derived(request, holder, shortest);
  }

  private Optional<Goal> inOwnPeriod(
      GoalRequest request, Subject holder, Cadence cadence, Version version) {
    boolean nobodyWorks =
        Steps.addsUp(request.metric())
            && count(request, version, request.first(), request.last()).signum() == 0;
    return nobodyWorks
        ? Optional.empty()
        : whole(request, version, holderName(holder) + cadence.word() + "目标");
  }

  /** The values as they were said, less a person's leave where the target says so. */
  private Optional<Goal> whole(GoalRequest request, Version version, String origin) {
    Draft draft = version.draft();
    if (draft.share() != null) {
      return share(request, version);
    }
    BigDecimal base = java.util.Objects.requireNonNull(draft.base());
    if (!draft.leaveShrinks() || request.memberId() == null) {
      return Optional.of(request.exact(draft, origin, version));
    }
    Period period = request.period();
    BigDecimal all =
        workdays.count(request.organization().id(), null, period.start(), period.end());
    BigDecimal worked = count(request, version, period.start(), period.end());
    return request.goal(
        part(base, worked, all),
        draft.stretch() == null ? null : part(draft.stretch(), worked, all),
        origin + deduction(worked, all),
        version);
  }

  /** ，请假扣减后按21.5/22个工作日. */
  private static String deduction(BigDecimal worked, BigDecimal all) {
    return worked.compareTo(all) < 0
        ? "，请假扣减后按" + NumberText.plain(worked) + "/" + NumberText.plain(all) + "个工作日"
        : "";
  }

  private Optional<Goal> derived(GoalRequest request, Subject holder, StoredTarget quota) {
    Version version = quota.on(request.period().end()).orElseThrow();
    Draft draft = version.draft();
    if (draft.share() != null) {
      return share(request, version);
    }
    if (!Steps.addsUp(request.metric())) {
      return Optional.of(
          request.exact(draft, holderName(holder) + quota.key().span() + "目标", version));
    }
    Quotas quotas =
        new Quotas(
            quota,
            request.organization().periods(),
            (first, last) -> count(request, version, first, last));
    Function<Function<Draft, @Nullable BigDecimal>, BigDecimal> sum =
        value -> quotas.in(request.first(), request.last(), value);
    return request.goal(
        sum.apply(Draft::base),
        draft.stretch() == null ? null : sum.apply(Draft::stretch),
        origin(request, holder, quota, version),
        version);
  }

  /** 电话营销员每日10个×22个工作日. */
  private String origin(GoalRequest request, Subject holder, StoredTarget quota, Version version) {
    String said =
        holderName(holder)
            + quota.key().span()
            + FigureText.of(
                request.metric(), java.util.Objects.requireNonNull(version.draft().base()));
    LocalDate first = Quotas.later(request.first(), quota.versions().get(0).since());
    BigDecimal days = count(request, version, first, request.last());
    boolean changed =
        quota.versions().stream()
            .anyMatch(one -> one.since().isAfter(request.first()) && one.number() > 1);
    return quota.key().cadence() == Cadence.DAY && !changed
        ? said + "×" + NumberText.plain(days) + "个工作日"
        : said + "按工作日折算";
  }

  private Optional<Goal> monthShare(GoalRequest request, Subject holder) {
    if (!sharesMonth(request.period()) || !Steps.addsUp(request.metric())) {
      return Optional.empty();
    }
    Organization organization = request.organization();
    Period month = monthOf(organization, request.period());
    Optional<Version> version =
        store
            .startingWith(organization.id(), month)
            .find(holder, request.metric().id(), month)
            .flatMap(StoredTarget::current);
    return version.flatMap(found -> monthShare(request, month, found));
  }

  private Optional<Goal> monthShare(GoalRequest request, Period month, Version version) {
    Draft draft = version.draft();
    if (draft.base() == null) {
      return share(request, version);
    }
    Period period = request.period();
    BigDecimal all = workdays.count(organization(request), null, month.start(), month.end());
    BigDecimal inside =
        count(request, version, period.start(), Quotas.earlier(period.end(), month.end()));
    return all.signum() == 0
        ? Optional.empty()
        : request.goal(
            part(draft.base(), inside, all),
            draft.stretch() == null ? null : part(draft.stretch(), inside, all),
            month.label() + FigureText.of(request.metric(), draft.base()) + "按工作日折算",
            version);
  }

  private Optional<Goal> share(GoalRequest request, Version version) {
    return shares.goal(
        request,
        version,
        unit ->
            goal(
                request.organization(),
                Subject.of(unit),
                request.metric(),
                request.period(),
                request.today()));
  }

  private static String organization(GoalRequest request) {
    return request.organization().id();
  }

  private BigDecimal count(GoalRequest request, Version version, LocalDate first, LocalDate last) {
    String memberId = version.draft().leaveShrinks() ? request.memberId() : null;
    return workdays.count(request.organization().id(), memberId, first, last);
  }

  private static BigDecimal part(BigDecimal whole, BigDecimal days, BigDecimal all) {
    return all.signum() == 0
        ? BigDecimal.ZERO
        : whole.multiply(days).divide(all, MathContext.DECIMAL64);
  }

  private static String holderName(Subject holder) {
    return holder.kind() == Subject.Kind.POSITION ? holder.id() : "";
  }
}
