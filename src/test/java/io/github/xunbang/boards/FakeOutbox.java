package io.github.xunbang.boards;

import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Posts in memory; the first of a key wins. */
public final class FakeOutbox implements OutboxService {

  private final Map<String, Post> posts = new LinkedHashMap<>();

  public List<Post> posts() {
    return List.copyOf(posts.values());
  }

  @Override
  public void enqueue(Post post) {
    posts.putIfAbsent(post.key(), post);
  }

  @Override
  public void drain() {}
}
