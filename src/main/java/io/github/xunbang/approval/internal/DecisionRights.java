package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may decide (design section 5): a leader for the own unit where a leader is enough, a manager
 * for everything; what concerns a leader is a manager's. Nobody decides an own request, except the
 * only manager.
 */
final class DecisionRights {

  private final Organization organization;
  private final LocalDate day;

  /** The rights as they are on {@code day}, deputies included. */
  DecisionRights(Organization organization, LocalDate day) {
    this.organization = organization;
    this.day = day;
  }

  boolean mayDecide(Approval approval, Caller caller) {
    boolean manager = caller.access().covers(Access.MANAGER);
    String memberId = Objects.requireNonNullElse(caller.memberId(), "");
    if (isOwn(approval, memberId)) {
      return manager && managers(approval).isEmpty();
    }
    return manager || leads(memberId, approval);
  }

  /** Those to be told: the subject's leaders, or the managers where no leader may decide. */
  List<Member> deciders(Approval approval) {
    List<Member> leaders =
        others(approval).stream().filter(member -> leads(member.id(), approval)).toList();
    return leaders.isEmpty() ? managers(approval) : leaders;
  }

  boolean isOwn(Approval approval, String memberId) {
    return memberId.equals(approval.requesterId()) || memberId.equals(approval.subjectMemberId());
  }

  /** Whether a leader is not enough. */
  boolean needsManager(Approval approval) {
    return approval.needed().covers(Access.MANAGER)
        || subject(approval)
            .map(member -> organization.accessOn(member, day).covers(Access.LEADER))
            .orElse(true);
  }

  private boolean leads(String memberId, Approval approval) {
    return !needsManager(approval)
        && subject(approval)
            .filter(member -> organization.leads(memberId, member, day))
            .isPresent();
  }

  private List<Member> managers(Approval approval) {
    return others(approval).stream()
        .filter(member -> organization.accessOn(member, day).covers(Access.MANAGER))
        .toList();
  }

  private List<Member> others(Approval approval) {
    return organization.activeMembers(day).stream()
        .filter(member -> !isOwn(approval, member.id()))
        .toList();
  }

  private Optional<Member> subject(Approval approval) {
    return Optional.ofNullable(approval.subjectMemberId()).flatMap(organization::member);
  }
}
