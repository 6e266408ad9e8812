package io.github.xunbang.leave.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.xunbang.calendar.DaysOff;
import io.github.xunbang.leave.internal.Leave.State;
import io.github.xunbang.leave.internal.LeaveYear.Cause;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.annotation.Order;

/** Stored leave, the months made from it, and what the calendar says then. */
class LeaveStoreIT {

  private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2026, 12, 31);
  private static final Cause CAUSE =
      new Cause("sim|1", "m1", Instant.parse("2026-12-03T13:40:00Z"));

  private EmbeddedTestDatabase database;
  private LeaveRepository leaves;
  private LeaveMonthRepository months;
  private CachedLeaveCalendar calendar;
  private LeaveStore store;

  @BeforeEach
  void start() {
    database = EmbeddedTestDatabase.inMemory();
    leaves = new LeaveRepository(database.template());
    months = new LeaveMonthRepository(database.template());
    calendar = new CachedLeaveCalendar(months);
    store = new LeaveStore(leaves, months, calendar);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void leaveOverNewYearIsSeenInBothYears() {
    assertThat(calendar.onLeave("o1", NEW_YEARS_EVE)).isEmpty();

    add("m1", "a", NEW_YEARS_EVE, NEW_YEARS_EVE.plusDays(2));

    assertThat(calendar.onLeave("o1", NEW_YEARS_EVE)).containsExactly("m1");
    assertThat(calendar.onLeave("o1", NEW_YEARS_EVE.plusDays(2))).containsExactly("m1");
    assertThat(calendar.onLeave("o1", NEW_YEARS_EVE.plusDays(3))).isEmpty();
    assertThat(calendar.onLeave("o2", NEW_YEARS_EVE)).isEmpty();
    assertThat(store.around("o1", "m1", NEW_YEARS_EVE.plusDays(1))).hasSize(1);
  }

  @Test
  void everyChangeStaysReadable() {
    Leave leave = add("m1", "a", NEW_YEARS_EVE, NEW_YEARS_EVE.plusDays(2));

    store.change("o1", "m1", leave, one -> one.until(NEW_YEARS_EVE), CAUSE);
    store.change("o1", "m1", leave, one -> one.inState(State.CANCELLED), CAUSE);

    assertThat(leaves.find("o1", "m1", 2026).entries())
        .extracting(LeaveEntry::before, LeaveEntry::after)
        .containsExactly(
            tuple("", "2026-12-31/2027-01-02 请假 APPROVED"),
            tuple("2026-12-31/2027-01-02 请假 APPROVED", "2026-12-31/2026-12-31 请假 APPROVED"),
            tuple("2026-12-31/2026-12-31 请假 APPROVED", "2026-12-31/2026-12-31 请假 CANCELLED"));
    assertThat(calendar.onLeave("o1", NEW_YEARS_EVE)).isEmpty();
  }

  @Test
  void theSameMessageAgainAddsNothingAndMendsTheMonth() {
    Leave leave = add("m1", "a", NEW_YEARS_EVE, NEW_YEARS_EVE);
    months.delete("o1");
    calendar.forgetAll();

    store.add("o1", "m1", leave, CAUSE);

    assertThat(leaves.find("o1", "m1", 2026).entries()).hasSize(1);
    assertThat(calendar.onLeave("o1", NEW_YEARS_EVE)).containsExactly("m1");
  }

  @Test
  void nobodyIsLostWhenAWholeTeamAsksAtOnce() throws Exception {
    List<Callable<Leave>> all = new ArrayList<>();
    IntStream.range(0, 12)
        .forEach(i -> all.add(() -> add("m" + i, "k" + i, NEW_YEARS_EVE, NEW_YEARS_EVE)));
    var pool = Executors.newFixedThreadPool(6);

    for (var done : pool.invokeAll(all)) {
      done.get();
    }
    pool.shutdown();

    assertThat(calendar.onLeave("o1", NEW_YEARS_EVE)).hasSize(12);
  }

  @Test
  void leaveHasTheLastWordOverTheOrganizationsDays() {
    add("m1", "a", NEW_YEARS_EVE, NEW_YEARS_EVE);
    List<DaysOff> sources =
        new ArrayList<>(List.of(new LeaveDaysOff(calendar), new EverybodyWorks()));

    AnnotationAwareOrderComparator.sort(sources);

    assertThat(sources.get(1)).isInstanceOf(LeaveDaysOff.class);
    assertThat(sources.get(1).works("o1", "m1", NEW_YEARS_EVE)).contains(false);
    assertThat(sources.get(1).works("o1", "m2", NEW_YEARS_EVE)).isEmpty();
    assertThat(sources.get(1).works("o1", null, NEW_YEARS_EVE)).isEmpty();
  }

  @Order(1_000)
  private static final class EverybodyWorks implements DaysOff {
    @Override
    public Optional<Boolean> works(String organizationId, String memberId, LocalDate day) {
      return Optional.of(true);
    }
  }

  private Leave add(String memberId, String id, LocalDate first, LocalDate last) {
    return store.add("o1", memberId, new Leave(id, first, last, "", "", State.APPROVED, 0), CAUSE);
  }
}
