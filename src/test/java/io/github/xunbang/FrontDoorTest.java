package io.github.xunbang;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.outbox.OutboxService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Base of tests that talk to the whole service as people do: chat lines through the simulator's
 * API, time through its clock. The service is started once for all of them; each test speaks in
 * groups of its own.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class FrontDoorTest {

  /** The design's default instant: Thursday evening, Asia/Shanghai. */
  protected static final LocalDateTime THURSDAY_EVENING = LocalDateTime.of(2026, 12, 3, 21, 40);

  /** How posts begin that every team reads by itself, whatever a test is about. */
  protected static final Pattern OTHER_ROOMS =
      Pattern.compile("【(缺报名单|请假|晨会|战报|周报|案例分享|还需每天|请教|培训)】|【催报】连续");

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final AtomicInteger GROUPS = new AtomicInteger();
  private static final AtomicInteger TEAMS = new AtomicInteger();
  private static final String MARKS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥乾坤";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Value("${local.server.port}")
  private int port;

  @Autowired private BusinessClock clock;
  @Autowired private OutboxService outbox;

  @DynamicPropertySource
  static void ownDataFolder(DynamicPropertyRegistry registry) throws IOException {
    String folder = Files.createTempDirectory("xunbang-front-door").toString();
    registry.add("xunbang.data-dir", () -> folder);
  }

  @BeforeEach
  void startOnThursdayEvening() {
    at(THURSDAY_EVENING);
  }

  /**
   * Deletes the teams that the test made: the service lives on, and every later turn of the clock
   * would run their timetables too.
   */
  @AfterEach
  void forgetTheTeams() {
    send("POST", "/simulator/api/reset", "{}");
  }

  /** Sets the clock without running what falls due in between. */
  protected void at(LocalDateTime shanghai) {
    clock.moveTo(shanghai.atZone(SHANGHAI).toInstant());
  }

  /** A group nobody has spoken in. */
  protected static String newGroup() {
    return "群" + GROUPS.incrementAndGet() + "-" + UUID.randomUUID().toString().substring(0, 4);
  }

  /**
   * Two characters that no other team's names end with: private chats belong to people, and the
   * service lives on from one test class to the next.
   */
  protected static String newTeamMark() {
    int team = TEAMS.getAndIncrement();
    return "" + MARKS.charAt(team / MARKS.length()) + MARKS.charAt(team % MARKS.length());
  }

  /** One line in a group; the bot's answer as text, several answers joined by a line feed. */
  protected String say(String group, String user, String text) {
    return texts(post(message(group, user, text)));
  }

  /** One line in private. */
  protected String sayPrivately(String user, String text) {
    Map<String, Object> message = message(null, user, text);
    message.put("private", true);
    return texts(post(message));
  }

  /** A message with whatever fields the test sets. */
  protected JsonNode post(Map<String, Object> message) {
    HttpResponse<String> response =
        send("POST", "/simulator/api/messages", JSON.writeValueAsString(message));
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /** The fields of one message; the caller may add more. */
  protected static Map<String, Object> message(String group, String user, String text) {
    Map<String, Object> message = new LinkedHashMap<>();
    if (group != null) {
      message.put("group", group);
    }
    message.put("user", user);
    message.put("name", user);
    message.put("text", text);
    return message;
  }

  /** Everything the bot posted in a group, oldest first. */
  protected List<String> posts(String group) {
    return texts("groups", group);
  }

  /**
   * Everything the bot wrote to somebody in private, oldest first; what is on its way is delivered
   * first, since answers to a line in a group go through the outbox.
   */
  protected List<String> toldPrivately(String user) {
    turnClockTo(LocalDateTime.ofInstant(clock.instant(), SHANGHAI).plusSeconds(1));
    return texts("users", user);
  }

  /** The last thing the bot wrote to somebody in private. */
  protected String lastToldPrivately(String user) {
    List<String> all = toldPrivately(user);
    return all.get(all.size() - 1);
  }

  private List<String> texts(String kind, String id) {
    List<String> texts = new ArrayList<>();
    messages(kind, id).forEach(post -> texts.add(post.path("text").asString()));
    return texts;
  }

  /** All posts of a conversation: {@code groups} or {@code users}. */
  protected JsonNode messages(String kind, String id) {
    return JSON.readTree(
        send("GET", "/simulator/api/" + kind + "/" + encoded(id) + "/messages?after=0", null)
            .body());
  }

  /** Turns the simulated clock forward through everything that falls due. */
  protected void turnClockTo(LocalDateTime shanghai) {
    HttpResponse<String> response =
        send(
            "PUT",
            "/simulator/api/clock",
            "{\"now\":\"" + shanghai.atZone(SHANGHAI).toOffsetDateTime() + "\"}");
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
  }

  /**
   * Any request to the service. Before posts are read, what is on its way is delivered: a worker
   * does that a moment later, and no test waits for moments.
   */
  protected HttpResponse<String> send(String method, String path, String body) {
    if (path.contains("/messages?after=")) {
      outbox.drain();
    }
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body));
      if (body != null) {
        request.header("Content-Type", "application/json");
      }
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String texts(JsonNode answer) {
    List<String> texts = new ArrayList<>();
    answer.path("replies").forEach(reply -> texts.add(reply.path("text").asString()));
    return String.join("\n", texts);
  }

  private static String encoded(String segment) {
    return java.net.URLEncoder.encode(segment, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
