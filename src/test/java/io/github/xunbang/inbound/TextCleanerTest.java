package io.github.xunbang.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCleanerTest {

  private final TextCleaner cleaner = new TextCleaner("旬榜");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          @旬榜 意向12|意向12
          @旬榜\u2005意向12|意向12
          @旬榜意向12|意向12
          ＠旬榜 意向12|意向12
          意向12 @旬榜|意向12
          意向12 @旬榜 签单2|意向12  签单2
          @旬榜|''
          意向12 @张经理 @旬榜|意向12 @张经理
          @旬榜 @李强 意向8|@李强 意向8
          @Sales Bot\u2005意向12|意向12
          @销售助手 意向12|意向12
          """)
  void stripsTheBotsMentionWhereverItStands(String typed, String text) {
    assertThat(cleaner.clean(typed, true)).isEqualTo(text);
  }

  @Test
  void keepsAForeignMentionInPrivate() {
    assertThat(cleaner.clean("@李强 意向8", false)).isEqualTo("@李强 意向8");
  }

  @Test
  void dropsControlAndInvisibleCharactersButKeepsLinesAndTabs() {
    String typed = "\u0000意\u200B向\uFEFF12\u0007\r\n签单\t2\u3000回款\u00A03w\uD83D\u2028完\u202E😂";

    assertThat(cleaner.clean(typed, false)).isEqualTo("意向12\n签单\t2 回款 3w\n完😂");
  }
}
