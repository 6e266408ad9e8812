package io.github.xunbang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.incentive.settlement.Awards;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two whole services on one database, as behind a load balancer: what one is told the other knows
 * within five seconds, and what both could do is done once.
 */
class TwoInstancesIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String GROUP = "两台机器";
  private static final String DEALS = "两台签单";
  private static final String REMINDED = "两台催报";
  private static final String AWARDED = "两台奖惩";

  private static EmbeddedTestDatabase database;
  private static ConfigurableApplicationContext one;
  private static ConfigurableApplicationContext other;

  @BeforeAll
  static void startTwoServices() throws IOException {
    database = EmbeddedTestDatabase.inMemory();
    one = start();
    other = start();
  }

  @AfterAll
  static void stopThem() {
    one.close();
    other.close();
    database.close();
  }

  @Test
  void aClosingIsPostedOnceAndSettingsFollow() {
    at(LocalDateTime.of(2026, 12, 3, 21, 40));
    say(one, "张敏", "日报 意向12 签单2");
    say(other, "李强", "日报 意向8 签单3");

    say(one, "张敏", "设置 名称 双活销售部");
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(say(other, "李强", "成员")).contains("双活销售部"));
    say(other, "李强", "改 签单 4");
    assertThat(say(one, "张敏", "排名 签单")).containsSubsequence("1. 李强 4单", "2. 张敏 2单");

    at(LocalDateTime.of(2026, 12, 11, 8, 36));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(boards()).isNotEmpty());
    // Both instances look every half second; four looks more would show a second post.
    Awaitility.await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(boards()).hasSize(1));
  }

  @Test
  void aReminderAndAMorningDigestArePostedOnce() {
    at(LocalDateTime.of(2026, 12, 3, 9, 0));
    say(one, REMINDED, "周洲", "日报 意向5", null);
    say(one, REMINDED, "吴双", "成员", null);

    at(LocalDateTime.of(2026, 12, 3, 20, 36));
    awaitOnce("【催报】12月3日(周四)");
    at(LocalDateTime.of(2026, 12, 4, 8, 21));
    awaitOnce("【晨会】12月4日(周五)");

    assertThat(posts(REMINDED)).filteredOn(text -> text.startsWith("【催报】")).hasSize(1);
  }

  /** Both instances look every half second; two looks more would show a second post. */
  private static void awaitOnce(String beginning) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> posts(REMINDED).stream().anyMatch(text -> text.startsWith(beginning)));
    Awaitility.await()
        .during(Duration.ofMillis(1100))
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(posts(REMINDED))
                    .filteredOn(text -> text.startsWith(beginning))
                    .hasSize(1));
  }

  @Test
  void oneSigningOnBothIsOneDealAndPaymentsOnBothNeverOverpay() {
    at(LocalDateTime.of(2026, 12, 3, 21, 40));
    say(one, DEALS, "周杰", "成员", "deals-0");
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(say(other, DEALS, "周杰", "成员", null)).contains("周杰"));

    List<String> signed = onBoth(where -> say(where, DEALS, "周杰", "签单 王女士 5.8万", "deals-1"));

    // A race for the number leaves a gap, so it may be #2; it is the same in both answers.
    assertThat(signed).allMatch(answer -> answer.startsWith("签单 #")).containsOnly(signed.get(0));
    String number = signed.get(0).replaceFirst("(?s)^签单 (#\\d+) 已登记.*$", "$1");
    List<String> paid = onBoth(where -> say(where, DEALS, "周杰", "回款 " + number + " 4万", null));
    assertThat(paid).filteredOn(answer -> answer.startsWith("已登记 " + number)).hasSize(1);
    assertThat(paid).filteredOn(answer -> answer.contains("还差1.8万，没有登记")).hasSize(1);
    assertThat(say(other, DEALS, "周杰", "未回款", null)).startsWith("1单共还差1.8万");
  }

  private static List<String> onBoth(Function<ConfigurableApplicationContext, String> line) {
    return Stream.of(one, other)
        .map(where -> CompletableFuture.supplyAsync(() -> line.apply(where)))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  @Test
  void onePhoneOnBothAtTheSameMomentHasOneOwner() {
    at(LocalDateTime.of(2026, 12, 12, 10, 0));
    for (int turn = 0; turn < 5; turn++) {
      String line = "客户 王女士" + turn + " 1381234567" + turn + " 麓湖" + turn + "号";
      CompletableFuture<String> here = CompletableFuture.supplyAsync(() -> say(one, "张敏", line));
      CompletableFuture<String> there = CompletableFuture.supplyAsync(() -> say(other, "李强", line));

      List<String> answers = List.of(here.join(), there.join());

      assertThat(answers).filteredOn(answer -> answer.startsWith("已登记客户")).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> answer.contains("没有重复登记"))
          .singleElement()
          .asString()
          .contains(here.join().startsWith("已登记客户") ? "已由张敏在" : "已由李强在");
    }
  }

  @Test
  void bothSettleTheSameWeeksAtTheSameMomentAndEachWeekStandsOnceWithItsNumbers() {
    at(LocalDateTime.of(2026, 11, 30, 10, 0));
    say(one, AWARDED, "郑总", "成员", null);
    assertThat(say(one, AWARDED, "郑总", "方案 加 签单 周 前二 500 300", null)).contains("草稿");
    assertThat(say(one, AWARDED, "郑总", "方案 生效 F1", null)).contains("生效");
    sayPrivately(one, "郑总", "成员");
    String organization =
        one.getBean(OrganizationService.class)
            .boundTo(Conversation.group("simulator", AWARDED))
            .orElseThrow()
            .id();
    for (LocalDate monday = LocalDate.of(2026, 11, 30);
        monday.isBefore(LocalDate.of(2026, 12, 21));
        monday = monday.plusWeeks(1)) {
      at(monday.plusDays(1).atTime(20, 0));
      say(one, AWARDED, "冯一", "日报 签单5", null);
      say(other, AWARDED, "陈二", "日报 签单3", null);
      // Before the morning's own run, and as if the lease of the first had run out.
      at(monday.plusWeeks(1).atTime(9, 0));
      Period week = Period.containing(PeriodType.WEEK, monday);
      onBoth(
          where -> {
            settle(where, organization, week);
            return "done";
          });
      at(monday.plusWeeks(1).atTime(9, 6));
    }

    List<Award> awards = awards(one, organization);
    assertThat(awards)
        .extracting(award -> award.amount().intValueExact())
        .containsExactly(500, 300, 500, 300, 500, 300);
    assertThat(awards).extracting(Award::number).doesNotHaveDuplicates();
    assertThat(awards(other, organization)).isEqualTo(awards);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(posts("users", "郑总"))
                    .filteredOn(text -> text.startsWith("【拟奖惩】"))
                    .hasSize(3));
  }

  private static List<Award> awards(ConfigurableApplicationContext where, String organization) {
    Awards awards = where.getBean(Awards.class);
    return awards.periods(organization).stream()
        .sorted(Comparator.comparing(Period::start))
        .flatMap(period -> awards.of(organization, period).stream())
        .toList();
  }

  private static void settle(
      ConfigurableApplicationContext where, String organization, Period week) {
    JobHandler handler =
        where.getBeansOfType(JobHandler.class).values().stream()
            .filter(one -> one.kind().equals("incentive.settle"))
            .findFirst()
            .orElseThrow();
    Map<String, String> data =
        Map.of(
            "what", "first",
            "type", week.type().name(),
            "start", week.start().toString(),
            "end", week.end().toString());
    handler.run(
        new Job(
            "both",
            handler.kind(),
            organization,
            where.getBean(BusinessClock.class).instant(),
            data));
  }

  private static List<String> boards() {
    return posts(GROUP).stream().filter(text -> text.startsWith("【旬榜】")).toList();
  }

  private static ConfigurableApplicationContext start() throws IOException {
    return new SpringApplicationBuilder(XunbangApplication.class)
        .properties(
            "server.port=0",
            "spring.mongodb.uri=" + database.connectionString(),
            "xunbang.data-dir=" + Files.createTempDirectory("xunbang-two"))
        .run();
  }

  private static void at(LocalDateTime shanghai) {
    for (ConfigurableApplicationContext context : List.of(one, other)) {
      context
          .getBean(BusinessClock.class)
          .moveTo(shanghai.atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    }
  }

  private static String say(ConfigurableApplicationContext where, String user, String text) {
    return say(where, GROUP, user, text, null);
  }

  private static String say(
      ConfigurableApplicationContext where,
      String group,
      String user,
      String text,
      @Nullable String messageId) {
    ObjectNode message = message(user, text).put("group", group);
    if (messageId != null) {
      message.put("messageId", messageId);
    }
    return post(where, message);
  }

  private static String sayPrivately(
      ConfigurableApplicationContext where, String user, String text) {
    return post(where, message(user, text).put("private", true));
  }

  private static ObjectNode message(String user, String text) {
    return JSON.createObjectNode().put("user", user).put("name", user).put("text", text);
  }

  private static String post(ConfigurableApplicationContext where, ObjectNode message) {
    String body = JSON.writeValueAsString(message);
    HttpRequest.Builder request =
        request(where, "/simulator/api/messages")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    List<String> texts = new ArrayList<>();
    JSON.readTree(answer(request))
        .path("replies")
        .forEach(reply -> texts.add(reply.path("text").asString()));
    return String.join("\n", texts);
  }

  private static List<String> posts(String group) {
    return posts("groups", group);
  }

  private static List<String> posts(String kind, String id) {
    String path =
        "/simulator/api/"
            + kind
            + "/"
            + java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8)
            + "/messages?after=0";
    List<String> texts = new ArrayList<>();
    JsonNode all = JSON.readTree(answer(request(one, path)));
    all.forEach(post -> texts.add(post.path("text").asString()));
    return texts;
  }

  private static HttpRequest.Builder request(ConfigurableApplicationContext where, String path) {
    String port = where.getEnvironment().getProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static String answer(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
