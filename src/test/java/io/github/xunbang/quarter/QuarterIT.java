package io.github.xunbang.quarter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A quarter of a team of thirty, played through the front door: every post that comes by itself, in
 * both groups and in every private chat, against what {@link Expectation} says from the script
 * alone.
 */
class QuarterIT extends FrontDoorTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Script script = new Script();
  private final String mark = newTeamMark();
  private final String group = newGroup();
  private final String unitGroup = newGroup();

  /** Sequence numbers of direct answers, by conversation: what is left was posted unasked. */
  private final Map<String, Set<Long>> answers = new HashMap<>();

  @Test
  void everyPostOfTheQuarterIsExpectedAndNoneIsMissing() {
    setUp();
    play();

    List<Expectation.Post> unexpected = new ArrayList<>(posts());
    List<Expectation.Post> missing = new ArrayList<>();
    for (Expectation.Post expected : Expectation.of(script)) {
      if (!removeFirst(unexpected, expected)) {
        missing.add(expected);
      }
    }

    assertThat(told("没有发出", missing) + told("不该发出", unexpected)).isEmpty();
  }

  /** A text with … stands for any that begins, goes on and ends so. */
  private static boolean removeFirst(List<Expectation.Post> posts, Expectation.Post expected) {
    Pattern pattern =
        Pattern.compile(
            Stream.of(expected.text().split("…"))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")),
            Pattern.DOTALL);
    boolean exact = !expected.text().startsWith("【更正") && !expected.text().startsWith("【待批");
    for (int i = 0; i < posts.size(); i++) {
      Expectation.Post post = posts.get(i);
      boolean same =
          exact
              ? post.equals(expected)
              : post.at().equals(expected.at())
                  && post.where().equals(expected.where())
                  && pattern.matcher(post.text()).matches();
      if (same) {
        posts.remove(i);
        return true;
      }
    }
    return false;
  }

  private static String told(String head, List<Expectation.Post> posts) {
    return posts.stream()
        .sorted(Comparator.comparing(Expectation.Post::at))
        .map(post -> "\n-- %s %s %s\n%s".formatted(head, post.at(), post.where(), post.text()))
        .collect(Collectors.joining());
  }

  private void setUp() {
    at(Script.SET_UP);
    tell(group, Script.BOSS, "成员", "");
    for (Script.Person one : script.people) {
      if (one.since().equals(Script.FIRST)) {
        String position = one.leads() ? "主管" : "电话营销员";
        tell(group, one.name(), "我是 %s %s %s".formatted(one.name(), position, one.unit()), "已登记");
      }
    }
    script.people.stream()
        .filter(Script.Person::leads)
        .forEach(one -> tell(group, Script.BOSS, "任命 " + one.name() + " 组长", ""));
    tell(group, Script.BOSS, "设置 名称 电销" + mark, "已改好");
    tell(unitGroup, Script.BOSS, "绑定 电销" + mark, "本群已绑定");
    tell(unitGroup, Script.BOSS, "设置 本群 只看 一组", "已改好");
    tell(group, Script.BOSS, "设置 签单来源 签单", "已改好");
    tell(group, Script.BOSS, "设置 放假 2026-11-16", "已改好");
    tell(group, Script.BOSS, "设置 放假 2027-01-01", "已改好");
    tell(group, Script.BOSS, "设置 加班日 2026-12-20", "已改好");
    tell(group, Script.BOSS, "晨会 口号 每天 一起加油", "");
  }

  private void play() {
    LocalDateTime now = Script.SET_UP;
    for (Script.Line line : script.lines) {
      if (line.at().isAfter(now)) {
        now = line.at();
        turnClockTo(now);
      }
      tell(line.privately() ? null : group, line.who(), line.text(), line.answer());
    }
    turnClockTo(Script.END);
  }

  private String id(String name) {
    return name + mark;
  }

  private void tell(String where, String name, String text, String answer) {
    Map<String, Object> message = message(where, id(name), text);
    message.put("name", name);
    if (where == null) {
      message.put("private", true);
    }
    JsonNode replies = post(message).path("replies");
    Set<Long> known =
        answers.computeIfAbsent(where == null ? id(name) : where, none -> new HashSet<>());
    List<String> texts = new ArrayList<>();
    for (JsonNode reply : replies) {
      known.add(reply.path("seq").asLong());
      texts.add(reply.path("text").asString());
    }
    assertThat(String.join("\n", texts)).as("%s: %s", name, text).contains(answer);
  }

  /** What was posted unasked, everywhere. */
  private List<Expectation.Post> posts() {
    List<Expectation.Post> posts = new ArrayList<>();
    posts.addAll(read("groups/", group, "大群"));
    posts.addAll(read("groups/", unitGroup, "一组群"));
    script.names().forEach(name -> posts.addAll(read("users/", id(name), name)));
    return posts;
  }

  private List<Expectation.Post> read(String kind, String conversation, String where) {
    String path = URLEncoder.encode(conversation, StandardCharsets.UTF_8).replace("+", "%20");
    JsonNode all =
        JSON.readTree(
            send("GET", "/simulator/api/" + kind + path + "/messages?after=0", null).body());
    Set<Long> known = answers.getOrDefault(conversation, Set.of());
    List<Expectation.Post> posts = new ArrayList<>();
    for (JsonNode post : all) {
      if (!known.contains(post.path("seq").asLong())) {
        LocalDateTime at =
            OffsetDateTime.parse(post.path("at").asString())
                .atZoneSameInstant(SHANGHAI)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES);
        posts.add(new Expectation.Post(at, where, post.path("text").asString()));
      }
    }
    return posts;
  }
}
