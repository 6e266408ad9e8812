package io.github.xunbang.organization;

import io.github.xunbang.command.Access;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of an organization.
 *
 * @param id short and stable within the organization, for example {@code m12}; also the ledger
 *     subject
 * @param name shown in posts; unique among active members
 * @param access level
 * @param position job, for example 电话营销员, or null
 * @param unit group or store the person belongs to, or null
 * @param identities vendor identities as {@code channel:userid}
 * @param since first business day
 * @param until last business day, or null while active
 */
public record Member(
    String id,
    String name,
    Access access,
    @Nullable String position,
    @Nullable String unit,
    List<String> identities,
    LocalDate since,
    @Nullable LocalDate until) {

  public Member {
    identities = List.copyOf(identities);
  }

  /** Whether the person belongs to the organization on {@code day}. */
  public boolean activeOn(LocalDate day) {
    return !day.isBefore(since) && (until == null || !day.isAfter(until));
  }

  /** Whether the person's last day lies before {@code day}. */
  public boolean leftBefore(LocalDate day) {
    return until != null && day.isAfter(until);
  }
}
