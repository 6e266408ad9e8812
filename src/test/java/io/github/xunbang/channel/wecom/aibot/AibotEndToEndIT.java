package io.github.xunbang.channel.wecom.aibot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.OrganizationService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole service on a gateway that follows the platform's rules: a team is set up, reports, and
 * reads its ranking.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class AibotEndToEndIT {

  private static final FakeAibotGateway GATEWAY = FakeAibotGateway.start("BOT", "SECRET");

  @Autowired private BusinessClock clock;
  @Autowired private OrganizationService organizations;

  @DynamicPropertySource
  static void connectToTheFake(DynamicPropertyRegistry registry) throws IOException {
    String folder = Files.createTempDirectory("xunbang-aibot").toString();
    registry.add("xunbang.data-dir", () -> folder);
    registry.add("xunbang.admins", () -> "aibot:boss");
    registry.add("xunbang.wecom.aibot.bot-id", () -> "BOT");
    registry.add("xunbang.wecom.aibot.secret", () -> "SECRET");
    registry.add("xunbang.wecom.aibot.endpoint", GATEWAY::endpoint);
    GATEWAY.ackDelay(Duration.ofMillis(5));
    GATEWAY.rateLimit(10_000, 10_000);
  }

  @BeforeEach
  void connectedOnThursdayEvening() {
    at(LocalDateTime.of(2026, 12, 3, 21, 40));
    GATEWAY.sendEverythingTwice(false);
    GATEWAY.awaitSubscribed();
  }

  @AfterAll
  static void stopTheFake() {
    GATEWAY.close();
  }

  @Test
  void aTeamIsSetUpReportsAndGetsItsRankingPushedOnce() {
    String group = "wrGroup1";
    assertThat(ask("boss", group, "@旬榜 绑定 销售一部")).contains("销售一部");
    ask("boss", group, "@旬榜 我是 王经理");

    String held = ask("u1", group, "@旬榜 意向12 签单2");
    assertThat(held).contains("我是 姓名").doesNotContain("已登记");
    assertThat(ask("u1", group, "@旬榜\u2005我是 张敏")).contains("意向客户12 签单2");
    ask("u2", group, "@旬榜 我是 李强");
    assertThat(ask("u2", group, "签单3 @旬榜 @张经理")).contains("已登记").contains("签单3");

    at(LocalDateTime.of(2026, 12, 11, 8, 36));

    FakeAibotGateway.Push board = GATEWAY.awaitPush(push -> isBoardFor(group, push));
    assertThat(board.chatType()).isEqualTo(2);
    assertThat(board.msgtype()).isEqualTo("markdown");
    assertThat(board.content())
        .startsWith("【旬榜】2026年12月上旬 第1期")
        .containsSubsequence("签单", "李强 3单", "张敏 2单");
    at(LocalDateTime.of(2026, 12, 11, 12, 0));
    assertThat(ask("u1", group, "@旬榜 排名 签单 上旬")).contains("第1期");
    assertThat(GATEWAY.pushes()).filteredOn(push -> isBoardFor(group, push)).hasSize(1);
  }

  @Test
  void aFrameDeliveredTwiceIsAnsweredOnceAndCountedOnce() {
    String group = "wrGroup2";
    ask("boss", group, "@旬榜 绑定 销售二部");
    ask("u3", group, "@旬榜 我是 车娟");
    GATEWAY.sendEverythingTwice(true);

    String asked = GATEWAY.say("u3", group, "@旬榜 意向+5");
    GATEWAY.awaitReply(asked);
    GATEWAY.sendEverythingTwice(false);

    assertThat(ask("u3", group, "@旬榜 我的")).contains("今天：意向客户5");
    assertThat(GATEWAY.replies(asked)).hasSize(1);
  }

  @Test
  void aDroppedConnectionComesBackAndNothingCountsTwice() {
    String group = "wrGroup3";
    ask("boss", group, "@旬榜 绑定 销售三部");
    ask("u4", group, "@旬榜 我是 王芳");
    ask("u4", group, "@旬榜 意向+5");

    GATEWAY.dropConnections();
    GATEWAY.awaitSubscribed();

    assertThat(ask("u4", group, "@旬榜 意向+2")).contains("意向客户7");
  }

  @Test
  void malformedFramesAndUnknownEventsLeaveTheConnectionAlive() {
    GATEWAY.sendRaw("{\"cmd\":\"aibot_msg_callback\",\"headers\":");
    GATEWAY.sendRaw("[1,2,3]");
    GATEWAY.event("u5", "enter_check_update");

    assertThat(ask("u5", "wrGroup4", "@旬榜 帮助")).isNotBlank();
  }

  @Test
  void textBesideAPictureCountsAndThePictureIsDeclined() {
    String group = "wrGroup5";
    ask("boss", group, "@旬榜 绑定 销售五部");
    ask("u6", group, "@旬榜 我是 李响");
    ObjectNode mixed = GATEWAY.message("u6", group, "mixed");
    var items = mixed.putObject("mixed").putArray("msg_item");
    items.addObject().put("msgtype", "text").putObject("text").put("content", "@旬榜 意向12");
    items.addObject().put("msgtype", "image").putObject("image").put("url", "http://127.0.0.1:1/x");

    String answer = GATEWAY.awaitReply(GATEWAY.call(mixed));

    assertThat(answer).contains("意向客户12").contains("图片");
  }

  @Test
  void thirtyReportsInAMinuteAreAllConfirmedWithinTheRateLimit() {
    String group = "wrGroup6";
    List<String> names = peopleOf(group);
    GATEWAY.rateLimit(30, 1000);
    int framesBefore = GATEWAY.sentTo(group);

    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 29; i++) {
      asked.add(GATEWAY.say("p" + i, group, "@旬榜 意向" + (i + 101) + " 签单2"));
    }
    asked.add(GATEWAY.say("p29", group, "@旬榜 昨天 意向130 签单2"));
    names.set(29, names.get(29) + " 12月2日(周三)");

    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                assertThat(IntStream.range(0, 30))
                    .allMatch(i -> timesConfirmed(group, asked.get(i), names.get(i), i + 101) > 0));
    assertThat(IntStream.range(0, 30))
        .allMatch(i -> timesConfirmed(group, asked.get(i), names.get(i), i + 101) == 1);
    assertThat(GATEWAY.sentTo(group) - framesBefore).isLessThanOrEqualTo(10);
    assertThat(GATEWAY.rateRefusals()).isZero();
    GATEWAY.rateLimit(10_000, 10_000);
    assertThat(ask("p28", "wrGroup6a", "@旬榜 我的")).contains("意向客户129");
    assertThat(GATEWAY.pushes())
        .filteredOn(push -> push.chatId().equals(group))
        .isNotEmpty()
        .allMatch(push -> push.content().startsWith("已登记 12月3日(周四)："));
  }

  @Test
  void aFullMorningAndTwoThousandMissingArriveWholeInFewMessages() {
    String group = "wrGroup8";
    ask("boss", group, "@旬榜 绑定 销售八部");
    ask("boss", group, "@旬榜 我是 王经理");
    enrolTwoThousand(group);
    List<String> items = sixtyItems(group);

    at(LocalDateTime.of(2026, 12, 3, 21, 50));
    String reminder = ask("boss", group, "@旬榜 催报");
    at(LocalDateTime.of(2026, 12, 4, 8, 21));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> pushesTo(group).stream().anyMatch(text -> text.contains("39号通知")));

    assertThat(reminder).contains("还有200", "员1、", "等200").hasSizeLessThan(1000);
    List<String> morning = pushesTo(group).stream().filter(text -> text.contains("号通知")).toList();
    assertThat(morning).hasSizeLessThanOrEqualTo(2);
    assertThat(morning.get(0)).startsWith("【晨会】12月4日(周五)");
    assertThat(morning).allMatch(part -> part.getBytes(StandardCharsets.UTF_8).length <= 20_480);
    assertThat(String.join("\n", morning)).containsSubsequence(items);
  }

  private void enrolTwoThousand(String group) {
    String id = organizations.boundTo(Conversation.group("aibot", group)).orElseThrow().id();
    LocalDate since = LocalDate.of(2026, 12, 1);
    List<Member> people =
        IntStream.range(0, 2000)
            .mapToObj(
                i ->
                    new Member("x" + i, "员" + i, Access.MEMBER, null, null, List.of(), since, null))
            .toList();
    organizations.change(
        id,
        team -> team.withMembers(Stream.concat(team.members().stream(), people.stream()).toList()));
  }

  /** What of sixty items the 晨会 took; the others are refused with a sentence. */
  private List<String> sixtyItems(String group) {
    List<String> items = IntStream.range(0, 60).mapToObj(i -> i + "号通知" + "长".repeat(90)).toList();
    for (int first = 0; first < 60; first += 10) {
      String lines =
          items.subList(first, first + 10).stream()
              .map(item -> "通知 " + item)
              .collect(Collectors.joining("\n"));
      String answer = ask("boss", group, "@旬榜 晨会 " + lines);
      assertThat(answer.contains("40条")).as(answer).isEqualTo(first >= 40);
    }
    return items.stream().limit(40).map(item -> "· " + item).toList();
  }

  private static List<String> pushesTo(String chat) {
    return GATEWAY.pushes().stream()
        .filter(push -> push.chatId().equals(chat))
        .map(FakeAibotGateway.Push::content)
        .toList();
  }

  /** Thirty people of one team, enrolled in its other groups so that this one's budget is whole. */
  private List<String> peopleOf(String group) {
    for (String each : List.of(group, group + "a", group + "b")) {
      ask("boss", each, "@旬榜 绑定 销售六部");
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      names.add("员" + "甲乙丙丁戊己庚辛壬癸".charAt(i % 10) + "一二三".charAt(i / 10));
      ask("p" + i, group + (i % 2 == 0 ? "a" : "b"), "@旬榜 我是 " + names.get(i));
    }
    return names;
  }

  /** In an answer to the message itself, or by name in a message to all. */
  private static long timesConfirmed(String group, String asked, String name, int figure) {
    String figures = "意向客户" + figure + " 签单2";
    return GATEWAY.replies(asked).stream().filter(text -> text.contains(figures)).count()
        + GATEWAY.pushes().stream()
            .filter(push -> push.chatId().equals(group))
            .filter(push -> push.content().contains(name + " " + figures))
            .count();
  }

  private static boolean isBoardFor(String group, FakeAibotGateway.Push push) {
    return push.chatId().equals(group) && push.content().startsWith("【旬榜】");
  }

  private String ask(String user, String chat, String text) {
    return GATEWAY.awaitReply(GATEWAY.say(user, chat, text));
  }

  private void at(LocalDateTime shanghai) {
    clock.moveTo(shanghai.atZone(ZoneId.of("Asia/Shanghai")).toInstant());
  }
}
