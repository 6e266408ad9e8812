package io.github.xunbang.incentive.rule;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A team's incentive scheme: a named set of rules, versioned, with an owner who answers objections
 * (S-138 to S-140).
 *
 * @param organizationId whose
 * @param id what people type, unique in the organization: {@code F1}
 * @param name as people call it
 * @param ownerId the member who answers objections
 * @param cap the budget, or null for none
 * @param objectionDays calendar days to object after publication, at least 1
 * @param versions in order of number; never removed
 */
public record Scheme(
    String organizationId,
    String id,
    String name,
    String ownerId,
    @Nullable Cap cap,
    int objectionDays,
    List<Version> versions) {

  /** What may be paid at most in 元 per period of a kind; CAMPAIGN for the whole of a campaign. */
  public record Cap(BigDecimal amount, PeriodType period) {}

  /** Where a version stands. */
  public enum State {
    /** Written down; never fires. */
    DRAFT,
    /** Started, waiting for the second approval (S-138). */
    WAITING,
    /** Fires for the periods that begin on or after its day. */
    IN_FORCE,
    /** Given up before it was in force. */
    DROPPED
  }

  /**
   * The rules as they were at one time.
   *
   * @param number counts from 1
   * @param state where it stands
   * @param from first day, for IN_FORCE and WAITING; null for a draft. A period belongs to the
   *     version in force with the greatest number whose {@code from} is not after the period's
   *     first day
   * @param rules in order of id; an empty list ends the scheme
   * @param authorId who wrote it
   * @param at when, UTC
   * @param approverId who gave the second approval, or null
   */
  public record Version(
      int number,
      State state,
      @Nullable LocalDate from,
      List<Rule> rules,
      String authorId,
      Instant at,
      @Nullable String approverId) {

    public Version {
      rules = List.copyOf(rules);
    }

    /** The same version standing elsewhere. */
    public Version in(State other, @Nullable LocalDate day, @Nullable String approver) {
      return new Version(number, other, day, rules, authorId, at, approver);
    }
  }

  public Scheme {
    versions = List.copyOf(versions);
  }

  /** The version that settles {@code period}; empty while none was in force on its first day. */
  public Optional<Version> versionFor(Period period) {
    return inForceOn(period.start());
  }

  /**
   * The version in force on a day: of those begun by then the one that was started last, so that
   * what is stopped today does not come back with an earlier plan for next month.
   */
  public Optional<Version> inForceOn(LocalDate day) {
    return versions.stream()
        .filter(version -> version.state() == State.IN_FORCE)
        .filter(version -> version.from() != null && !version.from().isAfter(day))
        .max(Comparator.comparing(Version::number));
  }

  /** The rules for a period of this kind; empty without a version. */
  public List<Rule> rulesFor(Period period) {
    return versionFor(period).stream()
        .flatMap(version -> version.rules().stream())
        .filter(rule -> rule.period() == period.type())
        .toList();
  }

  /** The last version that is only written down. */
  public Optional<Version> draft() {
    return versions.stream()
        .filter(version -> version.state() == State.DRAFT)
        .max(Comparator.comparing(Version::number));
  }

  /** The version that was written last and not given up. */
  public Optional<Version> latest() {
    return versions.stream()
        .filter(version -> version.state() != State.DROPPED)
        .max(Comparator.comparing(Version::number));
  }

  /** The same scheme with other versions. */
  public Scheme withVersions(List<Version> other) {
    return new Scheme(organizationId, id, name, ownerId, cap, objectionDays, other);
  }

  /** The same scheme under another name. */
  public Scheme withName(String other) {
    return new Scheme(organizationId, id, other, ownerId, cap, objectionDays, versions);
  }

  /** The same scheme answered for by somebody else. */
  public Scheme withOwner(String otherId) {
    return new Scheme(organizationId, id, name, otherId, cap, objectionDays, versions);
  }

  /** The same scheme with another budget, or without one. */
  public Scheme withCap(@Nullable Cap other) {
    return new Scheme(organizationId, id, name, ownerId, other, objectionDays, versions);
  }

  /** The same scheme with another time to object. */
  public Scheme withObjectionDays(int days) {
    return new Scheme(organizationId, id, name, ownerId, cap, days, versions);
  }
}
