package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** On which days a 晨会 is, and which workdays it looks back on. */
@Component
class MorningDays {

  private static final int DAYS = 60;

  private final Workdays workdays;
  private final AutoPosts posts;
  private final MorningPost morning;

  MorningDays(Workdays workdays, AutoPosts posts, MorningPost morning) {
    this.workdays = workdays;
    this.posts = posts;
    this.morning = morning;
  }

  /** When the next 晨会 really is; empty while it is switched off or paused without end. */
  Optional<Instant> next(Organization organization, Instant after) {
    return posts.next(morning, organization.id(), after);
  }

  /** The day of the next 晨会; while it is off, the next one it would be on. */
  LocalDate nextDay(Organization organization, Instant after) {
    return next(organization, after)
        .map(due -> due.atZone(organization.businessDay().zone()).toLocalDate())
        .orElseGet(() -> plannedDay(organization, after));
  }

  boolean isWorkday(Organization organization, LocalDate day) {
    return workdays.isWorkday(organization.id(), day);
  }

  /** The last workday before {@code day}; the day before it where there is none for two months. */
  LocalDate workdayBefore(Organization organization, LocalDate day) {
    return Stream.iterate(day.minusDays(1), one -> one.minusDays(1))
        .limit(DAYS)
        .filter(one -> isWorkday(organization, one))
        .findFirst()
        .orElse(day.minusDays(1));
  }

  /** The first workday after {@code day}; the day after it where there is none for two months. */
  LocalDate workdayAfter(Organization organization, LocalDate day) {
    return Stream.iterate(day.plusDays(1), one -> one.plusDays(1))
        .limit(DAYS)
        .filter(one -> isWorkday(organization, one))
        .findFirst()
        .orElse(day.plusDays(1));
  }

  /** When the 晨会 of {@code day} is. */
  Instant at(Organization organization, LocalDate day) {
    return day.atTime(time(organization)).atZone(organization.businessDay().zone()).toInstant();
  }

  LocalTime time(Organization organization) {
    return posts.times(morning, organization).get(0);
  }

  private LocalDate plannedDay(Organization organization, Instant after) {
    LocalDate today = after.atZone(organization.businessDay().zone()).toLocalDate();
    return isWorkday(organization, today) && at(organization, today).isAfter(after)
        ? today
        : workdayAfter(organization, today);
  }
}
