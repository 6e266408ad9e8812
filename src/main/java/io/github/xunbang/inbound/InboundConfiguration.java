package io.github.xunbang.inbound;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.ActLog;
import io.github.xunbang.command.CommandRouter;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.DirectReplies;
import io.github.xunbang.outbox.OutboxService;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

@Configuration(proxyBeanMethods = false)
class InboundConfiguration {

  private static final int WORKERS = 32;
  private static final int CAPACITY = 10_000;
  private static final int FIRST_VIRTUAL = 21;

  /** The name people mention: {@code xunbang.wecom.aibot.name}, blank counts as unset. */
  private static final String DEFAULT_NAME = "旬榜";

  @Bean
  InboundGateway inboundGateway(
      OrganizationService organizations,
      CommandRouter router,
      Receipts receipts,
      Greetings greetings,
      OutboxService outbox,
      DirectReplies direct,
      ActLog acts,
      BusinessClock clock,
      MeterRegistry meters,
      @Value("${xunbang.wecom.aibot.name:}") String typedName) {
    String botName = typedName.isBlank() ? DEFAULT_NAME : typedName.strip();
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS, threads());
    Clock realTime = clock.realTime();
    CallExecution execution =
        new CallExecution(
            new ReceiptKeeper(receipts, realTime, workers),
            realTime,
            wait -> Thread.sleep(wait.toMillis()));
    MessagePipeline pipeline =
        new MessagePipeline(
            new TextCleaner(botName),
            organizations,
            router,
            execution,
            new ReplyDecoration(greetings, botName),
            acts);
    return new QueueingInboundGateway(
        pipeline,
        new ReplyDelivery(outbox, new ConfirmationBursts(organizations, outbox, direct, realTime)),
        workers,
        CAPACITY,
        meters);
  }

  private static ThreadFactory threads() {
    return Runtime.version().feature() >= FIRST_VIRTUAL
        ? new VirtualThreadTaskExecutor("inbound-").getVirtualThreadFactory()
        : new CustomizableThreadFactory("inbound-");
  }
}
