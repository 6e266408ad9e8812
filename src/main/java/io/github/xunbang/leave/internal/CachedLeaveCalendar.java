package io.github.xunbang.leave.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.xunbang.leave.LeaveCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Who is off, from months that are at most three seconds old: this instance's own changes are seen
 * at once, another's when its month expires here.
 */
@Service
class CachedLeaveCalendar implements LeaveCalendar {

  private record Month(String organizationId, YearMonth month) {}

  private static final Duration AGE = Duration.ofSeconds(3);
  private static final int MEMBERS_HELD = 200_000;

  private final LoadingCache<Month, Map<String, Integer>> months;

  CachedLeaveCalendar(LeaveMonthRepository repository) {
    months =
        Caffeine.newBuilder()
            .expireAfterWrite(AGE)
            .maximumWeight(MEMBERS_HELD)
            .weigher((Month month, Map<String, Integer> days) -> 10 + days.size())
            .build(month -> repository.find(month.organizationId(), month.month()));
  }

  @Override
  public Set<String> onLeave(String organizationId, LocalDate day) {
    return month(organizationId, day).entrySet().stream()
        .filter(entry -> isSet(entry.getValue(), day))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether this member is off. */
  boolean isOnLeave(String organizationId, String memberId, LocalDate day) {
    return isSet(month(organizationId, day).getOrDefault(memberId, 0), day);
  }

  void forget(String organizationId, YearMonth month) {
    months.invalidate(new Month(organizationId, month));
  }

  void forgetAll() {
    months.invalidateAll();
  }

  private Map<String, Integer> month(String organizationId, LocalDate day) {
    return months.get(new Month(organizationId, YearMonth.from(day)));
  }

  private static boolean isSet(int days, LocalDate day) {
    return (days >> (day.getDayOfMonth() - 1) & 1) == 1;
  }
}
