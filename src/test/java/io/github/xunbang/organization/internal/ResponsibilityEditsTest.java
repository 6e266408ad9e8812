package io.github.xunbang.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.organization.Responsibility;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResponsibilityEditsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

  @Test
  void whoHadItWithoutEndIsRelievedAndComesBack() {
    List<Responsibility> after = assign(List.of(span("m1", 1, null)), "m2", 5, 11, false);

    assertThat(after).containsExactly(span("m1", 1, 4), span("m1", 12, null), span("m2", 5, 11));
  }

  @Test
  void anAssignmentWithoutEndReplacesFromItsDay() {
    List<Responsibility> after = assign(List.of(span("m1", 1, null)), "m2", 5, null, false);

    assertThat(after).containsExactly(span("m1", 1, 4), span("m2", 5, null));
  }

  @Test
  void rotaDaysOfOthersStaySoThatTheOverlapShows() {
    List<Responsibility> after = assign(List.of(span("m1", 1, 7)), "m2", 6, 12, false);

    assertThat(after).containsExactly(span("m1", 1, 7), span("m2", 6, 12));
    assertThat(RotaCheck.overlaps(after, "u1", december(), FIRST))
        .containsExactly(new RotaCheck.Stretch(day(6), day(7), Set.of("m1", "m2")));
    assertThat(RotaCheck.gaps(after, "u1", december(), FIRST))
        .containsExactly(new RotaCheck.Stretch(day(13), day(31), Set.of()));
  }

  @Test
  void aMonthReplacesTheSameMonth() {
    List<Responsibility> after = assign(List.of(span("m1", 1, 31)), "m2", 1, 31, false);

    assertThat(after).containsExactly(span("m2", 1, 31));
  }

  @Test
  void partnersKeepWhatTheyHave() {
    List<Responsibility> after = assign(List.of(span("m1", 1, null)), "m2", 5, 11, true);

    assertThat(after).containsExactly(span("m1", 1, null), span("m2", 5, 11));
  }

  @Test
  void otherUnitsAreLeftAlone() {
    Responsibility other = new Responsibility("m1", "u2", FIRST, null);

    assertThat(assign(List.of(other), "m2", 1, null, false)).startsWith(other);
  }

  @Test
  void whateverIsAssignedNobodyHoldsAUnitTwiceOnADay() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<Responsibility> all = List.of();
      for (int step = 0; step < 12; step++) {
        int from = 1 + random.nextInt(28);
        Integer until = random.nextBoolean() ? null : from + random.nextInt(10);
        String member = "m" + random.nextInt(3);
        all = assign(all, member, from, until, random.nextBoolean());
        assertThat(holders(all, day(from))).contains(member);
      }
      for (LocalDate day = FIRST; day.isBefore(day(45)); day = day.plusDays(1)) {
        LocalDate here = day;
        List<String> ids =
            all.stream().filter(one -> one.activeOn(here)).map(Responsibility::memberId).toList();
        assertThat(ids).doesNotHaveDuplicates();
      }
    }
  }

  private static Set<String> holders(List<Responsibility> all, LocalDate day) {
    return all.stream()
        .filter(one -> one.activeOn(day))
        .map(Responsibility::memberId)
        .collect(Collectors.toSet());
  }

  private static List<Responsibility> assign(
      List<Responsibility> before,
      String member,
      int from,
      @Nullable Integer until,
      boolean together) {
    return ResponsibilityEdits.assign(
        before, Set.of(member), "u1", day(from), until == null ? null : day(until), together);
  }

  private static Responsibility span(String member, int from, @Nullable Integer until) {
    return new Responsibility(member, "u1", day(from), until == null ? null : day(until));
  }

  private static Period december() {
    return Period.containing(PeriodType.MONTH, FIRST);
  }

  private static LocalDate day(int dayOfDecember) {
    return FIRST.plusDays(dayOfDecember - 1L);
  }
}
