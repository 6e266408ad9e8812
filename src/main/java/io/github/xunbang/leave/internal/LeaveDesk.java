package io.github.xunbang.leave.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.Approvals;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
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
  private static final int DAYS_AHEAD = 366;

  private final OrganizationService organizations;
  private final LeaveStore store;
  private final Workdays workdays;
  private final Approvals approvals;

  LeaveDesk(
      OrganizationService organizations, LeaveStore store, Workdays workdays, Approvals approvals) {
    this.organizations = organizations;
    this.store = store;
    this.workdays = workdays;
    this.approvals = approvals;
  }

  /**
   * What became of a request.
   *
   * @param workdays how many of its days the organization works
   * @param needed who has to approve it, or empty when it stands
   */
  record Filed(Leave leave, int workdays, Optional<Access> needed) {}

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
    int days = workdays.count(organization.id(), wish.first(), wish.last());
    checkDays(organization, request, today, days);
    Optional<Access> needed = needed(organization, request, today);
    Leave.State state = needed.isEmpty() ? Leave.State.APPROVED : Leave.State.WAITING;
    Leave leave =
        new Leave(request.key(), wish.first(), wish.last(), wish.kind(), wish.reason(), state, 0);
    Leave stored = store.add(organization.id(), request.subject().id(), leave, request.cause());
    return needed.isPresent() && stored.state() == Leave.State.WAITING
        ? new Filed(ask(request, stored, needed.get()), days, needed)
        : new Filed(stored, days, Optional.empty());
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
      Organization organization, LeaveRequest request, LocalDate today, int days) {
    LocalDate first = request.wish().first();
    LocalDate last = request.wish().last();
    if (ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS) {
      throw new LeaveProblem("tooLong", Map.of("dates", Leave.dates(first, last)));
    }
    if (last.isAfter(today.plusDays(DAYS_AHEAD)) || first.isBefore(today.minusDays(DAYS_AHEAD))) {
      throw new LeaveProblem("tooFar", Map.of("year", first.getYear()));
    }
    store.around(organization.id(), request.subject().id(), first).stream()
        .filter(leave -> leave.live() && !leave.id().equals(request.key()))
        .filter(leave -> leave.overlaps(first, last))
        .findFirst()
        .ifPresent(leave -> refuseOverlap(request.subject(), leave));
    if (days == 0) {
      throw new LeaveProblem("noWorkday", Map.of("dates", Leave.dates(first, last)));
    }
  }

  private static void refuseOverlap(Member subject, Leave leave) {
    throw new LeaveProblem(
        "overlap",
        Map.of(
            "name", subject.name(),
            "leave", leave.kindWord() + " " + leave.dates(),
            "state", leave.state().word(),
            "day", DateText.shortDay(leave.first())));
  }

  private static Optional<Access> needed(
      Organization organization, LeaveRequest request, LocalDate today) {
    if (request.caller().access().covers(Access.MANAGER)) {
      return Optional.empty();
    }
    boolean leader = organization.accessOn(request.subject(), today).covers(Access.LEADER);
    if (request.wish().first().isBefore(today)) {
      return Optional.of(Access.MANAGER);
    }
    if (!request.own() || LeaveSettings.isAutomatic(organization, request.wish().kind())) {
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
