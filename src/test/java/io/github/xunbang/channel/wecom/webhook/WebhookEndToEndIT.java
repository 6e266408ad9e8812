package io.github.xunbang.channel.wecom.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.channel.wecom.aibot.FakeAibotGateway;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.Mention;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.storage.TestCiphers;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A group of the aibot gets a webhook in chat, uses it for what must ring, and loses it again. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class WebhookEndToEndIT {

  private static final String GROUP = "wrGroup1";
  private static final FakeAibotGateway GATEWAY = FakeAibotGateway.start("BOT", "SECRET");
  private static final WebhookRig WE_COM = new WebhookRig();

  @Autowired private BusinessClock clock;
  @Autowired private OutboxService outbox;
  @Autowired private OrganizationService organizations;
  @Autowired private MongoTemplate mongo;

  @DynamicPropertySource
  static void connectToTheFakes(DynamicPropertyRegistry registry) throws IOException {
    String folder = Files.createTempDirectory("xunbang-webhook").toString();
    registry.add("xunbang.data-dir", () -> folder);
    registry.add("xunbang.admins", () -> "aibot:boss");
    registry.add("xunbang.encryption-key", () -> TestCiphers.KEY);
    registry.add("xunbang.wecom.aibot.bot-id", () -> "BOT");
    registry.add("xunbang.wecom.aibot.secret", () -> "SECRET");
    registry.add("xunbang.wecom.aibot.endpoint", GATEWAY::endpoint);
    registry.add("xunbang.wecom.api-base-url", WE_COM.weCom::baseUrl);
    GATEWAY.ackDelay(Duration.ofMillis(5));
    GATEWAY.rateLimit(10_000, 10_000);
  }

  @AfterAll
  static void stopTheFakes() {
    GATEWAY.close();
    WE_COM.close();
  }

  @Test
  void remindersRingThroughTheWebhookAndFallBackToTheAibotWhenItIsGone() {
    clock.moveTo(
        LocalDateTime.of(2026, 12, 3, 20, 5).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    GATEWAY.awaitSubscribed();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    try {
      aTeamWithAWebhook();
      remindersRingAndBoardsStayWithTheAibot();
      theWebhookIsRemoved();
    } finally {
      root.detachAppender(log);
    }

    assertThat(log.list)
        .filteredOn(line -> !line.getLoggerName().contains("wiremock"))
        .noneMatch(line -> line.getFormattedMessage().contains(WebhookRig.KEY));
    assertThat(stored()).isNotEmpty().noneMatch(it -> it.contains(WebhookRig.KEY));
  }

  private void aTeamWithAWebhook() {
    ask(GROUP, "@旬榜 绑定 销售一部");
    ask(GROUP, "@旬榜 我是 王经理");
    ask(GROUP, "@旬榜 设置 本群 叫 一组群");
    String address = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + WebhookRig.KEY;

    assertThat(ask(GROUP, "@旬榜 渠道 群机器人 一组群 " + address)).contains("没有存", "重置");
    assertThat(ask(null, "渠道 群机器人 一组群 " + address)).contains("已设好", "末4位 5aaa");
    assertThat(ask(null, "渠道 测试 一组群")).contains("已发到");
    assertThat(ask(null, "管理记录")).doesNotContain(WebhookRig.KEY);
    assertThat(sent()).hasSize(1);
  }

  private void remindersRingAndBoardsStayWithTheAibot() {
    enqueue("r1", Post.Lane.REMINDER, "【催报】还没报的：张敏", "zhangmin");
    enqueue("b1", Post.Lane.BOARD, "【旬榜】12月上旬\n1. 张敏 2单\n2. 李强 1单");

    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> sent().size() == 2);
    assertThat(sent().get(1)).contains("【催报】", "\"mentioned_list\":[\"zhangmin\"]");
    GATEWAY.awaitPush(push -> push.chatId().equals(GROUP) && push.content().contains("旬榜"));
    assertThat(GATEWAY.pushes()).noneMatch(push -> push.content().contains("催报"));
  }

  private void theWebhookIsRemoved() {
    WE_COM.answer(93000);

    enqueue("r2", Post.Lane.REMINDER, "【催报】第二次：李强", "liqiang");
    GATEWAY.awaitPush(push -> push.content().contains("第二次"));
    enqueue("r3", Post.Lane.REMINDER, "【催报】第三次：王芳", "wangfang");
    GATEWAY.awaitPush(push -> push.content().contains("第三次"));
    GATEWAY.awaitPush(WebhookEndToEndIT::tellsTheManager);

    assertThat(sent()).hasSize(3);
    assertThat(GATEWAY.pushes()).filteredOn(WebhookEndToEndIT::tellsTheManager).hasSize(1);
    assertThat(GATEWAY.pushes()).filteredOn(push -> push.content().contains("第二次")).hasSize(1);
    assertThat(ask(null, "渠道 群机器人")).contains("失效了（93000）");
  }

  private static boolean tellsTheManager(FakeAibotGateway.Push push) {
    return push.chatId().equals("boss") && push.content().contains("群机器人");
  }

  private void enqueue(String key, Post.Lane lane, String text, String... userIds) {
    Conversation group = Conversation.group("aibot", GROUP);
    List<Mention> mentions =
        List.of(userIds).stream().map(id -> new Mention(id, id.toUpperCase(Locale.ROOT))).toList();
    outbox.enqueue(
        new Post(
            key,
            organizations.boundTo(group).orElseThrow().id(),
            group,
            lane,
            new OutboundMessage(text, mentions, List.of())));
  }

  private String ask(String chat, String text) {
    return GATEWAY.awaitReply(GATEWAY.say("boss", chat, text));
  }

  private static List<String> sent() {
    return WE_COM.weCom.findAll(postRequestedFor(urlPathEqualTo(WebhookRig.SEND))).stream()
        .map(request -> request.getBodyAsString())
        .toList();
  }

  private List<String> stored() {
    return mongo.getCollectionNames().stream()
        .flatMap(name -> mongo.findAll(Document.class, name).stream())
        .map(Document::toString)
        .toList();
  }
}
