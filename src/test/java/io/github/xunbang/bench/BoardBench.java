package io.github.xunbang.bench;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.SubjectChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The sums of 2,000 members over a month with one and with three years of history. */
class BoardBench extends FrontDoorTest {

  private static final int MEMBERS = 2_000;

  @Autowired private Ledger ledger;
  @Autowired private MongoTemplate mongo;

  @Test
  void boardOfTwoThousandMembers() throws Exception {
    List<String> members = IntStream.rangeClosed(1, MEMBERS).mapToObj(i -> "m" + i).toList();
    Period month = Period.containing(PeriodType.MONTH, LocalDate.of(2026, 12, 3));
    fill(YearMonth.of(2026, 1), 12);
    Measured oneYear = board("board, 1 year of history", members, month);
    fill(YearMonth.of(2024, 1), 24);
    Measured threeYears = board("board, 3 years of history", members, month);
    System.out.println(oneYear + "\n" + threeYears);
    System.out.printf(
        "BOARD of %d members over a month: p50 %.0f ms (aim <= 150); three years to one: %.2f%n",
        MEMBERS, oneYear.millis(0.5), threeYears.millis(0.5) / oneYear.millis(0.5));
  }

  private Measured board(String name, List<String> members, Period month) throws Exception {
    Measured.closedLoop("warm-up", 1, 0, 10, i -> ledger.figures("board", members, month));
    return Measured.closedLoop(
        name,
        1,
        0,
        20,
        i -> {
          if (ledger.figures("board", members, month).size() != MEMBERS) {
            throw new IllegalStateException("Members are missing");
          }
        });
  }

  /**
   * Posts one member's month through the ledger and copies the stored document for everybody else.
   */
  private void fill(YearMonth first, int months) {
    for (int i = 0; i < months; i++) {
      YearMonth month = first.plusMonths(i);
      month.atDay(1).datesUntil(month.atDay(23)).forEach(this::postModel);
      Document model =
          mongo.getCollection("ledger").find(new Document("_id", "board|model|" + month)).first();
      List<Document> copies = new ArrayList<>();
      for (int member = 1; member <= MEMBERS; member++) {
        Document copy = new Document(model);
        copy.put("_id", "board|m" + member + "|" + month);
        copies.add(copy);
      }
      mongo.getCollection("ledger").insertMany(copies);
    }
  }

  private void postModel(LocalDate day) {
    List<FigureChange> figures =
        List.of(
            new FigureChange("yixiang", FigureChange.Operation.SET, BigDecimal.TEN),
            new FigureChange("qiandan", FigureChange.Operation.SET, BigDecimal.ONE),
            new FigureChange("huikuan", FigureChange.Operation.SET, new BigDecimal("35000")));
    ledger.post(
        new Posting(
            "board",
            "bench|" + day,
            "model",
            Instant.parse(day + "T13:40:00Z"),
            "日报 意向10 签单1 回款3.5万",
            LedgerEntry.Reason.REPORT,
            List.of(new SubjectChange("model", day, figures, Map.of()))),
        PostingCheck.NONE);
  }
}
