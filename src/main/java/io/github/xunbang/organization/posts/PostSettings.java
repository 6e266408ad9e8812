package io.github.xunbang.organization.posts;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Setting;
import java.util.List;
import java.util.Optional;
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

  Optional<AutoPost> named(String name) {
    return autoPosts.orderedStream().filter(post -> post.name().equals(name)).findFirst();
  }

  List<AutoPost> posts() {
    return autoPosts.orderedStream().toList();
  }
}
