package io.github.xunbang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.command.CommandRejectedException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitTreeTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 3);

  @Test
  void numeralsOfOneValueAreOneName() {
    assertThat(UnitName.key("二十五店")).isEqualTo(UnitName.key("25店")).isEqualTo("25店");
    assertThat(UnitName.key("五店")).isEqualTo(UnitName.key("５店"));
    assertThat(UnitName.key("一百零五店")).isEqualTo("105店");
    assertThat(UnitName.key("十店")).isEqualTo("10店");
    assertThat(UnitName.key("湖南一区")).isEqualTo("湖南1区");
    assertThat(UnitName.key("五店")).isNotEqualTo(UnitName.key("二十五店"));
  }

  @Test
  void wordsWithAnotherMeaningAreNoUnitNames() {
    for (String name : List.of("12", "三万", "本月", "今天", "12-03", "合计", "门店", "<b>店</b>", "")) {
      assertThatThrownBy(() -> UnitName.checked(name))
          .as(name)
          .isInstanceOf(CommandRejectedException.class);
    }
    assertThat(UnitName.checked(" 五店 ")).isEqualTo("五店");
  }

  @Test
  void aUnitIsFoundByNameNumeralOrTheUnitAbove() {
    UnitTree tree =
        new UnitTree(
            List.of(
                unit("u1", "一区", null),
                unit("u2", "二区", null),
                unit("u3", "一组", "u1"),
                unit("u4", "一组", "u2"),
                unit("u5", "二十五店", "u1")));

    assertThat(tree.find("25店", DAY)).extracting(Unit::id).containsExactly("u5");
    assertThat(tree.find("一组", DAY)).extracting(Unit::id).containsExactly("u3", "u4");
    assertThat(tree.find("2区一组", DAY)).extracting(Unit::id).containsExactly("u4");
    assertThat(tree.find("一区/一组", DAY)).extracting(Unit::id).containsExactly("u3");
    assertThat(tree.find("5店", DAY)).isEmpty();
    assertThat(tree.find("25店", DAY.minusYears(1))).isEmpty();
  }

  @Test
  void everythingBelowIsWithinAndThePathLeadsUp() {
    UnitTree tree =
        new UnitTree(
            List.of(unit("u1", "大区", null), unit("u2", "一区", "u1"), unit("u3", "五店", "u2")));

    assertThat(tree.within("u1")).containsExactlyInAnyOrder("u1", "u2", "u3");
    assertThat(tree.within("u3")).containsExactly("u3");
    assertThat(tree.path("u3")).extracting(Unit::id).containsExactly("u3", "u2", "u1");
    assertThat(tree.children(null, DAY)).extracting(Unit::id).containsExactly("u1");
  }

  @Test
  void aStoredCycleEndsEveryWalk() {
    UnitTree tree = new UnitTree(List.of(unit("u1", "一区", "u2"), unit("u2", "二区", "u1")));

    assertThat(tree.within("u1")).hasSize(2);
    assertThat(tree.path("u1").size()).isLessThanOrEqualTo(3);
  }

  @Test
  void aClassHoldsFromItsDayUntilTheNext() {
    Unit unit =
        unit("u1", "五店", null)
            .classified(DAY, "A")
            .classified(DAY.plusDays(10), "B")
            .classified(DAY.plusDays(12), "C");

    assertThat(unit.classOn(DAY.minusDays(1))).isNull();
    assertThat(unit.classOn(DAY.plusDays(9))).isEqualTo("A");
    assertThat(unit.classOn(DAY.plusDays(11))).isEqualTo("B");
    assertThat(unit.classified(DAY.plusDays(5), "C").classOn(DAY.plusDays(11))).isEqualTo("C");
    assertThat(unit.classified(DAY.plusDays(13), "C")).isEqualTo(unit);
  }

  private static Unit unit(String id, String name, String parent) {
    return new Unit(id, name, "门店", parent, List.of(), DAY.minusDays(2), null);
  }
}
