package io.github.xunbang.organization.posts;

import io.github.xunbang.organization.internal.ClockText;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several times of day as people type them: {@code 20:35 21:35}, {@code 晚上8点半、9点半}. */
final class PostTimes {

  private static final int MOST = 4;

  private PostTimes() {}

  /** One time of day. */
  static Optional<LocalTime> single(String typed) {
    return ClockText.read(typed);
  }

  /** The times in order of the day, or empty when one is none, or none or too many are given. */
  static Optional<List<LocalTime>> read(String typed) {
    List<LocalTime> times = new ArrayList<>();
    for (String word : typed.strip().split("[\\s,，、;；和]+")) {
      Optional<LocalTime> time = ClockText.read(word);
      if (time.isEmpty()) {
        return Optional.empty();
      }
      times.add(time.get());
    }
    List<LocalTime> ordered = times.stream().distinct().sorted().toList();
    return ordered.size() > MOST ? Optional.empty() : Optional.of(ordered);
  }
}
