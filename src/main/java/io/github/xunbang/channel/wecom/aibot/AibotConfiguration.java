package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.inbound.InboundGateway;
import io.github.xunbang.outbox.DirectReplies;
import io.github.xunbang.storage.Lease;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The channel's beans, present only when bot id and secret are set. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnAibotConfigured.class)
class AibotConfiguration {

  private final AibotFrames frames = new AibotFrames();
  private final AibotTimings timings = AibotTimings.PRODUCTION;

  @Bean
  AibotConnection aibotConnection(AibotProperties properties, Lease lease, BusinessClock clock) {
    AibotLease botLease = new AibotLease(lease, properties.botId(), timings, clock.realTime());
    return new AibotConnection(properties, timings, botLease, frames, clock.realTime());
  }

  @Bean
  AibotSender aibotSender(AibotConnection connection) {
    return new AibotSender(connection, timings);
  }

  @Bean
  AibotDelivery aibotDelivery(AibotSender sender) {
    return new AibotDelivery(sender, frames);
  }

  @Bean
  AibotLifecycle aibotLifecycle(
      AibotConnection connection,
      InboundGateway gateway,
      AibotSender sender,
      DirectReplies budget,
      BusinessClock clock) {
    AibotCallbacks callbacks =
        new AibotCallbacks(
            gateway,
            new AibotTranslator(clock),
            sender,
            frames,
            budget,
            Executors.newCachedThreadPool(AibotThreads.named("aibot-greeting")));
    return new AibotLifecycle(connection, callbacks);
  }

  @Bean
  AibotHealthIndicator aibotHealthIndicator(AibotConnection connection) {
    return new AibotHealthIndicator(connection);
  }
}
