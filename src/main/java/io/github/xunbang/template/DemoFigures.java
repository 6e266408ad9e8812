package io.github.xunbang.template;

import io.github.xunbang.metric.SubjectChange;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What the telesales and field people report, in whole hundreds of 元. Telesales find interested
 * customers, field reps sign; some are simply better, and nobody works on Sunday.
 */
final class DemoFigures {

  private static final double FORGOTTEN = 0.06;
  private static final List<String> SUMMARIES =
      List.of("两家约好明天面谈", "老客户转介绍一家", "白天电话接通率低，晚上补打", "样板间客户很满意", "报价已发，等回复");

  private DemoFigures() {}

  /** The report of that day, absent on Sundays and on the days when the person forgot. */
  static Optional<DemoDay> of(DemoPerson person, LocalDate day) {
    Random random = new Random(person.number() * 1_000_003L + day.toEpochDay() * 31);
    random.nextInt();
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY || random.nextDouble() < FORGOTTEN) {
      return Optional.empty();
    }
    // 0.7 to 1.3, the same every day: who is strong stays strong, so a board has a story.
    double talent = 0.7 + new Random(person.number() * 7_919L).nextDouble() * 0.6;
    Map<String, BigDecimal> values = values(person, random, talent);
    Map<SubjectChange.Section, String> notes =
        random.nextInt(3) == 0
            ? Map.of(SubjectChange.Section.SUMMARY, SUMMARIES.get(random.nextInt(SUMMARIES.size())))
            : Map.of();
    LocalTime saidAt = LocalTime.of(18 + random.nextInt(4), random.nextInt(60));
    return Optional.of(new DemoDay(values, Map.of(), notes, text(values, notes), saidAt));
  }

  private static Map<String, BigDecimal> values(DemoPerson person, Random random, double talent) {
    boolean telesales = TelesalesDemo.isTelesales(person);
    long leads = Math.round(talent * ((telesales ? 8 : 3) + random.nextInt(telesales ? 8 : 5)));
    long contacts =
        Math.round(talent * ((telesales ? 12 : 4) + random.nextInt(telesales ? 14 : 6)));
    int deals = deals(random, talent, telesales);
    long sales = 0;
    for (int deal = 0; deal < deals; deal++) {
      sales += 100L * (80 + random.nextInt(telesales ? 140 : 260));
    }
    long paid = deals > 0 ? sales * (4 + random.nextInt(7)) / 1000 * 100 : 0;
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    values.put("意向客户", BigDecimal.valueOf(leads));
    values.put("新客户信息", BigDecimal.valueOf(contacts));
    values.put("签单", BigDecimal.valueOf(deals));
    values.put("业绩", BigDecimal.valueOf(sales));
    values.put("回款", BigDecimal.valueOf(paid));
    return values;
  }

  private static int deals(Random random, double talent, boolean telesales) {
    double first = (telesales ? 0.35 : 0.6) * talent;
    int deals = random.nextDouble() < first ? 1 : 0;
    return deals + (deals == 1 && random.nextDouble() < first / 2 ? 1 : 0);
  }

  private static String text(
      Map<String, BigDecimal> values, Map<SubjectChange.Section, String> notes) {
    String figures =
        values.entrySet().stream()
            .map(value -> value.getKey() + value.getValue())
            .collect(Collectors.joining(" ", "日报 ", ""));
    String summary = notes.get(SubjectChange.Section.SUMMARY);
    return summary == null ? figures : figures + "\n小结：" + summary;
  }
}
