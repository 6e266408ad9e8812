package io.github.xunbang.organization.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Names that look like what was typed, for “did you mean”. */
final class NearestNames {

  private static final int SHOWN = 3;

  private NearestNames() {}

  /** Up to three names that share most of their characters with {@code typed}, or empty. */
  static String of(String typed, Collection<String> names) {
    return names.stream()
        .distinct()
        .filter(name -> alike(typed, name) * 2 >= Math.max(typed.length(), 2))
        .sorted(Comparator.comparing((String name) -> -alike(typed, name)))
        .limit(SHOWN)
        .collect(Collectors.joining("、"));
  }

  private static long alike(String typed, String name) {
    return typed.chars().distinct().filter(c -> name.indexOf(c) >= 0).count();
  }
}
