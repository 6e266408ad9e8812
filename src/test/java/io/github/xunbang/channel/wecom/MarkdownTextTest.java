package io.github.xunbang.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {

  @Test
  void breaksLinesHardAndKeepsBlankLines() {
    assertThat(MarkdownText.of("一\n二\r\n\n三")).isEqualTo("一  \n二  \n  \n三");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "【旬榜】2026年11月上旬 第1期",
        "12月3日(周四) 意向5→12，回款3.5万",
        "回款 #12 3万",
        "3.5万",
        "-3",
        "+2",
        "我是 姓名 [岗位] [小组]",
        "8:35 & 9:05",
        "看板 https://bot.example.com/board?id=3&t=a-b.c"
      })
  void leavesHarmlessTextAlone(String plain) {
    assertThat(MarkdownText.of(plain)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '"',
      value = {
        "# 标题 → ＃ 标题",
        "#12 王女士 → ＃12 王女士",
        "- 张敏 → － 张敏",
        "+ 张敏 → ＋ 张敏",
        "1. 张敏 → 1． 张敏",
        "12) 张敏 → 12） 张敏",
        "> 引用 → ＞ 引用",
        "--- → －--",
        "- - - → － - -",
        "=== → ＝==",
        "- → －",
        "5*3*2 → 5＊3＊2",
        "a_b_c → a＿b＿c",
        "`码` → ｀码｀",
        "3~~5~~ → 3～～5～～",
        "<@all> → ＜@all>",
        "甲|乙 → 甲｜乙",
        "[点我](https://x.y) → [点我］(https://x.y)",
        "&lt;b&#35; → ＆lt;b＆#35;",
        "\\# → ＼#"
      })
  void showsStructureAsText(String plain, String shown) {
    assertThat(MarkdownText.of(plain)).isEqualTo(shown);
  }

  @Test
  void keepsIndentationWithoutMakingCode() {
    assertThat(MarkdownText.of("    1. 张敏")).isEqualTo("\u00A0\u00A0\u00A0\u00A01． 张敏");
    assertThat(MarkdownText.of("\t# x")).isEqualTo("\u00A0\u00A0\u00A0\u00A0＃ x");
  }

  @Test
  void keepsLinksWorking() {
    assertThat(MarkdownText.of("看板：https://h/b?t=a_b~c。*快*"))
        .isEqualTo("看板：https://h/b?t=a%5Fb%7Ec。＊快＊");
  }

  @Test
  void dropsControlCharacters() {
    assertThat(MarkdownText.of("意\u0000向\u001B12")).isEqualTo("意向12");
  }

  @Test
  void splitsBetweenLinesWithinTheLimit() {
    assertThat(MarkdownText.pieces("一二\n三四\n五六", 14)).containsExactly("一二", "三四", "五六");
    assertThat(MarkdownText.pieces("一二\n三四\n五六", 15)).containsExactly("一二  \n三四", "五六");
  }

  @Test
  void splitsALongLineWithoutTearingCharacters() {
    String line = "😀".repeat(100) + "意".repeat(100);

    List<String> pieces = MarkdownText.pieces(line, 64);

    assertThat(pieces).allMatch(p -> p.getBytes(StandardCharsets.UTF_8).length <= 64);
    assertThat(String.join("", pieces).replace("  \n", "")).isEqualTo(line);
  }

  @Test
  void staysWithinTheLimitInTheWorstCase() {
    for (String worst : List.of("\t", "*", "<", "意", "😀", "_", "\n", "- ")) {
      assertThat(MarkdownText.pieces("甲" + worst.repeat(5000) + "乙", 20480))
          .isNotEmpty()
          .allMatch(p -> p.getBytes(StandardCharsets.UTF_8).length <= 20480);
      assertThat(MarkdownText.pieces(worst.repeat(500) + "乙", 64))
          .isNotEmpty()
          .allMatch(p -> p.getBytes(StandardCharsets.UTF_8).length <= 64);
    }
  }
}
