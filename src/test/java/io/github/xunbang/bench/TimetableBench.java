package io.github.xunbang.bench;

import com.sun.management.OperatingSystemMXBean;
import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.schedule.Recurrence;
import io.github.xunbang.schedule.ScheduleService;
import io.github.xunbang.schedule.Timetable;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Ten thousand organizations whose post is due in the same minute, dispatched by one instance. */
@Import(TimetableBench.OneMinute.class)
class TimetableBench extends FrontDoorTest {

  private static final int ORGANIZATIONS = 10_000;
  private static final String PREFIX = "bench-";

  @Autowired private BusinessClock clock;
  @Autowired private Timetable timetable;
  @Autowired private ScheduleService schedule;
  @Autowired private Due due;

  /** Due once, for the organizations of the bench only. */
  static final class Due implements Recurrence {
    private final AtomicInteger ran = new AtomicInteger();
    private volatile Instant at = Instant.MIN;

    @Override
    public String name() {
      return "bench.minute";
    }

    @Override
    public Optional<Instant> next(String organizationId, Instant after) {
      return organizationId.startsWith(PREFIX) && after.isBefore(at)
          ? Optional.of(at)
          : Optional.empty();
    }

    @Override
    public void run(String organizationId, Instant dueAt) {
      ran.incrementAndGet();
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class OneMinute {
    @Bean
    Due benchRecurrence() {
      return new Due();
    }
  }

  @Test
  void tenThousandOrganizationsDueInTheSameMinute() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    due.at = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);
    for (int i = 0; i < ORGANIZATIONS; i++) {
      timetable.replan(PREFIX + i);
    }
    ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();

    clock.moveTo(due.at);
    schedule.runDue(due.at);

    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(
        "TIMETABLE %d of %d occurrences in %.1f s, cpu %.1f s (aim 60), heap peak %d MB%n",
        due.ran.get(), ORGANIZATIONS, seconds, cpuSeconds, peak >> 20);
  }
}
