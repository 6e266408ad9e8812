package io.github.xunbang.target.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.xunbang.calendar.Workdays;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts workdays once for all members of a board. */
@Component
class WorkdayCounts {

  private final LoadingCache<Span, Integer> counts;

  WorkdayCounts(Workdays workdays) {
    counts =
        Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(3))
            .maximumSize(50_000)
            .build(span -> span.count(workdays));
  }

  /** Days of one organization, or of one person of it. */
  private record Span(
      String organizationId, @Nullable String memberId, LocalDate first, LocalDate last) {

    int count(Workdays workdays) {
      return memberId == null
          ? workdays.count(organizationId, first, last)
          : workdays.count(organizationId, memberId, first, last);
    }
  }

  /** The organization's workdays, or with {@code memberId} that person's; none backwards. */
  int count(String organizationId, @Nullable String memberId, LocalDate first, LocalDate last) {
    return last.isBefore(first) ? 0 : counts.get(new Span(organizationId, memberId, first, last));
  }
}
