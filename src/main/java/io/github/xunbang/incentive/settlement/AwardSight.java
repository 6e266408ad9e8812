package io.github.xunbang.incentive.settlement;

import io.github.xunbang.command.Access;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;

/**
 * Who may see an award (S-144): the person, who leads the person or the unit, managers. Fails
 * closed.
 */
public final class AwardSight {

  private AwardSight() {}

  /** Whether {@code viewer} may see this award on {@code today}. */
  public static boolean sees(
      Organization organization, Member viewer, Award award, LocalDate today) {
    if (award.subjectId().equals(viewer.id())) {
      return true;
    }
    Access access = organization.accessOn(viewer, today);
    return access.covers(Access.MANAGER)
        || organization
            .member(award.subjectId())
            .map(subject -> organization.leads(viewer.id(), subject, today))
            .orElseGet(
                () -> organization.ledUnitIds(viewer.id(), today).contains(award.subjectId()));
  }
}
