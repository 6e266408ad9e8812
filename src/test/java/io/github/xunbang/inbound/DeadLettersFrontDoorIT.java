package io.github.xunbang.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.ScheduleService;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a manager sees of posts: held at night, told and sent again when they did not arrive. */
class DeadLettersFrontDoorIT extends FrontDoorTest {

  @Autowired private OutboxService outbox;
  @Autowired private OrganizationService organizations;
  @Autowired private ScheduleService schedule;

  @Test
  void theManagerReadsInPrivateWhatDidNotArriveAndHasItSentAgain() {
    String group = newGroup();
    String boss = "老板" + group;
    String organization = organizationOf(group, boss);
    outbox.enqueue(
        new Post(
            "lost|" + group,
            organization,
            Conversation.group("absent", group),
            Post.Lane.BOARD,
            OutboundMessage.text("【旬榜】2026年12月上旬 第1期")));

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(privatePosts(boss)).containsExactly("旬榜 #1 没送达，补发请回：渠道 重发 1"));
    assertThat(sayPrivately(boss, "渠道")).contains("模拟器：已连接", "#1 旬榜 没送达 1分钟前");
    assertThat(sayPrivately(boss, "渠道 重发 1")).isEqualTo("好，#1 旬榜 正在补发");
    assertThat(sayPrivately(boss, "渠道 重发 1")).startsWith("没有#1");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(sayPrivately(boss, "渠道")).contains("#2 旬榜 没送达"));
  }

  @Test
  void manyDeadLettersAreToldInNineLinesAndSentAgainTogetherOnceThatIsConfirmed() {
    String group = newGroup();
    String boss = "老板" + group;
    String organization = organizationOf(group, boss);
    for (int i = 1; i <= 12; i++) {
      outbox.enqueue(
          new Post(
              "lost" + i + group,
              organization,
              Conversation.group("absent", group + i),
              Post.Lane.BOARD,
              OutboundMessage.text("【榜" + i + "】")));
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> linesTo(boss).contains("还有别的没送达，看全部请发：渠道"));
    assertThat(linesTo(boss)).hasSize(9).doesNotHaveDuplicates();
    assertThat(sayPrivately(boss, "渠道 重发 全部")).isEqualTo("有12条没送达，一补发群里会连着响。都要补发请回：渠道 重发 全部 12条");
    assertThat(sayPrivately(boss, "渠道 重发 全部 3条")).startsWith("有12条没送达");
    assertThat(sayPrivately(boss, "渠道")).contains("没送达12条：");
    assertThat(sayPrivately(boss, "渠道 重发 全部 12条")).isEqualTo("好，正在补发12条");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(sayPrivately(boss, "渠道")).contains("没送达12条：", "#24"));
    assertThat(linesTo(boss)).as("the list says the rest").hasSize(9);
  }

  @Test
  void jobsOfATeamThatIsGoneEndWithoutAWord() {
    String organization = organizationOf(newGroup(), "老板" + newTeamMark());
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger jobs = (Logger) LoggerFactory.getLogger("io.github.xunbang.schedule.JobRunner");
    log.start();
    jobs.addAppender(log);
    for (String kind : List.of("customer.callback", "customer.dispatch")) {
      schedule.schedule(
          new Job(
              kind + organization,
              kind,
              organization,
              THURSDAY_EVENING.plusMinutes(20).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
              Map.of("member", "m1", "number", "1", "attempt", "1")));
    }

    send("POST", "/simulator/api/reset", "{}");
    turnClockTo(THURSDAY_EVENING.plusMinutes(30));

    jobs.detachAppender(log);
    assertThat(log.list)
        .filteredOn(line -> line.getFormattedMessage().contains(organization))
        .hasSize(2)
        .allMatch(line -> line.getLevel() == Level.INFO);
  }

  @Test
  void aPostOfTheNightAppearsWhenQuietHoursEnd() {
    String group = newGroup();
    String organization = organizationOf(group, "老板" + group);
    at(LocalDateTime.of(2026, 12, 3, 23, 0));
    outbox.enqueue(
        new Post(
            "night|" + group,
            organization,
            Conversation.group("simulator", group),
            Post.Lane.BOARD,
            OutboundMessage.text("【播报】")));

    turnClockTo(LocalDateTime.of(2026, 12, 4, 7, 29));
    assertThat(posts(group)).doesNotContain("【播报】");
    turnClockTo(LocalDateTime.of(2026, 12, 4, 9, 0));

    JsonNode all = json("/simulator/api/groups/" + group + "/messages?after=0");
    assertThat(all.findParents("text"))
        .filteredOn(post -> post.path("text").asString().equals("【播报】"))
        .singleElement()
        .satisfies(post -> assertThat(post.path("at").asString()).startsWith("2026-12-04T07:30"));
  }

  private String organizationOf(String group, String boss) {
    say(group, boss, "成员");
    return organizations.boundTo(Conversation.group("simulator", group)).orElseThrow().id();
  }

  private List<String> linesTo(String user) {
    return privatePosts(user).stream()
        .filter(text -> text.contains("没送达") && !text.startsWith("有12条") && !text.contains("模拟器"))
        .flatMap(String::lines)
        .toList();
  }

  private List<String> privatePosts(String user) {
    return json("/simulator/api/users/" + user + "/messages?after=0").findValuesAsString("text");
  }

  private JsonNode json(String path) {
    return JsonMapper.builder()
        .build()
        .readTree(send("GET", java.net.URI.create(path).toASCIIString(), null).body());
  }
}
