package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.PersonName;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What 我是 may not change any more: once a manager has set units up, position and unit decide quotas
 * and whose figures somebody reports, so what stands on the roster is changed by a manager.
 *
 * @param keepsPosition whether the roster says another position than the person
 * @param keepsUnit whether the roster says another unit than the person
 */
record RosterDuty(boolean keepsPosition, boolean keepsUnit) {

  private static final RosterDuty NONE = new RosterDuty(false, false);

  /** What stands for the person of {@code identity}, or of the unclaimed entry of that name. */
  static RosterDuty of(
      Organization organization,
      String identity,
      SelfIntroduction typed,
      Access access,
      LocalDate today) {
    Optional<Member> entry =
        organization
            .memberOf(identity, today)
            .or(() -> organization.memberNamed(PersonName.normalized(typed.name()), today));
    return entry.isEmpty()
            || access.covers(Access.MANAGER)
            || !CallScene.unitsAreSetUp(organization)
        ? NONE
        : of(organization, entry.get(), typed, today);
  }

  private static RosterDuty of(
      Organization organization, Member entry, SelfIntroduction typed, LocalDate today) {
    String position = entry.positionOn(today);
    Optional<Unit> unit = organization.unitOf(entry, today);
    boolean otherPosition =
        position != null && typed.position() != null && !position.equals(typed.position());
    boolean otherUnit =
        unit.isPresent()
            && typed.unit() != null
            && !organization
                .units()
                .find(PersonName.normalized(typed.unit()), today)
                .contains(unit.get());
    return new RosterDuty(otherPosition, otherUnit);
  }

  boolean keepsAnything() {
    return keepsPosition || keepsUnit;
  }
}
