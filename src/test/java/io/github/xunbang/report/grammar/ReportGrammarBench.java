package io.github.xunbang.report.grammar;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How many report lines one processor reads in a second. */
class ReportGrammarBench {

  private static final List<String> LINES =
      List.of(
          "日报 意向12 签单2 回款3.5万",
          "今日业绩3.5W，意向8个，2单累死了",
          "业绩(万)：3.5\n意向(个)：12\n小结：拜访五店，样板间已谈\n明日：八店培训",
          "昨天意向10签单1，今天意向12");

  @Test
  void linesPerSecond() {
    ReportGrammar grammar = new ReportGrammar(io.github.xunbang.calendar.BusinessDay.DEFAULT);
    int read = 0;
    double perSecond = 0;
    for (int round = 1; round <= 4; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < 40_000; i++) {
        read +=
            grammar
                .parse(LINES.get(i % LINES.size()), false, Team.LEXICON, Team.EVENING)
                .blocks()
                .size();
      }
      perSecond = 40_000 / ((System.nanoTime() - start) / 1e9);
    }
    System.out.printf("PARSER: %.0f lines/s on one thread (%d blocks read)%n", perSecond, read);
  }
}
