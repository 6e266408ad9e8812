package io.github.xunbang.leave.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody is likelier than another, and nobody can change a draw. */
class FairDrawTest {

  private static final int DAYS = 20_000;
  private static final int DRAWN = 3;
  private static final List<String> TEAM =
      IntStream.range(0, 10).mapToObj(number -> "m" + number).toList();

  /** The 99.99 % quantile of chi-square with 9 degrees of freedom. */
  private static final double BOUND = 33.7;

  @Test
  void everybodyIsDrawnEquallyOften() {
    int[] drawn = new int[TEAM.size()];

    for (int day = 0; day < DAYS; day++) {
      draw(day).forEach(member -> drawn[TEAM.indexOf(member)]++);
    }

    assertThat(chiSquare(drawn, (double) DAYS * DRAWN / TEAM.size())).isLessThan(BOUND);
  }

  @Test
  void whoWasDrawnYesterdayIsNeitherFavouredNorSpared() {
    int repeated = 0;

    for (int day = 1; day < DAYS; day++) {
      List<String> yesterday = draw(day - 1);
      repeated += (int) draw(day).stream().filter(yesterday::contains).count();
    }

    // Each of three is drawn again with probability 3/10; 0.9 a day, standard deviation below 0.7.
    double mean = (double) repeated / (DAYS - 1);
    assertThat(mean).isBetween(0.9 - 0.02, 0.9 + 0.02);
  }

  @Test
  void firstPlacesAreEvenToo() {
    int[] first = new int[TEAM.size()];

    for (int day = 0; day < DAYS; day++) {
      first[TEAM.indexOf(draw(day).get(0))]++;
    }

    assertThat(chiSquare(first, (double) DAYS / TEAM.size())).isLessThan(BOUND);
  }

  @Test
  void theSameDayGivesTheSameDrawInWhateverOrderPeopleStand() {
    long seed = FairDraw.seed("o1", "LOG|all|2026-12-03", 0);
    List<String> reversed = new ArrayList<>(TEAM);
    Collections.reverse(reversed);

    assertThat(FairDraw.order(reversed, seed)).isEqualTo(FairDraw.order(TEAM, seed));
    assertThat(FairDraw.order(TEAM, seed)).containsExactlyInAnyOrderElementsOf(TEAM);
    assertThat(FairDraw.seed("o1", "LOG|all|2026-12-03", 1)).isNotEqualTo(seed);
    assertThat(FairDraw.seed("o2", "LOG|all|2026-12-03", 0)).isNotEqualTo(seed);
  }

  private static List<String> draw(int day) {
    String scope = "LOG|all|" + LocalDate.of(2000, 1, 1).plusDays(day);
    return FairDraw.order(TEAM, FairDraw.seed("o1", scope, 0)).subList(0, DRAWN);
  }

  private static double chiSquare(int[] observed, double expected) {
    double sum = 0;
    for (int count : observed) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }
}
