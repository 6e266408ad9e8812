package io.github.xunbang.organization.posts;

import java.util.regex.Pattern;

/** What people put behind the name of a post without meaning another: 晨会提醒, 催报时间. */
final class PostWord {

  private static final String TAIL = "提醒|播报|推送|通知|时间|自动发送";
  private static final Pattern BEHIND = Pattern.compile("(?:" + TAIL + ")$");
  private static final Pattern BEFORE =
      Pattern.compile("^(?:(?:" + TAIL + ")\\s*)?(?:[:：=]|改为|改成|改到|调到|为)?\\s*");

  private PostWord() {}

  /** A name without what stands behind it. */
  static String bare(String name) {
    return BEHIND.matcher(name).replaceFirst("");
  }

  /** A value without what the name left in front of it. */
  static String value(String typed) {
    return BEFORE.matcher(typed.strip()).replaceFirst("");
  }
}
