package io.github.xunbang.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearNamesTest {

  @Test
  void offersUpToThreeNamesThatShareHalfOfTheCharacters() {
    assertThat(NearNames.alike("三组", List.of("一组", "二组", "四组", "五组", "东店"))).isEqualTo("一组、二组、四组");
    assertThat(NearNames.alike("东店", List.of("一组"))).isEmpty();
  }

  @Test
  void aSlipIsOneEditAwayOrTwoInALongWord() {
    assertThat(NearNames.slip("张明", Stream.of("李强", "张敏"))).contains("张敏");
    assertThat(NearNames.slip("敏张", Stream.of("张敏"))).contains("张敏");
    assertThat(NearNames.slip("新客户信习", Stream.of("新客户信息"))).contains("新客户信息");
    assertThat(NearNames.slip("王五六", Stream.of("张敏", "王"))).isEmpty();
  }
}
