package io.github.xunbang.task.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.command.CommandRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTextTest {

  @ParameterizedTest
  @CsvSource({
    "回访13812345678王女士, 回访138****5678王女士",
    "回访 +86 138 1234 5678, 回访 138****5678",
    "回访１３８-１２３４-５６７８, 回访138****5678",
    "座机0571-87654321, 座机057****4321",
    "电话：87654321, 电话：****321",
    "报价20261205元, 报价20261205元"
  })
  void masksPhoneNumbersAndNothingElse(String typed, String stored) {
    assertThat(NoteText.checked(typed)).isEqualTo(stored);
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThatThrownBy(() -> NoteText.checked("长".repeat(301)))
        .isInstanceOf(CommandRejectedException.class)
        .hasMessageContaining("最多300字");
  }

  @ParameterizedTest
  @ValueSource(strings = {"H3 先看样板间", "h3：先看样板间", "#3 先看样板间", "3 先看样板间", "Ｈ３先看样板间"})
  void readsNumbersAsTyped(String typed) {
    assertThat(NoteText.reference(NoteKind.HELP, typed))
        .contains(new NoteText.Reference(3, "先看样板间"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3个办法", "先看H3", "T3 先看", "H1234567 先看"})
  void takesNothingElseForANumber(String typed) {
    assertThat(NoteText.reference(NoteKind.HELP, typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"求助：王女士嫌贵", "建议客户3个", "求助 王女士嫌贵\n意向 12"})
  void aReportLineMayBeginWithTheWord(String text) {
    assertThat(NoteText.beginsReport(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"求助 意向客户3个都嫌贵", "待办 周五 签单2", "求助"})
  void aBlankBehindTheWordMeansTheCommand(String text) {
    assertThat(NoteText.beginsReport(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"无", "没有", "暂无", "暂时没有。", "无困难", "没什么问题", "-", "没有需要帮助的", "今天没有"})
  void knowsThatThereIsNoDifficulty(String text) {
    assertThat(HelpReports.isNothing(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"王女士嫌贵", "无法约到赵总", "没有样板间客户不信", "需要支持五店"})
  void knowsADifficulty(String text) {
    assertThat(HelpReports.isNothing(text)).isFalse();
  }
}
