package io.github.xunbang.channel.wecom.aibot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.crash.ChildApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service as an operator starts it: bot id, secret and endpoint are enough; a kill and a
 * restart lose nothing.
 */
class AibotProcessIT {

  @TempDir Path folder;

  @Test
  void subscribesAnswersAndComesBackAfterAKill() throws Exception {
    try (FakeAibotGateway gateway = FakeAibotGateway.start("BOT", "SECRET")) {
      gateway.ackDelay(Duration.ofMillis(5));
      List<String> properties =
          List.of(
              "--xunbang.wecom.aibot.bot-id=BOT",
              "--xunbang.wecom.aibot.secret=SECRET",
              "--xunbang.wecom.aibot.endpoint=" + gateway.endpoint(),
              "--xunbang.admins=aibot:boss");
      try (ChildApplication first = ChildApplication.start(folder.resolve("data"), properties)) {
        gateway.awaitSubscribed();
        gateway.awaitReply(gateway.say("boss", "wrGroup1", "@旬榜 绑定 销售一部"));
        gateway.awaitReply(gateway.say("u1", "wrGroup1", "@旬榜 我是 张敏"));
        String reported = gateway.say("u1", "wrGroup1", "@旬榜 意向12");
        assertThat(gateway.awaitReply(reported)).contains("已登记").contains("意向客户12");
        assertThat(first.log()).doesNotContain("SECRET");
      }

      try (ChildApplication second = ChildApplication.start(folder.resolve("data"), properties)) {
        gateway.awaitSubscribed();
        String asked = gateway.say("u1", "wrGroup1", "@旬榜 我的");
        assertThat(gateway.awaitReply(asked)).as(second.log()).contains("今天：意向客户12");
      }
    }
  }
}
