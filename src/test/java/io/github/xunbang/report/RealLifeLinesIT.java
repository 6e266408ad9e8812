package io.github.xunbang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The customer's real-life lines through the front door: what each stores, to the last figure, or
 * that it stores nothing and what answering its question stores then.
 */
class RealLifeLinesIT extends FrontDoorTest {

  @Autowired private OrganizationService organizations;
  @Autowired private Ledger ledger;

  /** One row of {@code lines.tsv}; ⏎ is a line feed and ⇥ a tab. */
  record Row(String number, String kind, String at, String given, String message, String expected) {

    static Row of(String line) {
      String[] cells = line.split("\t", -1);
      return new Row(cells[0], cells[1], cells[2], cells[3], typed(cells[4]), cells[5]);
    }

    private static String typed(String marked) {
      return marked.replace('⏎', '\n').replace('⇥', '\t');
    }

    boolean storesFigures() {
      return !kind.equals("undo") && !kind.equals("query") && !kind.equals("answer");
    }

    String subject() {
      return kind.equals("stores") ? "车娟" : "张敏";
    }

    String speaker() {
      return switch (kind) {
        case "proxy" -> "老板";
        case "stores" -> "车娟";
        default -> "张敏";
      };
    }

    @Override
    public String toString() {
      return number + ": " + message;
    }
  }

  static Stream<Row> rows() throws IOException {
    try (var table = RealLifeLinesIT.class.getResourceAsStream("/lines.tsv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines().skip(1).map(Row::of).filter(Row::storesFigures).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void storesExactlyWhatTheLineMeans(Row row) {
    if (!row.expected().startsWith("ask ")) {
      String group = team(row);
      Map<String, String> expected = expected(row.expected(), row.subject(), stored(group));

      String answer = say(row, group);

      assertThat(stored(group)).as(answer).isEqualTo(expected);
      return;
    }
    String[] options = row.expected().split(" \\| ");
    String asked = team(row);
    assertThat(say(row, asked)).isNotBlank();
    assertThat(stored(asked)).as("nothing before the answer").isEmpty();
    for (int option = 1; option < options.length; option++) {
      String group = team(row);
      say(row, group);

      String answer = say(group, "张敏", "" + option);

      assertThat(stored(group))
          .as(answer)
          .isEqualTo(expected(options[option], row.subject(), Map.of()));
    }
  }

  private String team(Row row) {
    at(LocalDateTime.parse(row.at()));
    String group = newGroup();
    say(group, "老板", "成员");
    say(group, "李强", "成员");
    if (row.kind().equals("deals")) {
      dealsCountOnSigning(row, group);
    }
    say(group, "张敏", row.given().isEmpty() ? "成员" : row.given());
    if (row.kind().equals("stores")) {
      say(group, "车娟", "成员");
      Stores.give(organizations, group, "车娟", "五店", "八店", "二十五店");
    }
    return group;
  }

  /** 签单 is of source DEALS since the day before. */
  private void dealsCountOnSigning(Row row, String group) {
    at(LocalDateTime.parse(row.at()).minusDays(1));
    say(group, "老板", "设置 签单来源 签单");
    say(group, "老板", "设置 计入 签单");
    at(LocalDateTime.parse(row.at()));
  }

  @Test
  void line31NamesTheDifferenceAndKeepsWhatTheDealWrote() throws IOException {
    Row row = rows().filter(one -> one.kind().equals("deals")).findFirst().orElseThrow();
    String group = team(row);
    assertThat(stored(group)).containsEntry("张敏 2026-12-03 qiandan", "1");

    String answer = say(row, group);

    assertThat(answer).contains("意向客户12 签单1", "签单写2，台账1：补发 签单 客户 金额");
    assertThat(stored(group)).containsEntry("张敏 2026-12-03 qiandan", "1");
  }

  private String say(Row row, String group) {
    Map<String, Object> message = message(group, row.speaker(), row.message());
    if (row.kind().equals("voice")) {
      message.put("voice", true);
    }
    return post(message).path("replies").path(0).path("text").asString();
  }

  /** {@code 张敏 12-03 yixiang} to number, for everything that stands in the ledger. */
  private Map<String, String> stored(String group) {
    Organization organization =
        organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
    Map<String, String> all = new TreeMap<>();
    for (Member member : organization.members()) {
      ledger
          .month(organization.id(), member.id(), YearMonth.of(2026, 12))
          .ifPresent(month -> month.days().values().forEach(day -> put(all, member.name(), day)));
    }
    for (Unit unit : organization.units().all()) {
      ledger
          .month(organization.id(), unit.id(), YearMonth.of(2026, 12))
          .ifPresent(month -> month.days().values().forEach(day -> put(all, unit.name(), day)));
    }
    return all;
  }

  private static void put(Map<String, String> all, String name, DaySheet day) {
    day.values().forEach((metric, value) -> all.put(key(name, day.day(), metric), plain(value)));
  }

  /**
   * Reads {@code 12-03: yixiang=12 qiandan+=2 ; 李强 12-03: …}; check values and texts store no
   * figure.
   */
  private static Map<String, String> expected(
      String column, String speaker, Map<String, String> before) {
    Map<String, String> all = new TreeMap<>(before);
    for (String block : column.split(" ; ")) {
      String[] parts = block.split(": ", 2);
      String[] head = parts[0].strip().split(" ");
      String name = head.length == 2 ? head[0] : speaker;
      LocalDate day = LocalDate.parse("2026-" + head[head.length - 1]);
      for (String figure : parts[1].strip().split(" ")) {
        if (figure.matches("[a-z]+\\+?=[0-9.]+")) {
          String metric = figure.replaceAll("\\+?=.*", "");
          BigDecimal value = new BigDecimal(figure.replaceAll(".*=", ""));
          String key = key(name, day, metric);
          BigDecimal base =
              figure.contains("+=")
                  ? new BigDecimal(before.getOrDefault(key, "0"))
                  : BigDecimal.ZERO;
          all.put(key, plain(base.add(value)));
        }
      }
    }
    return all;
  }

  private static String key(String name, LocalDate day, String metric) {
    return name + " " + day + " " + metric;
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
