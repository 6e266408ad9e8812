package io.github.xunbang.organization.posts;

import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.QuietHours;
import io.github.xunbang.organization.posts.PostPlan.Pause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Works out due times from what is stored in the organization's settings. */
@Service
class StoredAutoPosts implements AutoPosts {

  /** A yearly post is found, and one that never fits ends the search. */
  private static final int DAYS_AHEAD = 370;

  private final OrganizationService organizations;

  StoredAutoPosts(OrganizationService organizations) {
    this.organizations = organizations;
  }

  @Override
  public Optional<Instant> next(AutoPost post, String organizationId, Instant after) {
    return organizations
        .find(organizationId)
        .filter(organization -> isOn(post, organization))
        .flatMap(organization -> next(post, organization, after));
  }

  @Override
  public List<LocalTime> times(AutoPost post, Organization organization) {
    return new PostPlan(organization).times(post);
  }

  @Override
  public boolean isOn(AutoPost post, Organization organization) {
    return new PostPlan(organization).isOn(post);
  }

  @Override
  public boolean isPaused(Organization organization, Instant instant) {
    Pause pause = new PostPlan(organization).pause();
    return pause != null && pause.covers(instant);
  }

  @Override
  public QuietHours quietHours(Organization organization) {
    return QuietHoursSetting.of(organization);
  }

  private static Optional<Instant> next(AutoPost post, Organization organization, Instant after) {
    ZoneId zone = organization.businessDay().zone();
    PostPlan plan = new PostPlan(organization);
    List<LocalTime> times = plan.times(post);
    Pause pause = plan.pause();
    if (pause != null && pause.until() == null && !after.isBefore(pause.from())) {
      return Optional.empty();
    }
    LocalDate first = after.atZone(zone).toLocalDate();
    return Stream.iterate(first, day -> day.plusDays(1))
        .limit(DAYS_AHEAD)
        .flatMap(
            day ->
                times.stream()
                    .filter(time -> day.atTime(time).atZone(zone).toInstant().isAfter(after))
                    .filter(time -> post.isDue(organization, day, time))
                    .map(time -> day.atTime(time).atZone(zone).toInstant()))
        .filter(instant -> pause == null || !pause.covers(instant))
        .findFirst();
  }
}
