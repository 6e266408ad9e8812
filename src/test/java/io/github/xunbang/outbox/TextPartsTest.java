package io.github.xunbang.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextPartsTest {

  @Test
  void leavesAShortTextAlone() {
    assertThat(TextParts.split("旬榜\n第一", 100)).containsExactly("旬榜\n第一");
  }

  @Test
  void cutsAtLineEnds() {
    assertThat(TextParts.split("一二\n三四\n五六", 13)).containsExactly("一二\n三四", "五六");
  }

  @Test
  void neverCutsInsideACharacter() {
    var parts = TextParts.split("😀".repeat(5) + "旬", 9);

    assertThat(parts).containsExactly("😀😀", "😀😀", "😀旬");
    assertThat(parts).allMatch(it -> it.getBytes(StandardCharsets.UTF_8).length <= 9);
  }
}
