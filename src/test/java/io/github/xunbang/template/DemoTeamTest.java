package io.github.xunbang.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.command.Access;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoTeamTest {

  private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 3);
  private static final LocalDate SUNDAY = LocalDate.of(2026, 12, 6);

  @Test
  void hasSixteenTelesalesAndTwelveFieldRepsInFourUnitsAndAManager() {
    assertThat(TelesalesDemo.PEOPLE).hasSize(29);
    assertThat(TelesalesDemo.PEOPLE).extracting(DemoPerson::name).doesNotHaveDuplicates();
    assertThat(TelesalesDemo.PEOPLE).extracting(DemoPerson::user).doesNotHaveDuplicates();
    assertThat(TelesalesDemo.PEOPLE).filteredOn(TelesalesDemo::isTelesales).hasSize(16);
    assertThat(TelesalesDemo.PEOPLE).filteredOn(p -> p.position().equals("业务员")).hasSize(12);
    assertThat(TelesalesDemo.PEOPLE).filteredOn(p -> p.access() == Access.LEADER).hasSize(2);
    assertThat(TelesalesDemo.PEOPLE).filteredOn(p -> p.access() == Access.MANAGER).hasSize(1);
    assertThat(TelesalesDemo.PEOPLE).extracting(DemoPerson::unit).contains("一组", "二组", "三组", "四组");
  }

  @Test
  void reportsTheSameEveryTimeAndNothingOnSunday() {
    for (DemoPerson person : TelesalesDemo.PEOPLE) {
      assertThat(DemoFigures.of(person, THURSDAY)).isEqualTo(DemoFigures.of(person, THURSDAY));
      assertThat(DemoFigures.of(person, SUNDAY)).isEmpty();
    }
  }

  @Test
  void neverTakesMoreMoneyThanWasSoldAndSellsNothingWithoutADeal() {
    List<DemoDay> month =
        TelesalesDemo.PEOPLE.stream()
            .flatMap(
                person ->
                    THURSDAY
                        .datesUntil(THURSDAY.plusMonths(1))
                        .map(day -> DemoFigures.of(person, day)))
            .flatMap(Optional::stream)
            .toList();

    assertThat(month)
        .hasSizeGreaterThan(600)
        .allSatisfy(
            day -> {
              BigDecimal sales = day.own().get("业绩");
              assertThat(day.own().get("回款")).isLessThanOrEqualTo(sales);
              assertThat(sales.signum()).isEqualTo(day.own().get("签单").signum());
              assertThat(day.text()).startsWith("日报 意向客户");
            });
    assertThat(month).anySatisfy(day -> assertThat(day.own().get("签单").intValue()).isEqualTo(2));
  }
}
