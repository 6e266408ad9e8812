package io.github.xunbang.channel.wecom.aibot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.inbound.InboundGateway;
import io.github.xunbang.outbox.DeliveryChannel;
import io.github.xunbang.outbox.DirectReplies;
import io.github.xunbang.storage.Lease;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class AibotConfigurationTest {

  private static final String PREFIX = "xunbang.wecom.aibot.";

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(AibotProperties.class)
  static class Properties {}

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withUserConfiguration(Properties.class, AibotConfiguration.class)
          .withBean(Lease.class, AibotRig.FakeLease::new)
          .withBean(DirectReplies.class, AibotRig.Unlimited::new)
          .withBean(InboundGateway.class, AibotRig.RecordingInbound::new)
          .withBean(BusinessClock.class, () -> new BusinessClock(Clock.systemUTC()));

  @Test
  void hasNoBeansWhenNothingIsSet() {
    runner.run(
        context -> assertThat(context).hasNotFailed().doesNotHaveBean(AibotConfiguration.class));
  }

  @Test
  void takesBlankForUnset() {
    runner
        .withPropertyValues(PREFIX + "bot-id= ", PREFIX + "secret=", PREFIX + "endpoint= ")
        .run(
            context -> {
              assertThat(context).hasNotFailed().doesNotHaveBean(DeliveryChannel.class);
              assertThat(context.getBean(AibotProperties.class).endpoint())
                  .isEqualTo(AibotProperties.DEFAULT_ENDPOINT);
            });
  }

  @Test
  void isAChannelWhenBotIdAndSecretAreSet() {
    try (FakeAibotGateway gateway = FakeAibotGateway.start("BOT", "SECRET")) {
      runner
          .withPropertyValues(
              PREFIX + "bot-id=BOT",
              PREFIX + "secret=SECRET",
              PREFIX + "endpoint=" + gateway.endpoint())
          .run(
              context -> {
                assertThat(context).hasNotFailed().hasBean("aibotHealthIndicator");
                assertThat(context.getBean(DeliveryChannel.class).channel()).isEqualTo("aibot");
                gateway.awaitSubscribed();
              });
    }
  }

  @Test
  void namesAllMistakesTogetherAndNeverTheSecret() {
    runner
        .withPropertyValues(PREFIX + "secret=TOPSECRET", PREFIX + "endpoint=https://x.example")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("xunbang.wecom.aibot.bot-id is not")
                    .hasMessageContaining("xunbang.wecom.aibot.endpoint must be")
                    .hasMessageNotContaining("TOPSECRET"));
  }
}
