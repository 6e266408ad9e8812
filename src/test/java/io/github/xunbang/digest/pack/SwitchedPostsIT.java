package io.github.xunbang.digest.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Summaries, boards, reports and packs when somebody switches or pauses them, when the service was
 * away, and when there is nothing to say. That they come at all is QuarterIT's.
 */
class SwitchedPostsIT extends FrontDoorTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 12, 4);
  private static final Set<String> KINDS =
      Set.of(
          "战报", "旬榜", "半月榜", "月榜", "季榜", "年榜", "周报", "月报", "季报", "年报", "例会资料", "总管会资料", "个人月单",
          "补救");
  private static final Pattern TITLE = Pattern.compile("【(\\S+?)】");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String group = newGroup();
  private final List<String> people = List.of("张敏", "李强", "王芳");

  private record Said(String at, String kind, String text) {

    String line() {
      return at + " " + kind;
    }
  }

  @Test
  void switchesAPauseAndAnOutageHoldWhatTheyShould() {
    at(FIRST.atTime(8, 0));
    tell("老板", "成员");
    people.forEach(name -> tell(name, "签单2"));
    tell("老板", "关闭 半月榜");
    assertThat(tell("老板", "设置 旬榜")).startsWith("旬榜：08:35，下次12月11日(周五)08:35");
    assertThat(tell("老板", "关闭")).contains("旬榜", "周报", "例会资料", "个人月单", "半月榜");

    // The process is away from Friday morning until the 11th: nobody turns the clock in between.
    at(LocalDateTime.of(2026, 12, 11, 12, 0));
    turnClockTo(LocalDateTime.of(2026, 12, 11, 12, 5));

    assertThat(read("groups/" + encoded(group))).extracting(Said::kind).containsExactly("旬榜");
    tell("老板", "暂停 到12月21日");
    turnClockTo(LocalDateTime.of(2026, 12, 21, 23, 0));
    assertThat(read("groups/" + encoded(group))).hasSize(1);
    tell("老板", "打开 半月榜");
    // Otherwise a team that has been silent since the 4th is left in peace.
    tell(people.get(0), "签单1");
    turnClockTo(LocalDateTime.of(2026, 12, 22, 23, 0));
    assertThat(read("groups/" + encoded(group)))
        .extracting(Said::line)
        .endsWith("2026-12-22T22:05 战报")
        .hasSize(2);
  }

  @Test
  void aTeamWithoutFiguresAndWithoutAnybodyExpectedReadsNothing() {
    at(FIRST.atTime(8, 0));
    tell("老板", "成员");

    turnClockTo(LocalDateTime.of(2027, 1, 6, 12, 0));

    assertThat(read("groups/" + encoded(group))).isEmpty();
    assertThat(read("users/" + encoded(id("老板")))).isEmpty();
  }

  private String id(String name) {
    return name + group;
  }

  private String tell(String name, String text) {
    Map<String, Object> message = message(group, id(name), text);
    message.put("name", name);
    List<String> texts = new ArrayList<>();
    post(message).path("replies").forEach(reply -> texts.add(reply.path("text").asString()));
    return String.join("\n", texts);
  }

  private List<Said> read(String conversation) {
    JsonNode all =
        JSON.readTree(
            send("GET", "/simulator/api/" + conversation + "/messages?after=0", null).body());
    List<Said> posts = new ArrayList<>();
    for (JsonNode post : all) {
      String text = post.path("text").asString();
      Matcher title = TITLE.matcher(text);
      if (title.lookingAt() && KINDS.contains(title.group(1))) {
        LocalDateTime at =
            OffsetDateTime.parse(post.path("at").asString())
                .atZoneSameInstant(SHANGHAI)
                .toLocalDateTime();
        LocalTime minute = at.toLocalTime().withSecond(0).withNano(0);
        posts.add(new Said(at.toLocalDate() + "T" + minute, title.group(1), text));
      }
    }
    return posts;
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
