package io.github.xunbang.leave.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.xunbang.calendar.DaysOff;
import io.github.xunbang.leave.DayPart;
import io.github.xunbang.leave.internal.Leave.State;
import io.github.xunbang.leave.internal.LeaveStore.Added;
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
import org.bson.Document;
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
    store = new LeaveStore(leaves, months, calendar, event -> {});
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

    store.change("o1", "m1", leave, one -> one.until(HalfDay.morning(NEW_YEARS_EVE)), CAUSE);
    store.change("o1", "m1", leave, one -> one.inState(State.CANCELLED), CAUSE);

    assertThat(leaves.find("o1", "m1", 2026).entries())
        .extracting(LeaveEntry::before, LeaveEntry::after)
        .containsExactly(
            tuple("", "2026-12-31/2027-01-02 请假 APPROVED"),
            tuple("2026-12-31/2027-01-02 请假 APPROVED", "2026-12-31/2026-12-31AM 请假 APPROVED"),
            tuple("2026-12-31/2026-12-31AM 请假 APPROVED", "2026-12-31/2026-12-31AM 请假 CANCELLED"));
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
  void oneOfManyRequestsForTheSameDaysAtTheSameInstantStands() throws Exception {
    // Two instances: each has its own store and cache on one database.
    LeaveStore other =
        new LeaveStore(
            new LeaveRepository(database.template()),
            new LeaveMonthRepository(database.template()),
            new CachedLeaveCalendar(new LeaveMonthRepository(database.template())),
            event -> {});
    Span eve = Span.of(NEW_YEARS_EVE, null);
    List<Callable<Added>> all = new ArrayList<>();
    IntStream.range(0, 8)
        .forEach(
            i ->
                all.add(
                    () ->
                        (i % 2 == 0 ? store : other)
                            .add(
                                "o1",
                                "m1",
                                new Leave("k" + i, eve, "", "", State.APPROVED, 0),
                                CAUSE)));
    var pool = Executors.newFixedThreadPool(8);

    List<Added> answers = new ArrayList<>();
    for (var done : pool.invokeAll(all)) {
      answers.add(done.get());
    }
    pool.shutdown();

    assertThat(answers).filteredOn(Added::added).hasSize(1);
    assertThat(answers)
        .extracting(one -> one.leave().id())
        .containsOnly(answers.get(0).leave().id());
    assertThat(store.around("o1", "m1", NEW_YEARS_EVE)).hasSize(1);
  }

  @Test
  void leaveOfTheNewYearDoesNotCollideUnseenWithLeaveThatBeganInTheOld() {
    add("m1", "a", NEW_YEARS_EVE, NEW_YEARS_EVE.plusDays(3));

    Added added = add("m1", "b", Span.of(NEW_YEARS_EVE.plusDays(2), false));

    assertThat(added.added()).isFalse();
    assertThat(added.leave().id()).isEqualTo("a");
    assertThat(store.around("o1", "m1", NEW_YEARS_EVE)).filteredOn(Leave::live).hasSize(1);
  }

  @Test
  void twoHalvesOfOneDayAreTheWholeDay() {
    Added morning = add("m1", "a", Span.of(NEW_YEARS_EVE, false));
    assertThat(calendar.onLeave("o1", NEW_YEARS_EVE)).isEmpty();
    assertThat(calendar.away("o1", NEW_YEARS_EVE)).containsEntry("m1", DayPart.MORNING);

    assertThat(add("m1", "b", Span.of(NEW_YEARS_EVE, true)).added()).isTrue();

    assertThat(calendar.onLeave("o1", NEW_YEARS_EVE)).containsExactly("m1");
    store.change("o1", "m1", morning.leave(), one -> one.inState(State.CANCELLED), CAUSE);
    assertThat(calendar.onLeave("o1", NEW_YEARS_EVE)).isEmpty();
    assertThat(calendar.away("o1", NEW_YEARS_EVE)).containsEntry("m1", DayPart.AFTERNOON);
  }

  @Test
  void leaveStoredBeforeThereWereHalvesIsOfWholeDays() {
    Leave leave = add("m1", "a", NEW_YEARS_EVE, NEW_YEARS_EVE);
    for (String collection : List.of("leave", "leave_months")) {
      assertThat(String.valueOf(database.template().findAll(Document.class, collection)))
          .doesNotContain("Noon", "mornings", "afternoons");
    }

    assertThat(store.around("o1", "m1", NEW_YEARS_EVE)).containsExactly(leave);
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
    return add(memberId, id, Span.days(first, last)).leave();
  }

  private Added add(String memberId, String id, Span span) {
    return store.add("o1", memberId, new Leave(id, span, "", "", State.APPROVED, 0), CAUSE);
  }
}
