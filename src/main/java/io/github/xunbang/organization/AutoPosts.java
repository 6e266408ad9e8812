package io.github.xunbang.organization;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** When each {@link AutoPost} of an organization is due, by what was set in chat. */
public interface AutoPosts {

  /**
   * The next instant strictly after {@code after} at which the post is due, business time in the
   * organization's zone; empty while it is off, while all are paused without end, when no day of
   * the next year fits, and for an organization that is gone. A pause skips what falls into it.
   */
  Optional<Instant> next(AutoPost post, String organizationId, Instant after);

  /** The times in force, in order. */
  List<LocalTime> times(AutoPost post, Organization organization);

  /** Whether it is switched on; a pause does not count. */
  boolean isOn(AutoPost post, Organization organization);

  /** Whether all posts are paused at {@code instant}, business time. */
  boolean isPaused(Organization organization, Instant instant);

  /** When the organization wants to hear nothing by itself. */
  QuietHours quietHours(Organization organization);

  /** The time of day, in the organization's zone, for which {@code dueAt} stands. */
  static LocalTime timeOf(Organization organization, Instant dueAt) {
    return dueAt.atZone(organization.businessDay().zone()).toLocalTime();
  }
}
