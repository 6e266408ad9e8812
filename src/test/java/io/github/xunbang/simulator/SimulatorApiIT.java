package io.github.xunbang.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of design section 15 over HTTP, with the whole service behind it. */
class SimulatorApiIT extends FrontDoorTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;
  @Autowired OrganizationService organizations;
  @Autowired SimulatorChannel channel;
  @Autowired SimulatorClock clock;
  @Autowired BusinessClock business;

  @BeforeEach
  void startAfresh() {
    post("/reset", "{}");
  }

  @Test
  void answersAMessageInANewGroupWhoseFirstSpeakerManagesIt() {
    JsonNode answer = post("/messages", say("一组", "zhangmin", "张敏", "日报 意向12", "m1")).body;

    JsonNode reply = answer.path("replies").path(0);
    assertThat(reply.path("text").asString()).startsWith("已登记 12月3日(周四)：意向客户12");
    assertThat(reply.path("seq").asLong()).isEqualTo(1);
    assertThat(reply.path("type").asString()).isEqualTo("text");
    assertThat(reply.path("mentions").isArray()).isTrue();
    assertThat(reply.has("pictureUrl")).isFalse();
    assertThat(OffsetDateTime.parse(reply.path("at").asString()).getOffset()).hasToString("+08:00");
    assertThat(members("一组"))
        .extracting(Member::name, Member::access, Member::identities)
        .containsExactly(tuple("张敏", Access.ADMIN, List.of("simulator:zhangmin")));
  }

  @Test
  void enrolsLaterSpeakersAsMembersAndTellsNamesakesApart() {
    post("/messages", say("一组", "a", "张敏", "日报 意向1", "m1"));
    post("/messages", say("一组", "b", "张敏", "日报 意向2", "m2"));
    post("/messages", say("一组", "b", "别名", "日报 意向3", "m3"));
    post("/messages", "{\"group\":\"一组\",\"user\":\"lisi\",\"text\":\"排名\"}");

    assertThat(members("一组")).extracting(Member::name).containsExactly("张敏", "张敏2", "lisi");
    assertThat(members("一组"))
        .extracting(Member::access)
        .containsExactly(Access.ADMIN, Access.MEMBER, Access.MEMBER);
  }

  @Test
  void makesOneOrganizationAndOneManagerWhenManySpeakFirst() {
    List<CompletableFuture<Answer>> all =
        IntStream.range(0, 12)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> post("/messages", say("新群", "u" + n, "同名", "排名", "p" + n))))
            .toList();

    assertThat(all).allSatisfy(answer -> assertThat(answer.join().status).isEqualTo(200));
    assertThat(organizations.all()).filteredOn(Organization::simulated).hasSize(1);
    assertThat(members("新群")).hasSize(12);
    assertThat(members("新群")).filteredOn(m -> m.access() == Access.ADMIN).hasSize(1);
  }

  @Test
  void givesTheSameRepliesForARepeatedMessageIdAndCountsItOnce() {
    post("/messages", say("一组", "a", "张敏", "日报 意向12", "first"));
    JsonNode once = post("/messages", say("一组", "a", "张敏", "日报 意向+3", "same")).body;
    JsonNode again = post("/messages", say("一组", "a", "张敏", "日报 意向+3", "same")).body;

    assertThat(again).isEqualTo(once);
    assertThat(get(group("一组") + "?after=0").body).hasSize(2);
    assertThat(say("一组", "a", "我的")).contains("意向客户15");
  }

  @Test
  void listsOnlyTheBotsPostsInOrderAndEverythingOnRequest() {
    Conversation group = Conversation.group("simulator", "一组");
    IntStream.rangeClosed(1, 230)
        .forEach(n -> channel.deliver(group, OutboundMessage.text("第" + n)));
    say("一组", "a", "帮助");

    JsonNode all = get(group("一组")).body;
    JsonNode last = get(group("一组") + "?after=228").body;
    JsonNode lines = get(group("一组") + "?all=true").body;

    assertThat(all).hasSize(231);
    assertThat(IntStream.range(0, 231).mapToLong(n -> all.path(n).path("seq").asLong()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 231).boxed().toList());
    assertThat(last)
        .extracting(post -> post.path("text").asString())
        .startsWith("第229", "第230")
        .hasSize(3);
    assertThat(lines).hasSize(232);
    assertThat(lines.path(230).path("from").asString()).isEqualTo("a");
    assertThat(lines.path(231).path("from").asString()).isEqualTo("bot");
    assertThat(get("/groups/nobody/messages").body).isEmpty();
  }

  @Test
  void keepsPrivateChatsApartAndNeedsNoGroupForThem() {
    say("一组", "a", "日报 意向12");

    String mine = sayPrivately("a", "我的");

    assertThat(mine).contains("意向客户12");
    assertThat(get("/users/a/messages").body).hasSize(1);
    assertThat(get(group("一组")).body).hasSize(1);
  }

  @Test
  void registersAQuoteAndKeepsAPicture() {
    say("一组", "a", "日报 意向1");
    Answer answer =
        post(
            "/messages",
            "{\"group\":\"一组\",\"user\":\"a\",\"text\":\"\",\"quote\":\"日报 意向12\","
                + "\"file\":{\"name\":\"a.png\",\"base64\":\"AQID\"}}");

    assertThat(answer.body.path("replies").path(0).path("text").asString())
        .contains("意向客户12")
        .contains("图片我看不了");
    String url = get(group("一组") + "?all=true").body.path(2).path("pictureUrl").asString();
    assertThat(get(url.substring("/simulator/api".length())).status).isEqualTo(200);
  }

  @Test
  void saysWhatToSendWhenABodyIsWrong() {
    assertThat(post("/messages", "{oops").status).isEqualTo(400);
    assertThat(error("{\"group\":\"一组\",\"text\":\"1\"}")).contains("缺 user");
    assertThat(error("{\"user\":\"a\",\"text\":\"1\"}")).contains("缺 group");
    assertThat(error("{\"user\":\"a\",\"group\":\"g\"}")).contains("缺 text");
    assertThat(error("{\"user\":\"a\",\"group\":\"g\",\"text\":\" \"}")).contains("缺 text");
    assertThat(error("{\"user\":\"a/b\",\"group\":\"g\",\"text\":\"1\"}")).contains("不能有斜线");
    assertThat(error("{\"user\":\"a\\ud83d\",\"group\":\"g\",\"text\":\"1\"}")).contains("user");
    assertThat(put("/clock", "{\"now\":\"morgen\"}").body.path("error").asString()).contains("now");
    assertThat(get(group("一组") + "?after=x").status).isEqualTo(400);
    assertThat(organizations.all()).noneMatch(Organization::simulated);
  }

  @Test
  void refusesWhatIsTooLargeAndLetsTheBotAnswerALongText() {
    String long100k = "日报 意向12 ".repeat(9_000);
    String file = Base64.getEncoder().encodeToString(new byte[9 * 1024 * 1024]);

    assertThat(say("一组", "a", long100k)).contains("太长");
    assertThat(post("/messages", say("一组", "a", "甲", "长".repeat(1_000_001), "t")).status)
        .isEqualTo(413);
    Answer tooLarge =
        post(
            "/messages",
            JSON.writeValueAsString(
                Map.of(
                    "group", "一组", "user", "a", "file", Map.of("name", "a.xlsx", "base64", file))));
    assertThat(tooLarge.status).isEqualTo(413);
    assertThat(tooLarge.body.path("error").asString()).contains("8MB");
  }

  @Test
  void takesOddNamesAndUnknownFields() {
    String odd = "a b:c@d<i>$.{}%2f;x?#🐼";
    Answer answer =
        post(
            "/messages",
            JSON.writeValueAsString(
                Map.of(
                    "group", odd, "user", odd, "name", "🐼", "text", "日报 意向12", "what",
                    List.of())));

    assertThat(answer.body.path("replies").path(0).path("text").asString()).contains("意向客户12");
    assertThat(get(group(odd)).body).hasSize(1);
  }

  @Test
  void refusesABodyThatIsNotJson() throws IOException, InterruptedException {
    HttpRequest form =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/simulator/api/messages"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(say("一组", "a", "张敏", "日报 意向12", "m")))
            .build();

    HttpResponse<String> response =
        HttpClient.newHttpClient().send(form, HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(get(group("一组") + "?all=true").body).isEmpty();
  }

  @Test
  void stepsTheClockThroughEveryDueInstantInOrderAndNeverBack() {
    say("一组", "a", "日报 意向12");

    Answer answer = put("/clock", "{\"now\":\"2026-12-21T08:36:00+08:00\"}");

    assertThat(answer.status).isEqualTo(200);
    JsonNode posts = get(group("一组") + "?after=1").body;
    assertThat(posts)
        .filteredOn(post -> post.path("text").asString().startsWith("【旬榜】"))
        .first()
        .satisfies(
            board -> {
              assertThat(board.path("text").asString()).contains("上旬");
              assertThat(board.path("at").asString()).startsWith("2026-12-11T08:3");
            });
    assertThat(posts).extracting(post -> post.path("at").asString()).isSorted();
    assertThat(clock.now()).isAfterOrEqualTo(Instant.parse("2026-12-21T00:36:00Z"));
    assertThat(put("/clock", "{\"now\":\"2026-12-20T08:36:00+08:00\"}").status).isEqualTo(409);
  }

  @Test
  void resumesTheStoredOffset() {
    Instant target = clock.now().plus(Duration.ofHours(5));
    clock.advanceTo(target);
    business.setOffset(Duration.ZERO);

    clock.resume();

    assertThat(clock.now()).isAfterOrEqualTo(target.minusMillis(1));
  }

  @Test
  void loadsTheDemoTeamOnce() {
    JsonNode loaded = post("/demo", "{}").body;
    int lines = get(group("示范团队") + "?all=true").body.size();
    String board = say("示范团队", "demo-00", "排名 业绩 上一旬");

    post("/demo", "{}");

    assertThat(loaded.path("people").asInt()).isEqualTo(29);
    assertThat(members("示范团队")).hasSize(29);
    assertThat(members("示范团队")).filteredOn(m -> m.access() == Access.MANAGER).hasSize(1);
    assertThat(lines).isEqualTo(10);
    assertThat(get(group("示范团队") + "?all=true").body).hasSize(lines + 2);
    assertThat(board).contains("11月下旬").contains("共28人");
    assertThat(say("示范团队", "demo-00", "排名 业绩 上一旬")).isEqualTo(board);
  }

  @Test
  void theDemoTeamGoesOnReportingWhileTimePassesButKeepsWhatWasSaid() {
    post("/demo", "{}");
    say("示范团队", "demo-03", "日报 意向300");
    say("示范团队", "demo-03", "1");

    turnClockTo(LocalDateTime.of(2026, 12, 11, 8, 36));

    String board =
        posts("示范团队").stream()
            .filter(post -> post.startsWith("【旬榜】2026年12月上旬 第1期\n"))
            .findFirst()
            .orElseThrow();
    assertThat(board).contains("共28人上榜");
    assertThat(board.lines().filter(line -> line.startsWith("1. ")).findFirst())
        .hasValueSatisfying(first -> assertThat(first).contains("刘洋"));
  }

  @Test
  void resetsOnlyWhatIsSimulated() {
    organizations.create("真团队", false);
    post("/messages", say("一组", "a", "张敏", "日报 意向12", "again"));

    Answer answer = post("/reset", "{}");

    assertThat(answer.body.path("deletedOrganizations").asInt()).isEqualTo(1);
    assertThat(organizations.all()).extracting(Organization::name).contains("真团队");
    assertThat(organizations.all()).noneMatch(Organization::simulated);
    assertThat(get(group("一组")).body).isEmpty();
    JsonNode again = post("/messages", say("一组", "a", "张敏", "日报 意向+3", "again")).body;
    assertThat(again.path("replies").path(0).path("text").asString()).contains("意向客户3");
  }

  @Test
  void forgetsOpenQuestionsWithTheGroup() {
    say("一组", "a", "日报 业绩50");
    post("/reset", "{}");

    assertThat(say("一组", "a", "1")).doesNotContain("已登记").doesNotContain("业绩");
  }

  @Test
  void showsThePage() {
    HttpResponse<String> page = send("GET", "/simulator", null);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("三步看懂旬榜");
    assertThat(send("GET", "/", null).headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).endsWith("/simulator"));
    assertThat(send("GET", "/simulator/assets/app.js", null).statusCode()).isEqualTo(200);
  }

  private List<Member> members(String group) {
    return organizations.boundTo(Conversation.group("simulator", group)).orElseThrow().members();
  }

  private static String say(String group, String user, String name, String text, String id) {
    return JSON.writeValueAsString(
        Map.of("group", group, "user", user, "name", name, "text", text, "messageId", id));
  }

  private static String group(String name) {
    return "/groups/"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")
        + "/messages";
  }

  private String error(String body) {
    Answer answer = post("/messages", body);
    assertThat(answer.status).isEqualTo(400);
    return answer.body.path("error").asString();
  }

  private Answer get(String path) {
    return exchange("GET", path, null);
  }

  private Answer post(String path, String body) {
    return exchange("POST", path, body);
  }

  private Answer put(String path, String body) {
    return exchange("PUT", path, body);
  }

  private Answer exchange(String method, String path, String body) {
    HttpResponse<String> response = send(method, "/simulator/api" + path, body);
    String type = response.headers().firstValue("Content-Type").orElse("");
    return new Answer(
        response.statusCode(),
        type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode());
  }

  private record Answer(int status, JsonNode body) {}
}
