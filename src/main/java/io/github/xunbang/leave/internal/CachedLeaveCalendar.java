package io.github.xunbang.leave.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.xunbang.leave.DayPart;
import io.github.xunbang.leave.LeaveCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
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

  private final LoadingCache<Month, Map<String, AwayDays>> months;

  CachedLeaveCalendar(LeaveMonthRepository repository) {
    months =
        Caffeine.newBuilder()
            .expireAfterWrite(AGE)
            .maximumWeight(MEMBERS_HELD)
            .weigher((Month month, Map<String, AwayDays> days) -> 10 + days.size())
            .build(month -> repository.find(month.organizationId(), month.month()));
  }

  @Override
  public Set<String> onLeave(String organizationId, LocalDate day) {
    return month(organizationId, YearMonth.from(day)).entrySet().stream()
        .filter(entry -> entry.getValue().isAway(day))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Map<String, DayPart> away(String organizationId, LocalDate day) {
    Map<String, DayPart> away = new HashMap<>();
    month(organizationId, YearMonth.from(day))
        .forEach((id, days) -> days.part(day).ifPresent(part -> away.put(id, part)));
    return Map.copyOf(away);
  }

  /** When this member is away, by month; months without leave are left out. */
  Map<YearMonth, AwayDays> of(
      String organizationId, String memberId, LocalDate first, LocalDate last) {
    Map<YearMonth, AwayDays> found = new HashMap<>();
    YearMonth end = YearMonth.from(last);
    for (YearMonth month = YearMonth.from(first);
        !month.isAfter(end);
        month = month.plusMonths(1)) {
      AwayDays days = month(organizationId, month).get(memberId);
      if (days != null) {
        found.put(month, days);
      }
    }
    return found;
  }

  void forget(String organizationId, YearMonth month) {
    months.invalidate(new Month(organizationId, month));
  }

  void forgetAll() {
    months.invalidateAll();
  }

  private Map<String, AwayDays> month(String organizationId, YearMonth month) {
    return months.get(new Month(organizationId, month));
  }
}
