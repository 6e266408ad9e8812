package io.github.xunbang.incentive.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.register.ProbationBook.Span;
import io.github.xunbang.incentive.register.ScoreSheet.Assessor;
import io.github.xunbang.incentive.register.ScoreSheet.Panel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arithmetic of scores and the days of probations. */
class RegistersTest {

  private static final LocalDate END = LocalDate.of(2026, 12, 31);
  private static final Panel PANEL =
      new Panel(LocalDate.of(2026, 10, 1), List.of(assessor("a", "60"), assessor("b", "40")));
  private static final ScoreSheet SHEET =
      new ScoreSheet("季度考核", PeriodType.QUARTER, List.of(PANEL));

  @Test
  void weighsTheNewestMarkOfEachAssessor() {
    List<Mark> marks = List.of(mark("a", "50"), mark("b", "70"), mark("a", "85.5"));

    assertThat(SHEET.score(marks, END)).contains(new BigDecimal("79.3"));
  }

  @Test
  void lettingAMissingAssessorOutTheOthersMakeUpTheWhole() {
    assertThat(SHEET.score(List.of(mark("b", "70")), END)).contains(new BigDecimal("70"));
    assertThat(SHEET.score(List.of(mark("stranger", "70")), END)).isEmpty();
  }

  @Test
  void anOldPeriodKeepsThePanelOfItsTime() {
    Panel later = new Panel(LocalDate.of(2027, 1, 1), List.of(assessor("c", "100")));
    List<Mark> marks = List.of(mark("a", "90"), mark("c", "10"));

    ScoreSheet changed = SHEET.with(later);

    assertThat(changed.score(marks, END)).contains(new BigDecimal("90"));
    assertThat(changed.score(marks, END.plusMonths(3))).contains(new BigDecimal("10"));
    assertThat(changed.score(marks, LocalDate.of(2026, 9, 30))).contains(new BigDecimal("90"));
  }

  @Test
  void thirdsHaveFourDecimals() {
    Panel three =
        new Panel(END, List.of(assessor("a", "1"), assessor("b", "1"), assessor("c", "1")));
    List<Mark> marks = List.of(mark("a", "80"), mark("b", "80"), mark("c", "81"));

    assertThat(SHEET.with(three).score(marks, END)).contains(new BigDecimal("80.3333"));
  }

  @Test
  void confirmingKeepsTheDaysBehind() {
    ProbationBook book =
        ProbationBook.EMPTY
            .with(span("m1", "2026-12-01", "2027-02-28"))
            .with(span("m2", "2026-12-01", "2027-02-28"));

    ProbationBook confirmed = book.endedBefore("m1", LocalDate.of(2027, 1, 15));

    assertThat(confirmed.on(LocalDate.of(2027, 1, 14))).containsExactlyInAnyOrder("m1", "m2");
    assertThat(confirmed.on(LocalDate.of(2027, 1, 15))).containsExactly("m2");
  }

  @Test
  void aNewProbationReplacesWhatItOverlapsOnly() {
    ProbationBook book =
        ProbationBook.EMPTY
            .with(span("m1", "2025-01-01", "2025-03-31"))
            .with(span("m1", "2026-12-01", "2027-02-28"))
            .with(span("m1", "2026-12-15", "2026-12-31"));

    assertThat(book.spans())
        .containsExactly(
            span("m1", "2025-01-01", "2025-03-31"), span("m1", "2026-12-15", "2026-12-31"));
  }

  private static Assessor assessor(String id, String weight) {
    return new Assessor(id, new BigDecimal(weight));
  }

  private static Mark mark(String assessor, String points) {
    return new Mark(assessor, new BigDecimal(points), Instant.EPOCH, assessor + points);
  }

  private static Span span(String member, String first, String last) {
    return new Span(member, LocalDate.parse(first), LocalDate.parse(last));
  }
}
