package io.github.xunbang.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.ranking.Leaderboard.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaderboardTextTest {

  @Test
  void aLongBoardShowsTenPlacesHowManyThereAreAndWhoRoseMost() {
    List<String> lines = LeaderboardText.rows(board(12, 12));

    assertThat(lines).hasSize(12);
    assertThat(lines.get(9)).isEqualTo("10. 员9 91个 —");
    assertThat(lines.get(10)).isEqualTo("…共12人上榜");
    assertThat(lines.get(11)).isEqualTo("进步最大：员10 ↑5、员11 ↑5");
  }

  @Test
  void aTieAcrossTheTenthRowIsSaid() {
    assertThat(LeaderboardText.rows(board(13, 9))).contains("…共13人上榜，并列第10的还有3人");
  }

  @Test
  void aBoardOfZerosNamesNobody() {
    Leaderboard zeros =
        new Leaderboard(
            "q",
            "签单",
            "单",
            Period.containing(PeriodType.XUN, LocalDate.of(2026, 12, 3)),
            false,
            List.of(new Row("m0", "张敏", BigDecimal.ZERO, 1, null, null)),
            List.of());

    assertThat(LeaderboardText.rows(zeros)).containsExactly("还没有人破零，第一名在等你！");
  }

  @Test
  void manyNamesBecomeACountAndMarkupBecomesHarmless() {
    List<String> names = new ArrayList<>(List.of("<b>@所有人"));
    for (int index = 0; index < 11; index++) {
      names.add("员" + index);
    }

    assertThat(LeaderboardText.names(names)).startsWith("＜b＞＠所有人、员0、").endsWith("员8等12人");
  }

  /** {@code distinct} places, then all equal; the last two rose by five. */
  private static Leaderboard board(int size, int distinct) {
    List<Row> rows = new ArrayList<>();
    for (int index = 0; index < size; index++) {
      int place = Math.min(index, distinct) + 1;
      int before = index >= 10 ? place + 5 : place;
      rows.add(new Row("m" + index, "员" + index, new BigDecimal(101 - place), place, before, null));
    }
    return new Leaderboard(
        "yixiang",
        "意向客户",
        "个",
        Period.containing(PeriodType.XUN, LocalDate.of(2026, 12, 3)),
        true,
        rows,
        List.of());
  }
}
