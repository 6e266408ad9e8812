package io.github.xunbang.report.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.Metric;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for any text: exact, all or nothing, never an exception, never slow. */
class GrammarPropertyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);

  private final ReportGrammar grammar = new ReportGrammar(BusinessDay.DEFAULT);
  private final Random random = new Random(20261203);

  @Test
  void readsBackTheLinesItPrints() {
    for (int i = 0; i < 5000; i++) {
      LocalDate day = TODAY.minusDays(random.nextInt(60));
      List<Figure> figures = new ArrayList<>();
      for (Metric metric : someMetrics()) {
        Figure.Operation operation = Figure.Operation.values()[random.nextInt(3)];
        figures.add(new Figure(metric.id(), operation, value(metric), "", 0));
      }
      Block block = new Block(day, true, figures, List.of(), Map.of());

      String printed = ReportText.line(block, Team.LEXICON);

      ParsedReport read = parse(printed);
      assertThat(Readable.of(read)).as(printed).isEqualTo(Readable.block(block));
    }
  }

  @Test
  void readsFiguresInAnyNotationAndOrder() {
    for (int i = 0; i < 6_000; i++) {
      Map<String, BigDecimal> built = new TreeMap<>();
      List<String> parts = new ArrayList<>();
      for (Metric metric : someMetrics()) {
        BigDecimal value = value(metric);
        built.put(metric.id(), value);
        parts.add(notation(metric, value));
      }
      LocalDate day = random.nextBoolean() ? TODAY : TODAY.minusDays(random.nextInt(40));
      String line = opening(day) + String.join(separator(), parts) + ending();

      ParsedReport read = parse(line);

      assertThat(read.problems()).as(line).isEmpty();
      assertThat(read.blocks()).as(line).hasSize(1);
      assertThat(read.blocks().get(0).date()).as(line).isEqualTo(day);
      assertThat(values(read)).as(line).isEqualTo(plain(built));
    }
  }

  @Test
  void storesNothingWhenAnyNumberIsUnknown() {
    String[] strangers = {
      "3家小区", "小区3家", "拜访5", "打电话80个", "8", "新客三个", "预计回款3万", "李姐签单2", "退签单1", "团队业绩50万",
      "未回款3万", "意向十来个", "业绩大概3万", "回款3-5万", "6楼", "三十二", "A12", "新客户几个", "签单 很多", "5.8万"
    };
    for (int i = 0; i < 5000; i++) {
      List<String> parts = new ArrayList<>();
      for (Metric metric : someMetrics()) {
        parts.add(metric.name() + NumberText.plain(value(metric).add(BigDecimal.valueOf(100))));
      }
      parts.add(random.nextInt(parts.size() + 1), strangers[random.nextInt(strangers.length)]);
      String line = String.join(random.nextBoolean() ? "，" : "\n", parts);

      assertThat(parse(line).problems()).as(line).isNotEmpty();
    }
  }

  @Test
  void everyRepairSettlesItsProblem() {
    String[] parts = {
      "意向5",
      "3家小区",
      "业绩3.5",
      "回款2",
      "签单",
      "签单2",
      "意向7",
      "成交一单2.3万",
      "一向8",
      "8",
      "周四(12.2)",
      "昨天",
      "新客户3",
      "预计回款3万",
      "今天",
      "累死了",
      "小结：见了3家"
    };
    for (int i = 0; i < 6_000; i++) {
      StringBuilder line = new StringBuilder();
      for (int n = 1 + random.nextInt(5); n > 0; n--) {
        line.append(parts[random.nextInt(parts.length)]).append(separator());
      }
      ParsedReport read = parse(line.toString());
      if (read.problems().size() == 1) {
        for (Repair repair : read.problems().get(0).repairs()) {
          if (!repair.text().startsWith("请假")) {
            assertThat(parse(repair.text()).problems())
                .as(line + " → " + repair)
                .noneMatch(problem -> problem.kind() == read.problems().get(0).kind());
          }
        }
      }
    }
  }

  @Test
  void neverThrowsOnMutatedLines() {
    List<ReportLinesTest.Line> lines = ReportLinesTest.lines().toList();
    ProxyReportParser proxy = new ProxyReportParser(grammar);
    CorrectionParser correction = new CorrectionParser(grammar);
    for (int i = 0; i < 6_000; i++) {
      String text = mutated(lines.get(random.nextInt(lines.size())).message(), lines);

      parse(text);
      grammar.claims(text, true, Team.LEXICON, Team.EVENING);
      proxy.parse(text, Team.LEXICON, Team.EVENING);
      proxy.claims(text, Team.LEXICON);
      correction.parse(text, false, Team.LEXICON, Team.EVENING);
    }
  }

  @Test
  void neverThrowsOnGarbage() {
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(60); n > 0; n--) {
        text.append((char) random.nextInt(0x10000));
      }

      parse(text.toString());
      new ProxyReportParser(grammar).parse(text.toString(), Team.LEXICON, Team.EVENING);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "意向",
        "意向12 ",
        "(",
        "[",
        "1",
        " ",
        "1意向",
        "小结：",
        "12.3 ",
        "意向:",
        "1.\n",
        "一",
        "三万",
        "3-",
        "明日",
        "@",
        "累计",
        "昨天",
        "\n",
        "李强 ",
        "没",
        "本月",
        "，",
        "十",
        "1,111",
        "2单",
        "不是2",
        "\t",
        "。1、",
        "-",
        "意向5小结：a "
      })
  void readsTheLongestAcceptedMessageAtOnce(String piece) {
    // Longer messages never get here: the road in refuses them (TextCleaner and IncomingText).
    String text = piece.repeat(20_000 / piece.length());
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      // CPU time: the machine that runs this may be busy with other things.
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      parse(text);
      best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }

    assertThat(best / 1_000_000).as("milliseconds for " + piece).isLessThan(1_000);
  }

  private ParsedReport parse(String text) {
    return grammar.parse(text, false, Team.LEXICON, Team.EVENING);
  }

  private List<Metric> someMetrics() {
    List<Metric> metrics = new ArrayList<>(Team.METRICS);
    Collections.shuffle(metrics, random);
    return metrics.subList(0, 1 + random.nextInt(metrics.size()));
  }

  private BigDecimal value(Metric metric) {
    return metric.kind() == Metric.Kind.AMOUNT
        ? BigDecimal.valueOf(random.nextInt(3_000_000), random.nextInt(3))
        : BigDecimal.valueOf(random.nextInt(60) * 5L, random.nextInt(2));
  }

  private String notation(Metric metric, BigDecimal value) {
    String word = random.nextBoolean() ? metric.name() : metric.aliases().get(0);
    boolean amount = metric.kind() == Metric.Kind.AMOUNT;
    if (value.signum() == 0 && random.nextBoolean()) {
      return word + List.of("无", "没有", "0", "零", "：无").get(random.nextInt(5));
    }
    String number = amount ? money(value) : NumberText.plain(value);
    String unit = amount ? "" : random.nextBoolean() ? metric.unit() : "";
    return switch (random.nextInt(6)) {
      case 0 -> word + "：" + number + unit;
      case 1 -> word + " " + number + unit;
      case 2 -> word + "=" + number + unit;
      case 3 -> word + "是" + number + unit;
      default -> word + number + unit;
    };
  }

  private String money(BigDecimal value) {
    return switch (random.nextInt(4)) {
      case 0 -> NumberText.plain(value) + "元";
      case 1 -> "¥" + NumberText.plain(value);
      case 2 -> NumberText.plain(value.movePointLeft(4)) + (random.nextBoolean() ? "万" : "w");
      default -> String.format(java.util.Locale.ROOT, "%,.2f元", value);
    };
  }

  private String opening(LocalDate day) {
    String date =
        switch (random.nextInt(4)) {
          case 0 -> DateText.day(day) + " ";
          case 1 -> day.getMonthValue() + "." + day.getDayOfMonth() + "日报 ";
          case 2 -> day + "\n";
          default -> "日期：" + DateText.shortDay(day) + "\n";
        };
    return day.equals(TODAY) && random.nextBoolean() ? "日报 " : date;
  }

  private String separator() {
    return List.of("，", " ", "\n", "；", "、", ", ", "。").get(random.nextInt(7));
  }

  private String ending() {
    return List.of("", "。", " 😂累死了", "\n小结：见了3家，明天5家", " @张经理", "（王姐3万）", "！")
        .get(random.nextInt(7));
  }

  private String mutated(String line, List<ReportLinesTest.Line> lines) {
    StringBuilder text = new StringBuilder(line);
    for (int n = 1 + random.nextInt(4); n > 0 && !text.isEmpty(); n--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, (char) random.nextInt(0x10000));
        case 2 -> text.insert(at, lines.get(random.nextInt(lines.size())).message());
        default -> text.setCharAt(at, "0一-，\n(@:万单.".charAt(random.nextInt(11)));
      }
    }
    return text.toString();
  }

  private static Map<String, BigDecimal> values(ParsedReport report) {
    Map<String, BigDecimal> values = new TreeMap<>();
    report.blocks().get(0).figures().forEach(f -> values.put(f.metricId(), f.value()));
    return plain(values);
  }

  private static Map<String, BigDecimal> plain(Map<String, BigDecimal> values) {
    Map<String, BigDecimal> plain = new TreeMap<>();
    values.forEach((id, value) -> plain.put(id, new BigDecimal(NumberText.plain(value))));
    return plain;
  }
}
