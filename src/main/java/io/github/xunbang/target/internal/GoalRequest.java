package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.target.Goal;
import io.github.xunbang.target.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose goal for what is asked for, and the days on which a quota counts. */
record GoalRequest(
    Organization organization,
    Subject subject,
    Metric metric,
    Period period,
    LocalDate today,
    Optional<Member> member) {

  static GoalRequest of(
      Organization organization, Subject subject, Metric metric, Period period, LocalDate today) {
    Optional<Member> member =
        subject.kind() == Subject.Kind.MEMBER
            ? organization.member(subject.id())
            : Optional.empty();
    return new GoalRequest(organization, subject, metric, period, today, member);
  }

  /** Today, or the nearest day of the period. */
  LocalDate day() {
    return Quotas.earlier(Quotas.later(today, period.start()), period.end());
  }

  /** The first day that counts: not before a member joined. */
  LocalDate first() {
    return member.map(Member::since).filter(period::contains).orElse(period.start());
  }

  /** The last day that counts: not after a member left. */
  LocalDate last() {
    return member.map(Member::until).filter(period::contains).orElse(period.end());
  }

  @Nullable String memberId() {
    return member.map(Member::id).orElse(null);
  }

  /** The goal with the values as they were said. */
  Goal exact(Draft draft, String origin, Version version) {
    return new Goal(
        subject,
        metric.id(),
        period,
        java.util.Objects.requireNonNull(draft.base()),
        draft.stretch(),
        origin,
        version.number());
  }

  /** The goal with values rounded; nothing when nothing is asked for. */
  Optional<Goal> goal(
      BigDecimal base, @Nullable BigDecimal stretch, String origin, Version version) {
    BigDecimal rounded = Steps.nearest(metric, base);
    return rounded.signum() <= 0
        ? Optional.empty()
        : Optional.of(
            new Goal(
                subject,
                metric.id(),
                period,
                rounded,
                stretch == null ? null : Steps.nearest(metric, stretch),
                origin,
                version.number()));
  }
}
