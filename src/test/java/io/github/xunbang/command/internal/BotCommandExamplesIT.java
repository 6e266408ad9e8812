package io.github.xunbang.command.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.XunbangApplication;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandDefinition.Example;
import io.github.xunbang.message.Conversation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays every example of every command file through the simulator's front door, each in a group of
 * its own. A group's first speaker is manager and administrator: 老板 speaks first, except in
 * examples {@code as: admin}. A {@code given} line {@code 李强> 意向8} is said by somebody else.
 */
@SpringBootTest(
    classes = XunbangApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "xunbang.simulator.enabled=true")
class BotCommandExamplesIT {

  private static final String DEFAULT_TIME = "2026-12-03T21:40";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String SPEAKER = "张敏";
  private static final String BOSS = "老板";
  private static final Map<Access, String> LEVELS =
      Map.of(Access.LEADER, "组长", Access.MANAGER, "经理");

  @TempDir static Path data;

  private final JsonMapper json = new JsonMapper();
  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private BusinessClock clock;

  @DynamicPropertySource
  static void ownData(DynamicPropertyRegistry properties) {
    properties.add("xunbang.data-dir", () -> data.toString());
  }

  @TestFactory
  Stream<DynamicTest> playsEveryExample() {
    return new CommandLoader(CommandFiles.read(null))
        .commands().stream().flatMap(command -> examples(command));
  }

  private Stream<DynamicTest> examples(LoadedCommand command) {
    List<Example> examples = command.definition().examples();
    return Stream.iterate(0, number -> number < examples.size(), number -> number + 1)
        .map(
            number -> {
              Example example = examples.get(number);
              String group = command.file().name().replace(".yaml", "") + "-" + number;
              return DynamicTest.dynamicTest(
                  command.file().name() + ": " + example.say(),
                  () -> play(group, command.definition(), example));
            });
  }

  private void play(String group, CommandDefinition command, Example example) {
    String at = example.at().isEmpty() ? DEFAULT_TIME : example.at();
    clock.moveTo(LocalDateTime.parse(at).atZone(ZONE).toInstant());
    prepare(group, example.as());
    example.given().forEach(line -> sayGiven(group, line));

    boolean inGroup = command.where().contains(Conversation.Kind.GROUP);
    String answer = say(group, SPEAKER, example.say(), !inGroup);

    assertThat(new ExampleReply(example.reply()).matches(answer))
        .as("%s%n expected:%n%s%n but was:%n%s", example.say(), example.reply(), answer)
        .isTrue();
  }

  /** Makes 张敏 a member of the wanted level. */
  private void prepare(String group, Access as) {
    if (as == Access.ADMIN) {
      return;
    }
    say(group, BOSS, "成员", false);
    if (LEVELS.containsKey(as)) {
      say(group, SPEAKER, "帮助", false);
      say(group, BOSS, "任命 " + SPEAKER + " " + LEVELS.get(as), false);
    }
  }

  private void sayGiven(String group, String line) {
    int other = line.indexOf("> ");
    boolean named = other > 0 && other <= 6;
    say(
        group,
        named ? line.substring(0, other) : SPEAKER,
        named ? line.substring(other + 2) : line,
        false);
  }

  /** Says one line and returns the lines of the answer. User ids are new in every group. */
  private String say(String group, String name, String text, boolean inPrivate) {
    Map<String, Object> body = new HashMap<>();
    body.put("group", group);
    body.put("user", name + "-" + group);
    body.put("name", name);
    body.put("text", text);
    body.put("private", inPrivate);
    JsonNode replies = json.readTree(post(json.writeValueAsString(body))).path("replies");
    return replies
        .valueStream()
        .map(reply -> reply.path("text").asString())
        .collect(Collectors.joining("\n"));
  }

  private String post(String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/simulator/api/messages"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
