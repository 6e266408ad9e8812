package io.github.xunbang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.channel.wecom.aibot.FakeAibotGateway;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.ScheduleService;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import io.github.xunbang.storage.TcpGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * One team through a fortnight of faults, each the next in time: the database away over a 晨会, the
 * process down over a closing, a clock that jumps both ways and a night of quiet hours, a job that
 * never succeeds. The service reads a clock that the test sets, so that real time jumps too.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutagesIT {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String GROUP = "wrOutages";
  private static final Conversation TEAM_GROUP = Conversation.group("aibot", GROUP);
  private static final FakeAibotGateway GATEWAY = FakeAibotGateway.start("BOT", "SECRET");
  private static final EmbeddedTestDatabase DATABASE = EmbeddedTestDatabase.inMemory();
  private static final TcpGate GATE = new TcpGate(DATABASE);
  private static final JumpingClock REAL = new JumpingClock();

  private static ConfigurableApplicationContext service;

  /** Ticks like the system's clock from wherever it was set to. */
  private static final class JumpingClock extends Clock {
    private volatile Duration offset = Duration.ZERO;

    void jumpTo(LocalDateTime shanghai) {
      offset = Duration.between(Instant.now(), shanghai.atZone(SHANGHAI).toInstant());
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
      return SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeAll
  static void aTeamThatReported() {
    GATEWAY.ackDelay(Duration.ofMillis(5));
    GATEWAY.rateLimit(10_000, 10_000);
    at("2026-12-10T21:40");
    service = start();
    GATEWAY.awaitSubscribed();
    ask("boss", "@旬榜 绑定 销售一部");
    ask("boss", "@旬榜 我是 王经理");
    GATEWAY.knowChat("boss");
    ask("u1", "@旬榜 我是 张敏");
    ask("u2", "@旬榜 我是 李强");
    assertThat(ask("u1", "@旬榜 意向12 签单2")).contains("意向客户12");
  }

  @AfterAll
  static void stop() {
    service.close();
    GATEWAY.close();
    GATE.close();
    DATABASE.close();
  }

  @Test
  @Order(1)
  void theDatabaseIsAwayOverTheMorningAndTheClosingAndBothComeOnceAfterwards() {
    at("2026-12-11T08:19:50");
    GATE.shut();
    settle();
    at("2026-12-11T08:20:05");

    String answer = ask("u1", "@旬榜 意向+1");
    at("2026-12-11T08:31:00");
    GATE.open();
    awaitPost("【晨会】12月11日(周五)");
    at("2026-12-11T08:35:10");
    awaitPost("【旬榜】2026年12月上旬 第1期");

    // A connection that breaks under the report leaves it unconfirmed; both are true.
    assertThat(answer).containsAnyOf("没有登记", "没能确认");
    assertThat(ask("u1", "@旬榜 意向+1")).contains("意向客户1");
    settle();
    assertThat(posts("【晨会】12月11日(周五)")).hasSize(1);
    assertThat(posts("【旬榜】")).hasSize(1);
  }

  @Test
  @Order(2)
  void aClosingMissedWhileTheProcessWasDownIsFrozenAndPostedOnceAndStaleRemindersAreNot() {
    at("2026-12-20T20:00");
    assertThat(ask("u1", "@旬榜 签单3")).contains("签单3");
    service.close();
    lastSeen("2026-12-21T08:10");
    at("2026-12-21T11:00");
    service = start();
    awaitPost("【旬榜】2026年12月中旬 第2期");
    awaitPost("【掉线】12月21日(周一) 08:10到11:00");
    settle();

    assertThat(posts("【旬榜】")).hasSize(2);
    assertThat(posts("【掉线】12月21日")).hasSize(1);
    assertThat(posts("【晨会】12月21日(周一)")).isEmpty();
    assertThat(posts("【截止提醒】12月20日")).isEmpty();
    assertThat(posts("【催报】")).isEmpty();
    assertThat(ask("u2", "@旬榜 排名 签单 中旬")).contains("第2期", "张敏 3单");
  }

  @Test
  @Order(3)
  void aClockThatJumpsBothWaysAndAQuietNightPostNothingTwiceAndNothingStale() {
    at("2026-12-21T20:36");
    awaitPost("【催报】12月21日(周一)");
    at("2026-12-21T19:36");
    assertThat(ask("u1", "@旬榜 意向4")).contains("意向客户4");
    settle();
    at("2026-12-21T20:37");
    settle();
    assertThat(posts("【催报】")).hasSize(1);

    at("2026-12-21T23:30");
    settle();
    assertThat(posts("【催报】")).as("21:35 is stale").hasSize(1);
    assertThat(posts("【战报】12月21日(周一)")).as("held until 7:30").isEmpty();
    at("2026-12-22T07:31");
    awaitPost("【战报】12月21日(周一)");
    at("2026-12-22T06:31");
    at("2026-12-22T07:32");
    settle();

    assertThat(posts("【战报】12月21日(周一)")).hasSize(1);
    assertThat(posts("【催报】")).hasSize(1);
  }

  @Test
  @Order(4)
  void aRateLimitOfTwoMinutesLosesNothingAndTheAnswerComesBeforeTheBoards() {
    at("2026-12-22T09:05");
    GATEWAY.rateLimit(0, 10_000);
    List.of("榜一", "榜二", "榜三").forEach(OutagesIT::enqueueBoard);
    GATEWAY.say("u1", GROUP, "@旬榜 意向6");
    awaitRefusals(0);
    // Past the pauses of 10, 20 and 40 seconds, each a fifth longer at most.
    for (String second : List.of("09:05:20", "09:05:50", "09:06:50")) {
      int refused = GATEWAY.rateRefusals();
      at("2026-12-22T" + second);
      awaitRefusals(refused);
    }
    GATEWAY.rateLimit(10_000, 10_000);
    at("2026-12-22T09:09:00");
    awaitPost("榜三");
    settle();

    List<String> came =
        posts("").stream()
            .filter(text -> text.matches("榜[一二三]") || text.contains("意向客户6"))
            .toList();
    assertThat(came).hasSize(4);
    assertThat(came.get(0)).contains("意向客户6");
    assertThat(came.subList(1, 4)).containsExactly("榜一", "榜二", "榜三");
  }

  @Test
  @Order(5)
  void aJobThatNeverSucceedsIsGivenUpAndToldToTheManagerWhileOthersRun() {
    at("2026-12-22T10:00");
    service
        .getBean(ScheduleService.class)
        .schedule(new Job("broken", "no.such.kind", team(), REAL.instant(), Map.of()));

    LocalDateTime[] now = {LocalDateTime.of(2026, 12, 22, 10, 0)};
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              // Longer than any backoff.
              now[0] = now[0].plusMinutes(5);
              REAL.jumpTo(now[0]);
              return !posts("boss", "【没做成】").isEmpty();
            });

    assertThat(posts("boss", "【没做成】"))
        .singleElement()
        .asString()
        .startsWith("【没做成】12月22日(周二) 10:00的一件定时的事，试了几次都没成");
    assertThat(ask("u1", "@旬榜 意向5")).contains("意向客户5");
    at("2026-12-22T20:36");
    awaitPost("【催报】12月22日(周二)");
    assertThat(posts("【催报】")).hasSize(2);
  }

  /** Both lanes, the answer's and the boards', were refused once more. */
  private static void awaitRefusals(int after) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> GATEWAY.rateRefusals() >= after + 2);
  }

  private static void enqueueBoard(String text) {
    service
        .getBean(OutboxService.class)
        .enqueue(new Post(text, team(), TEAM_GROUP, Post.Lane.BOARD, OutboundMessage.text(text)));
  }

  private static String team() {
    return service.getBean(OrganizationService.class).boundTo(TEAM_GROUP).orElseThrow().id();
  }

  private static ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(XunbangApplication.class)
        .initializers(
            context ->
                ((GenericApplicationContext) context)
                    .registerBean(
                        "jumpingClock",
                        BusinessClock.class,
                        () -> new BusinessClock(REAL),
                        definition -> definition.setPrimary(true)))
        .run(
            "--server.port=0",
            "--spring.mongodb.uri=" + GATE.connectionString(),
            "--xunbang.admins=aibot:boss",
            "--xunbang.wecom.aibot.bot-id=BOT",
            "--xunbang.wecom.aibot.secret=SECRET",
            "--xunbang.wecom.aibot.endpoint=" + GATEWAY.endpoint());
  }

  private static void at(String shanghai) {
    REAL.jumpTo(LocalDateTime.parse(shanghai));
  }

  /** As a process that ended then would have noted it. */
  private static void lastSeen(String shanghai) {
    Instant at = LocalDateTime.parse(shanghai).atZone(SHANGHAI).toInstant();
    DATABASE
        .template()
        .save(new Document("_id", "aibot").append("at", Date.from(at)), "heartbeats");
  }

  private static String ask(String user, String text) {
    GATEWAY.awaitSubscribed();
    return GATEWAY.awaitReply(GATEWAY.say(user, GROUP, text));
  }

  private static void awaitPost(String beginning) {
    GATEWAY.awaitPush(push -> push.chatId().equals(GROUP) && push.content().startsWith(beginning));
  }

  private static List<String> posts(String beginning) {
    return posts(GROUP, beginning);
  }

  private static List<String> posts(String chat, String beginning) {
    return GATEWAY.pushes().stream()
        .filter(push -> push.chatId().equals(chat) && push.content().startsWith(beginning))
        .map(FakeAibotGateway.Push::content)
        .toList();
  }

  /** Two looks of every worker, after which nothing of now is left to come. */
  private static void settle() {
    int before = GATEWAY.pushes().size();
    Awaitility.await()
        .during(Duration.ofMillis(1100))
        .atMost(Duration.ofSeconds(20))
        .until(() -> GATEWAY.pushes().size() >= before);
  }
}
