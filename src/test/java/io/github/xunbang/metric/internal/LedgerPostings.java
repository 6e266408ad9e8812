package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.FigureChange.Operation;
import io.github.xunbang.metric.LedgerEntry.Reason;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.SubjectChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Postings with defaults. */
final class LedgerPostings {

  static final String ORG = "o1";
  static final Instant AT = Instant.parse("2026-12-03T12:00:00Z");

  private LedgerPostings() {}

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static Posting posting(String key, SubjectChange... changes) {
    return postingAt(AT, key, changes);
  }

  static Posting postingAt(Instant at, String key, SubjectChange... changes) {
    return new Posting(ORG, key, "m1", at, "日报 " + key, Reason.REPORT, List.of(changes));
  }

  static SubjectChange change(String subject, String day, FigureChange... figures) {
    return new SubjectChange(subject, day(day), List.of(figures), Map.of());
  }

  static FigureChange set(String metric, String value) {
    return new FigureChange(metric, Operation.SET, new BigDecimal(value));
  }

  static FigureChange add(String metric, String value) {
    return new FigureChange(metric, Operation.ADD, new BigDecimal(value));
  }

  static FigureChange clear(String metric) {
    return new FigureChange(metric, Operation.CLEAR, BigDecimal.ZERO);
  }

  /** What a deal writes. */
  static Posting credit(String key, SubjectChange... changes) {
    return new Posting(ORG, key, "m1", AT, "#1 王女士", Reason.DEAL, List.of(changes));
  }
}
