package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.Feed.Measure;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How feeds begin and end. What is past is never changed: a new span begins or the running one ends
 * on a day to come, and what was planned from that day on is replaced.
 */
final class FeedSpans {

  private FeedSpans() {}

  /** The feed after {@code measure} writes the figures from {@code first} on. */
  static Feed fed(@Nullable Feed before, Measure measure, LocalDate first) {
    Feed past = begunBefore(before, first);
    if (past != null && past.measure() == measure && reaches(past, first.minusDays(1))) {
      return new Feed(measure, past.from(), null, past.earlier());
    }
    return new Feed(measure, first, null, past == null ? null : endedBefore(past, first));
  }

  /**
   * The feed after reports write the figures from {@code first} on; null when there never was one.
   */
  static @Nullable Feed reported(@Nullable Feed before, LocalDate first) {
    Feed past = begunBefore(before, first);
    return past == null ? null : endedBefore(past, first);
  }

  /** What {@link #store} wrote; blank and null stand for no feed. */
  static @Nullable Feed read(@Nullable String stored, Measure measure) {
    Feed feed = null;
    if (stored != null && !stored.isBlank()) {
      for (String span : stored.split(",")) {
        String[] days = span.split("~", -1);
        LocalDate until = days[1].isEmpty() ? null : LocalDate.parse(days[1]);
        feed = new Feed(measure, LocalDate.parse(days[0]), until, feed);
      }
    }
    return feed;
  }

  /** {@code 2026-12-04~2026-12-10,2026-12-20~}, oldest first; the measure is not told. */
  static String store(@Nullable Feed feed) {
    if (feed == null) {
      return "";
    }
    String earlier = feed.earlier() == null ? "" : store(feed.earlier()) + ",";
    return earlier + feed.from() + "~" + (feed.until() == null ? "" : feed.until());
  }

  private static @Nullable Feed begunBefore(@Nullable Feed feed, LocalDate first) {
    Feed span = feed;
    while (span != null && !span.from().isBefore(first)) {
      span = span.earlier();
    }
    return span;
  }

  private static boolean reaches(Feed span, LocalDate day) {
    return span.until() == null || !span.until().isBefore(day);
  }

  private static Feed endedBefore(Feed span, LocalDate first) {
    LocalDate last = first.minusDays(1);
    return reaches(span, last) ? new Feed(span.measure(), span.from(), last, span.earlier()) : span;
  }
}
