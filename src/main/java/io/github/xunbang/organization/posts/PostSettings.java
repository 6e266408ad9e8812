package io.github.xunbang.organization.posts;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The automatic posts of all rooms, as 设置 lists and changes them. */
@Component
public class PostSettings {

  private final ObjectProvider<AutoPost> autoPosts;
  private final AutoPosts posts;
  private final BusinessClock clock;

  /** Over the posts of all rooms. */
  public PostSettings(ObjectProvider<AutoPost> autoPosts, AutoPosts posts, BusinessClock clock) {
    this.autoPosts = autoPosts;
    this.posts = posts;
    this.clock = clock;
  }

  /** One setting per post, in the rooms' order. */
  public List<Setting> all() {
    return autoPosts
        .orderedStream()
        .<Setting>map(post -> new PostSetting(post, posts, clock))
        .toList();
  }

  /** The post of this name or alias, with or without 提醒 or the like behind it. */
  Optional<AutoPost> named(String typed) {
    String name = typed.strip();
    return find(name).or(() -> find(PostWord.bare(name)));
  }

  private Optional<AutoPost> find(String name) {
    return autoPosts
        .orderedStream()
        .filter(post -> post.name().equals(name) || post.aliases().contains(name))
        .findFirst();
  }

  /** The posts that are on with their times, those that are off by name: {@code 催报 20:35、21:35}. */
  public String summary(Organization organization) {
    String on =
        posts().stream()
            .filter(post -> posts.isOn(post, organization))
            .map(post -> post.name() + " " + PostSetting.text(posts.times(post, organization)))
            .collect(Collectors.joining("；"));
    String off =
        posts().stream()
            .filter(post -> !posts.isOn(post, organization))
            .map(AutoPost::name)
            .collect(Collectors.joining("、"));
    if (on.isEmpty() && off.isEmpty()) {
      return "无";
    }
    return on + (off.isEmpty() ? "" : (on.isEmpty() ? "" : "；") + "已关 " + off);
  }

  /** One line per post: {@code 催报 20:35、21:35，下次12月4日(周五)20:35}. */
  public String timetable(Organization organization) {
    return all().stream()
        .map(setting -> setting.name() + " " + setting.show(organization))
        .collect(Collectors.joining("\n"));
  }

  List<AutoPost> posts() {
    return autoPosts.orderedStream().toList();
  }
}
