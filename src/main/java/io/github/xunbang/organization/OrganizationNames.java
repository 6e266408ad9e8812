package io.github.xunbang.organization;

import java.time.LocalDate;
import java.util.Optional;

/** The names an organization's own structure has taken: its campaigns, units and members. */
public final class OrganizationNames {

  private OrganizationNames() {}

  /** What {@code name} is on {@code day}, in Chinese (单位名), or empty when it is free. */
  public static Optional<String> takenAs(Organization organization, String name, LocalDate day) {
    if (organization.campaign(name).isPresent()) {
      return Optional.of("活动名");
    }
    if (!organization.units().named(name, day).isEmpty()) {
      return Optional.of("单位名");
    }
    return organization.memberNamed(name, day).map(member -> "成员的名字");
  }
}
