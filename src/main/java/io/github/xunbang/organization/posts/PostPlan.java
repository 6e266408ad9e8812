package io.github.xunbang.organization.posts;

import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an organization's settings say about posts. Kept under the post's name are its times ({@code
 * 20:35,21:35}), under {@code 开关·} and its name whether it is on, under {@code 暂停} the pause.
 */
final class PostPlan {

  static final String PAUSE = "暂停";
  static final String ON = "开";
  static final String OFF = "关";

  private static final String SWITCH = "开关·";

  private final Organization organization;

  PostPlan(Organization organization) {
    this.organization = organization;
  }

  /**
   * A pause of all posts.
   *
   * @param from UTC instant of business time
   * @param until its end, or null while nobody has said 恢复
   */
  record Pause(Instant from, @Nullable Instant until) {

    boolean covers(Instant instant) {
      return !instant.isBefore(from) && (until == null || instant.isBefore(until));
    }

    String stored() {
      return from + "/" + (until == null ? "" : until);
    }

    static @Nullable Pause read(@Nullable String stored) {
      if (stored == null || stored.isEmpty()) {
        return null;
      }
      int slash = stored.indexOf('/');
      String end = stored.substring(slash + 1);
      return new Pause(
          Instant.parse(stored.substring(0, slash)), end.isEmpty() ? null : Instant.parse(end));
    }
  }

  static String switchKey(AutoPost post) {
    return SWITCH + post.name();
  }

  static String stored(List<LocalTime> times) {
    return times.stream().map(LocalTime::toString).collect(Collectors.joining(","));
  }

  List<LocalTime> times(AutoPost post) {
    String stored = organization.settings().get(post.name());
    return post.times(
        organization,
        stored == null ? null : Arrays.stream(stored.split(",")).map(LocalTime::parse).toList());
  }

  boolean isOn(AutoPost post) {
    String stored = organization.settings().get(switchKey(post));
    return stored == null ? post.onByDefault() : stored.equals(ON);
  }

  @Nullable Pause pause() {
    return Pause.read(organization.settings().get(PAUSE));
  }
}
