package io.github.xunbang.organization.posts;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** One automatic post in 设置: its times, whether it is on, and when it comes next. */
final class PostSetting implements Setting {

  private final AutoPost post;
  private final AutoPosts posts;
  private final BusinessClock clock;

  PostSetting(AutoPost post, AutoPosts posts, BusinessClock clock) {
    this.post = post;
    this.posts = posts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return post.name();
  }

  @Override
  public String description() {
    return post.description();
  }

  @Override
  public String show(Organization organization) {
    String times = text(posts.times(post, organization));
    if (!posts.isOn(post, organization)) {
      return times + "（已关）";
    }
    return posts
        .next(post, organization.id(), clock.instant())
        .map(next -> times + "，下次" + text(organization, next))
        .orElse(times + "（暂停中）");
  }

  @Override
  public String parse(String typed) {
    return PostTimes.read(typed)
        .map(PostPlan::stored)
        .orElseThrow(
            () ->
                new CommandRejectedException(
                    "时间没看懂，一天最多4次。请这样写：设置 %s %s"
                        .formatted(
                            post.name(),
                            post.times().stream()
                                .map(LocalTime::toString)
                                .collect(Collectors.joining(" ")))));
  }

  private static String text(List<LocalTime> times) {
    return times.stream().map(LocalTime::toString).collect(Collectors.joining("、"));
  }

  /** {@code 12月4日(周五)08:20}. */
  static String text(Organization organization, Instant next) {
    ZonedDateTime local = next.atZone(organization.businessDay().zone());
    return DateText.day(local.toLocalDate()) + local.toLocalTime();
  }
}
