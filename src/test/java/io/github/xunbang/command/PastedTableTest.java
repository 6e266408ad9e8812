package io.github.xunbang.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTableTest {

  @ParameterizedTest
  @ValueSource(strings = {"姓名\t签单\n张敏\t2", "姓名 签单\n张敏　2", "姓名,签单\n张敏，2", "|姓名|签单|\n| 张敏 | 2 |"})
  void splitsAsTheFirstLineIs(String typed) {
    PastedTable table = PastedTable.of(typed.lines().toList());

    assertThat(table.rows())
        .extracting(PastedTable.Row::cells)
        .containsExactly(List.of("姓名", "签单"), List.of("张敏", "2"));
  }

  @Test
  void countsBlankLinesAndKeepsEmptyCells() {
    PastedTable table = PastedTable.of(List.of("姓名\t签单\t业绩", "", "张敏\t\t1,234"));

    assertThat(table.rows().get(1).number()).isEqualTo(3);
    assertThat(table.rows().get(1).cells()).containsExactly("张敏", "", "1,234");
    assertThat(table.rows().get(1).cell(7)).isEmpty();
  }
}
