package io.github.xunbang.quarter;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A stretch of days with a name, as boards and reports have them. */
record Span(Kind kind, LocalDate first, LocalDate last) {

  enum Kind {
    XUN("旬榜", "本旬", "本旬"),
    HALF("半月榜", "本半月", "本半月"),
    MONTH("月榜", "本月", "本月"),
    QUARTER("季榜", "本季", "本季度"),
    YEAR("年榜", "本年", "本年"),
    WEEK("周报", "本周", "本周");

    final String board;
    final String running;
    final String closing;

    Kind(String board, String running, String closing) {
      this.board = board;
      this.running = running;
      this.closing = closing;
    }
  }

  /** What freezes the morning after {@code last}, shortest first. */
  static List<Span> endingOn(LocalDate last) {
    List<Span> spans = new ArrayList<>();
    for (Kind kind : List.of(Kind.XUN, Kind.HALF, Kind.MONTH, Kind.QUARTER, Kind.YEAR)) {
      Span span = of(kind, last);
      if (span.last().equals(last)) {
        spans.add(span);
      }
    }
    return spans;
  }

  static Span of(Kind kind, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    int date = day.getDayOfMonth();
    LocalDate end = month.atEndOfMonth();
    return switch (kind) {
      case XUN ->
          date <= 10
              ? new Span(kind, month.atDay(1), month.atDay(10))
              : date <= 20
                  ? new Span(kind, month.atDay(11), month.atDay(20))
                  : new Span(kind, month.atDay(21), end);
      case HALF ->
          date <= 15
              ? new Span(kind, month.atDay(1), month.atDay(15))
              : new Span(kind, month.atDay(16), end);
      case MONTH -> new Span(kind, month.atDay(1), end);
      case QUARTER -> {
        YearMonth start = month.minusMonths((month.getMonthValue() - 1) % 3);
        yield new Span(kind, start.atDay(1), start.plusMonths(2).atEndOfMonth());
      }
      case YEAR -> new Span(kind, day.withDayOfYear(1), LocalDate.of(day.getYear(), 12, 31));
      case WEEK -> {
        LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        yield new Span(kind, monday, monday.plusDays(6));
      }
    };
  }

  Span next() {
    return of(kind, last.plusDays(1));
  }

  Span previous() {
    return of(kind, first.minusDays(1));
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  String label() {
    String month = first.getYear() + "年" + first.getMonthValue() + "月";
    int date = first.getDayOfMonth();
    return switch (kind) {
      case XUN -> month + (date == 1 ? "上旬" : date == 11 ? "中旬" : "下旬");
      case HALF -> month + (date == 1 ? "上半月" : "下半月");
      case MONTH -> month;
      case QUARTER -> first.getYear() + "年第" + (first.getMonthValue() + 2) / 3 + "季度";
      case YEAR -> first.getYear() + "年";
      case WEEK -> Tally.shortDay(first) + "-" + Tally.shortDay(last);
    };
  }
}
