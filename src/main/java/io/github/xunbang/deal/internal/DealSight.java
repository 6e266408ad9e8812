package io.github.xunbang.deal.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.Objects;

/** Who may see a deal: its people, their leaders, every manager (design section 12). */
final class DealSight {

  private DealSight() {}

  static boolean sees(Organization organization, Caller caller, Deal deal, LocalDate day) {
    String memberId = Objects.requireNonNullElse(caller.memberId(), "");
    return caller.access().covers(Access.MANAGER)
        || DealEdits.share(deal, memberId).isPresent()
        || deal.ownerId().equals(memberId)
        || deal.shares().stream()
            .anyMatch(share -> leads(organization, memberId, share.memberId(), day));
  }

  /** Whether the caller leads the deal's owner. */
  static boolean leadsOwner(Organization organization, Caller caller, Deal deal, LocalDate day) {
    return leads(
        organization, Objects.requireNonNullElse(caller.memberId(), ""), deal.ownerId(), day);
  }

  private static boolean leads(
      Organization organization, String leaderId, String memberId, LocalDate day) {
    return organization
        .member(memberId)
        .filter(member -> organization.leads(leaderId, member, day))
        .isPresent();
  }
}
