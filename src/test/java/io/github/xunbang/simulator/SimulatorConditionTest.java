package io.github.xunbang.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class SimulatorConditionTest {

  @Test
  void isOnWithoutAChannel() {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("xunbang.wecom.aibot.bot-id", " ")
            .withProperty("xunbang.onebot.enabled", "false");

    assertThat(SimulatorCondition.isOn(environment)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "xunbang.wecom.aibot.bot-id, b1",
    "xunbang.wecom.app.corp-id, c1",
    "xunbang.wechat.account.app-id, a1",
    "xunbang.onebot.enabled, true"
  })
  void isOffBesideAChannelUnlessAskedFor(String property, String value) {
    MockEnvironment environment = new MockEnvironment().withProperty(property, value);

    assertThat(SimulatorCondition.isOn(environment)).isFalse();
    environment.setProperty("xunbang.simulator.enabled", "true");
    assertThat(SimulatorCondition.isOn(environment)).isTrue();
    assertThat(SimulatorCondition.hasRealChannel(environment)).isTrue();
  }

  @Test
  void isOffWhenSwitchedOff() {
    MockEnvironment environment =
        new MockEnvironment().withProperty("xunbang.simulator.enabled", "false");

    assertThat(SimulatorCondition.isOn(environment)).isFalse();
  }
}
