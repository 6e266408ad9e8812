package io.github.xunbang.command.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleReplyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          已登记           | 已登记            | true
          已登记           | 已登记：意向12    | false
          已登记…          | 已登记：意向12    | true
          …意向…           | 已登记：意向12    | true
          已登记…          | 已登记/第二行     | false
          已登记/…         | 已登记            | true
          已登记/…         | 已登记/甲/乙      | true
          …/乙             | 已登记/甲/乙      | true
          …/甲             | 已登记/甲/乙      | false
          甲/…/丙/…        | 甲/乙/丙          | true
          a.c              | abc               | false
          (1)…             | (1)好             | true
          …                | 任何/东西         | true
          """)
  void matchesWholeLinesAndAnyTextAtTheDots(String expected, String answer, boolean matches) {
    boolean matched =
        new ExampleReply(expected.replace('/', '\n')).matches(answer.replace('/', '\n'));

    assertThat(matched).isEqualTo(matches);
  }
}
