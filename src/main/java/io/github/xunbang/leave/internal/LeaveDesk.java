package io.github.xunbang.leave.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.Approvals;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.leave.internal.Leave.State;
import io.github.xunbang.leave.internal.LeaveStore.Added;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes requests for leave: refuses what cannot be, stores it, and asks for approval where one is
 * needed. In advance (S-116): for days gone by only a manager may approve.
 */
@Component
class LeaveDesk {

  static final String KIND = "leave";

  private static final int LONGEST_DAYS = 60;
  private static final int LONGEST_MATERNITY_DAYS = 200;
  private static final int DAYS_AHEAD = 366;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final OrganizationService organizations;
  private final LeaveStore store;
  private final Workdays workdays;
  private final Approvals approvals;
  private final LeaveNotices notices;

  LeaveDesk(
      OrganizationService organizations,
      LeaveStore store,
      Workdays workdays,
      Approvals approvals,
      LeaveNotices notices) {
    this.organizations = organizations;
    this.store = store;
    this.workdays = workdays;
    this.approvals = approvals;
    this.notices = notices;
  }

  /**
   * What became of a request.
   *
   * @param workdays how many of its days the organization works, halves as 0.5
   * @param needed who has to approve it, or empty when it stands
   */
  record Filed(Leave leave, BigDecimal workdays, Optional<Access> needed) {}

  /**
   * Files the request; the same message once more files nothing new.
   *
   * @throws LeaveProblem when it cannot be filed; nothing is stored then
   */
  Filed file(LeaveRequest request) {
    Organization organization = organizations.get(request.caller().organization());
    LocalDate today = organization.businessDay().of(request.at());
    checkRight(organization, request.caller(), request.subject(), today);
    LeaveWish wish = request.wish();
    BigDecimal days = workdays(organization.id(), wish.span());
    Optional<Access> needed = needed(organization, request, today, days);
    State state = needed.isEmpty() ? State.APPROVED : State.WAITING;
    Leave leave = new Leave(request.key(), wish.span(), wish.kind(), wish.reason(), state, 0);
    checkDays(organization, request, today, leave);
    if (days.signum() == 0) {
      throw new LeaveProblem("noWorkday", Map.of("dates", leave.dates()));
    }
    Leave stored = stored(organization, request, leave);
    if (needed.isPresent() && stored.state() == State.WAITING) {
      return new Filed(ask(request, stored, needed.get()), days, needed);
    }
    Filed filed = new Filed(stored, days, Optional.empty());
    if (stored.state() == State.APPROVED && needed.isEmpty()) {
      notices.filed(organization, request, filed);
    }
    return filed;
  }

  private Leave stored(Organization organization, LeaveRequest request, Leave leave) {
    Added added = store.add(organization.id(), request.subject().id(), leave, request.cause());
    if (!added.added()) {
      refuseOverlap(request.subject(), added.leave());
    }
    return added.leave();
  }

  /** How many of the span's days the organization works, a half of one as 0.5. */
  private BigDecimal workdays(String organizationId, Span span) {
    BigDecimal days = BigDecimal.valueOf(workdays.count(organizationId, span.first(), span.last()));
    if (span.startsAtNoon() && workdays.isWorkday(organizationId, span.first())) {
      days = days.subtract(HALF);
    }
    if (span.endsAtNoon() && workdays.isWorkday(organizationId, span.last())) {
      days = days.subtract(HALF);
    }
    return days;
  }

  /** Own leave is everybody's; another's that of the leader or a manager. */
  static void checkRight(
      Organization organization, Caller caller, Member subject, LocalDate today) {
    boolean allowed =
        subject.id().equals(caller.memberId())
            || caller.access().covers(Access.MANAGER)
            || organization.leads(
                Objects.requireNonNullElse(caller.memberId(), ""), subject, today);
    if (!allowed) {
      throw new LeaveProblem("notYours", Map.of("name", subject.name()));
    }
  }

  private void checkDays(
      Organization organization, LeaveRequest request, LocalDate today, Leave leave) {
    LocalDate first = leave.first();
    LocalDate last = leave.last();
    int most = leave.kind().equals(LeaveKinds.MATERNITY) ? LONGEST_MATERNITY_DAYS : LONGEST_DAYS;
    if (ChronoUnit.DAYS.between(first, last) >= most) {
      throw new LeaveProblem("tooLong", Map.of("dates", leave.dates(), "most", most));
    }
    if (last.isAfter(today.plusDays(DAYS_AHEAD)) || first.isBefore(today.minusDays(DAYS_AHEAD))) {
      throw new LeaveProblem("tooFar", Map.of("year", first.getYear()));
    }
    LocalDate until = request.subject().until();
    if (until != null && last.isAfter(until)) {
      throw new LeaveProblem(
          "leaves", Map.of("name", request.subject().name(), "day", DateText.day(until)));
    }
    store
        .inTheWayOf(organization.id(), request.subject().id(), leave)
        .ifPresent(other -> refuseOverlap(request.subject(), other));
  }

  private static void refuseOverlap(Member subject, Leave leave) {
    throw new LeaveProblem(
        "overlap",
        Map.of(
            "name", subject.name(),
            "leave", leave.kindWord() + " " + leave.dates(),
            "state", leave.state().word(),
            "day", typed(leave.span())));
  }

  /** {@code 12-04} or {@code 12-04下午}: what to type after 销假. */
  static String typed(Span span) {
    String day = span.first().toString().substring(5);
    return span.startsAtNoon() ? day + span.from().part().word() : day;
  }

  private static Optional<Access> needed(
      Organization organization, LeaveRequest request, LocalDate today, BigDecimal days) {
    if (request.caller().access().covers(Access.MANAGER)) {
      return Optional.empty();
    }
    boolean leader = organization.accessOn(request.subject(), today).covers(Access.LEADER);
    if (request.wish().span().first().isBefore(today)) {
      return Optional.of(Access.MANAGER);
    }
    if (!request.own() || LeaveSettings.isAutomatic(organization, request.wish().kind(), days)) {
      return Optional.empty();
    }
    return Optional.of(leader ? Access.MANAGER : Access.LEADER);
  }

  private Leave ask(LeaveRequest request, Leave leave, Access needed) {
    Approval approval =
        approvals.request(
            request.caller(),
            request.key(),
            KIND,
            title(request.subject(), leave),
            Map.of(
                "member",
                request.subject().id(),
                "leave",
                leave.id(),
                "first",
                leave.first().toString(),
                Approval.REASON,
                leave.reason()),
            needed,
            request.subject().id(),
            request.at());
    return store.change(
        request.caller().organization(),
        request.subject().id(),
        leave,
        stored -> stored.withApproval(approval.number()),
        request.cause());
  }

  /** {@code 张敏 病假 12月4日(周五)}. */
  static String title(Member member, Leave leave) {
    return member.name() + " " + leave.kindWord() + " " + leave.dates();
  }
}
