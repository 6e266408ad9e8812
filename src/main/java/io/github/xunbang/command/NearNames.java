package io.github.xunbang.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that look like what was typed, for “did you mean”. A guess is suggested, never taken. */
public final class NearNames {

  private static final int SHOWN = 3;
  private static final int LONG = 4;

  private NearNames() {}

  /**
   * Up to three names that share most of their characters with {@code typed}, joined by 、, or
   * empty.
   */
  public static String alike(String typed, Collection<String> names) {
    return names.stream()
        .distinct()
        .filter(name -> shared(typed, name) * 2 >= Math.max(typed.length(), 2))
        .sorted(Comparator.comparing((String name) -> -shared(typed, name)))
        .limit(SHOWN)
        .collect(Collectors.joining("、"));
  }

  /** The one name that was probably meant: one edit away, or two in a long word. */
  public static Optional<String> slip(String typed, Stream<String> names) {
    int allowed = typed.length() > LONG ? 2 : 1;
    return names
        .filter(name -> EditDistance.between(typed, name) <= Math.min(allowed, name.length() - 1))
        .min(Comparator.comparingInt(name -> EditDistance.between(typed, name)));
  }

  /**
   * The names that a mistyped one may have meant, the nearest only, at most three: one edit away,
   * two in a long word; a name without a character in common is none.
   */
  public static List<String> nearest(String typed, Collection<String> names) {
    int allowed = typed.length() > LONG ? 2 : 1;
    Map<Integer, List<String>> byDistance =
        names.stream()
            .distinct()
            .filter(
                name -> EditDistance.between(typed, name) < Math.max(typed.length(), name.length()))
            .collect(
                Collectors.groupingBy(
                    name -> EditDistance.between(typed, name), TreeMap::new, Collectors.toList()));
    return byDistance.entrySet().stream()
        .filter(entry -> entry.getKey() <= allowed)
        .findFirst()
        .map(entry -> entry.getValue().stream().limit(SHOWN).toList())
        .orElse(List.of());
  }

  private static long shared(String typed, String name) {
    return typed.chars().distinct().filter(c -> name.indexOf(c) >= 0).count();
  }
}
