package io.github.xunbang.organization.posts;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.QuietHours;
import io.github.xunbang.organization.Setting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One automatic post in 设置: its times, whether it is on, and when it comes next. */
final class PostSetting implements Setting {

  private static final Set<String> ON = Set.of("开", "打开", "开启", "恢复");
  private static final Set<String> OFF = Set.of("关", "关闭", "关掉", "停", "不要", "取消", "无");
  private static final Set<String> DEFAULT = Set.of("默认", "恢复默认");

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
    String times = text(posts.times(post, organization)) + inQuietHours(organization);
    if (!posts.isOn(post, organization)) {
      return times + "（已关）";
    }
    Instant now = clock.instant();
    return posts
        .next(post, organization.id(), now)
        .map(next -> times + "，下次" + text(organization, next))
        .orElseGet(() -> times + (posts.isPaused(organization, now) ? "（暂停中）" : "（近期没有）"));
  }

  /** A time that the quiet hours swallow is said at once, not found out the next evening. */
  private String inQuietHours(Organization organization) {
    QuietHours quiet = posts.quietHours(organization);
    ZoneId zone = organization.businessDay().zone();
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    String swallowed =
        text(
            posts.times(post, organization).stream()
                .filter(
                    time ->
                        quiet.endOf(today.atTime(time).atZone(zone).toInstant(), zone).isPresent())
                .toList());
    return swallowed.isEmpty()
        ? ""
        : "（%s在安静时段%s-%s里，请一起改）".formatted(swallowed, quiet.from(), quiet.to());
  }

  @Override
  public List<String> aliases() {
    return post.aliases();
  }

  /** Times switch it on as well; 开, 关 and 默认 are values too. */
  @Override
  public Map<String, String> changes(String typed, Organization organization, LocalDate today) {
    String value = PostWord.value(typed);
    if (OFF.contains(value)) {
      return Map.of(PostPlan.switchKey(post), PostPlan.OFF);
    }
    if (ON.contains(value)) {
      return Map.of(PostPlan.switchKey(post), PostPlan.ON);
    }
    return Map.of(post.name(), parse(value), PostPlan.switchKey(post), PostPlan.ON);
  }

  @Override
  public String parse(String typed) {
    String value = PostWord.value(typed);
    return (DEFAULT.contains(value) ? Optional.of(post.times()) : PostTimes.read(value))
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

  static String text(List<LocalTime> times) {
    return times.stream().map(LocalTime::toString).collect(Collectors.joining("、"));
  }

  /** {@code 12月4日(周五)08:20}. */
  static String text(Organization organization, Instant next) {
    ZonedDateTime local = next.atZone(organization.businessDay().zone());
    return DateText.day(local.toLocalDate()) + local.toLocalTime();
  }
}
