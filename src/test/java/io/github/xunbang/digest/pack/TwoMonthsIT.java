package io.github.xunbang.digest.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two months of a small team, New Year included: every summary, board, report and pack with its day
 * and minute, against rules written down here by hand, and its numbers against plain loops.
 */
class TwoMonthsIT extends FrontDoorTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 12, 4);
  private static final LocalDate LAST = LocalDate.of(2027, 2, 2);
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
  private static final Set<String> KINDS =
      Set.of(
          "战报", "旬榜", "半月榜", "月榜", "季榜", "年榜", "周报", "月报", "季报", "年报", "例会资料", "总管会资料", "个人月单",
          "补救");
  private static final Pattern TITLE = Pattern.compile("【(\\S+?)】");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String group = newGroup();
  private final List<String> people = List.of("张敏", "李强", "王芳");

  /** What each person signed on each day, as said. */
  private final Map<LocalDate, Map<String, Integer>> said = new TreeMap<>();

  private record Said(String at, String kind, String text) {

    String line() {
      return at + " " + kind;
    }
  }

  @Test
  void everyPostComesOnItsDayAtItsMinuteOnceWithTheRightNumbers() {
    at(FIRST.atTime(8, 0));
    tell("老板", "设置 放假 2027-01-01");
    tell("老板", "设置 总管会 2");
    people.forEach(name -> tell(name, "成员"));
    tell("老板", "目标 王芳 签单 本月 60");

    playUntil(LAST);

    List<Said> read = read("groups/" + encoded(group));
    assertThat(read).extracting(Said::line).containsExactlyInAnyOrderElementsOf(expected());
    assertThat(String.join("\n", read.stream().map(Said::text).toList()))
        .doesNotContain("倒数", "垫底", "末位", "落后线", "客户都回老家");
    checkSummaries(read);
    checkReports(read);
    checkPrivatePosts();
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

  /** 王芳 never reports on Wednesdays; values follow no pattern that a mistake could hit. */
  private void playUntil(LocalDate last) {
    for (LocalDate day = FIRST; day.isBefore(last); day = day.plusDays(1)) {
      turnClockTo(day.atTime(18, 0));
      for (String name : works(day) ? people : List.<String>of()) {
        int deals = (day.getDayOfMonth() * 7 + people.indexOf(name) * 5) % 6;
        if (!name.equals("王芳") || day.getDayOfWeek() != DayOfWeek.WEDNESDAY) {
          tell(name, "签单" + deals);
          said.computeIfAbsent(day, none -> new LinkedHashMap<>()).put(name, deals);
        }
      }
      if (day.equals(LocalDate.of(2027, 1, 5))) {
        assertThat(sayPrivately("王芳", "补救 原因 客户都回老家 计划 每天多打20个电话"))
            .isEqualTo("已记下 王芳 的原因和计划，下次例会一起看进展，加油！");
      }
    }
    turnClockTo(last.atTime(12, 0));
  }

  private static List<String> expected() {
    List<String> lines = new ArrayList<>();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      int date = day.getDayOfMonth();
      if (works(day) && day.isBefore(LAST)) {
        lines.add(day + "T22:05 战报");
      }
      // No Monday of these weeks is off.
      if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
        lines.add(day + "T08:35 周报");
      }
      if (date == 1 || date == 11 || date == 21) {
        lines.add(day + "T08:35 旬榜");
      }
      if (date == 1 || date == 16) {
        lines.add(day + "T08:35 半月榜");
        lines.add(day + "T08:45 例会资料");
      }
      if (date == 1) {
        lines.add(day + "T08:35 月榜");
        lines.add(day + "T08:41 月报");
      }
      if (day.equals(NEW_YEAR)) {
        lines.addAll(
            List.of(day + "T08:35 季榜", day + "T08:35 年榜", day + "T08:42 季报", day + "T08:43 年报"));
      }
    }
    return lines;
  }

  private void checkSummaries(List<Said> read) {
    for (Said summary : read.stream().filter(one -> one.kind().equals("战报")).toList()) {
      LocalDate day = LocalDate.parse(summary.at().substring(0, 10));
      int sum = sum(day, day, null);
      assertThat(summary.text()).as(summary.at()).contains("合计：签单 " + sum + "单");
      assertThat(summary.text().contains("还有1人没报"))
          .as(summary.text())
          .isEqualTo(day.getDayOfWeek() == DayOfWeek.WEDNESDAY);
      Matcher streak = Pattern.compile("(张敏|李强|王芳) 签单连续(\\d+)天").matcher(summary.text());
      while (streak.find()) {
        assertThat(Integer.parseInt(streak.group(2))).isEqualTo(streak(streak.group(1), day));
      }
    }
    assertThat(read).anyMatch(one -> one.text().contains("签单连续"));
  }

  private void checkReports(List<Said> read) {
    for (Said week : read.stream().filter(one -> one.kind().equals("周报")).toList()) {
      LocalDate monday = LocalDate.parse(week.at().substring(0, 10));
      int now = sum(monday.minusDays(7), monday.minusDays(1), null);
      assertThat(week.text()).as(week.at()).contains("\n签单 " + now + "单");
    }
    int december = sum(FIRST, LocalDate.of(2026, 12, 31), null);
    int january = sum(NEW_YEAR, LocalDate.of(2027, 1, 31), null);
    int change = january - december;
    String compared = change == 0 ? "持平" : (change > 0 ? "+" + change + "单" : "-" + -change + "单");
    assertThat(text(read, "2027-01-01T08:41 月报")).contains("\n签单 " + december + "单\n");
    assertThat(text(read, "2027-02-01T08:41 月报"))
        .contains("\n签单 " + january + "单（" + compared + "）");
    assertThat(text(read, "2027-01-01T08:42 季报")).contains("签单 " + december + "单");
    assertThat(text(read, "2027-01-01T08:43 年报")).startsWith("【年报】2026年\n");
    assertThat(text(read, "2027-01-16T08:45 例会资料"))
        .contains("议程：1 上半月进度", "签单 " + sum(NEW_YEAR, LocalDate.of(2027, 1, 15), null) + "单");
  }

  private void checkPrivatePosts() {
    LocalDate end = LocalDate.of(2026, 12, 31);
    int wang = sum(FIRST, end, "王芳");
    List<Said> own = read("users/" + encoded(id("王芳")));
    assertThat(own)
        .extracting(Said::line)
        // Half of December was under the line too: asked, and reminded once on the third workday.
        .containsExactly(
            "2026-12-16T09:25 补救",
            "2026-12-18T09:25 补救",
            "2027-01-01T09:15 个人月单",
            "2027-01-04T09:25 补救",
            "2027-02-01T09:15 个人月单");
    assertThat(own.get(2).text()).contains("签单 " + wang + "/60单 ", "第3名（共3人）");
    assertThat(own.get(3).text()).contains("你：签单 " + wang + "/60单", "补救 原因");
    assertThat(read("users/" + encoded(id("张敏"))))
        .extracting(Said::kind)
        .containsExactly("个人月单", "个人月单");

    List<Said> boss = read("users/" + encoded(id("老板")));
    assertThat(boss)
        .extracting(Said::line)
        .containsExactly(
            "2026-12-16T08:45 例会资料",
            "2027-01-01T08:41 月报",
            "2027-01-01T08:45 例会资料",
            "2027-01-04T08:45 总管会资料",
            "2027-01-16T08:45 例会资料",
            "2027-02-01T08:41 月报",
            "2027-02-01T08:45 例会资料",
            "2027-02-02T08:45 总管会资料");
    assertThat(boss.get(1).text()).contains("■ 落后线以下\n王芳 签单 " + wang + "/60单");
    int since = sum(NEW_YEAR, LocalDate.of(2027, 1, 15), "王芳");
    assertThat(boss.get(4).text()).contains("之后" + since + "单；原因：客户都回老家；计划：每天多打20个电话");
  }

  private static String text(List<Said> read, String line) {
    return read.stream().filter(one -> one.line().equals(line)).findFirst().orElseThrow().text();
  }

  private int sum(LocalDate first, LocalDate last, String name) {
    int sum = 0;
    for (Map.Entry<LocalDate, Map<String, Integer>> day : said.entrySet()) {
      if (!day.getKey().isBefore(first) && !day.getKey().isAfter(last)) {
        for (Map.Entry<String, Integer> one : day.getValue().entrySet()) {
          sum += name == null || name.equals(one.getKey()) ? one.getValue() : 0;
        }
      }
    }
    return sum;
  }

  private int streak(String name, LocalDate until) {
    int length = 0;
    for (LocalDate day = until; !day.isBefore(FIRST); day = day.minusDays(1)) {
      if (works(day)) {
        if (said.getOrDefault(day, Map.of()).getOrDefault(name, 0) == 0) {
          return length;
        }
        length++;
      }
    }
    return length;
  }

  private static boolean works(LocalDate day) {
    return day.getDayOfWeek().getValue() <= 5 && !day.equals(NEW_YEAR);
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

  @Override
  protected String sayPrivately(String name, String text) {
    return super.sayPrivately(id(name), text);
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
