package io.github.xunbang.target.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.xunbang.calendar.Workdays;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts workdays once for all members of a board. */
@Component
class WorkdayCounts {

  private final LoadingCache<Span, BigDecimal> counts;

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

    BigDecimal count(Workdays workdays) {
      return memberId == null
          ? BigDecimal.valueOf(workdays.count(organizationId, first, last))
          : workdays.countWithHalves(organizationId, memberId, first, last);
    }
  }

  /**
   * The organization's workdays, or with {@code memberId} that person's, half days of leave as 0.5;
   * none backwards.
   */
  BigDecimal count(
      String organizationId, @Nullable String memberId, LocalDate first, LocalDate last) {
    return last.isBefore(first)
        ? BigDecimal.ZERO
        : counts.get(new Span(organizationId, memberId, first, last));
  }
}
