package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.PeriodType;
import java.util.Map;
import java.util.Optional;

/** How often a recurring quota is due (S-29–S-34), shortest first. */
enum Cadence {
  DAY(PeriodType.DAY, "每日"),
  WEEK(PeriodType.WEEK, "每周"),
  XUN(PeriodType.XUN, "每旬"),
  MONTH(PeriodType.MONTH, "每月");

  private static final Map<String, Cadence> WORDS =
      Map.of(
          "每日", DAY, "每天", DAY, "每个工作日", DAY, "每周", WEEK, "每星期", WEEK, "每旬", XUN, "每月", MONTH,
          "每个月", MONTH);

  private final PeriodType type;
  private final String word;

  Cadence(PeriodType type, String word) {
    this.type = type;
    this.word = word;
  }

  PeriodType type() {
    return type;
  }

  String word() {
    return word;
  }

  /** 每日, 每人每天, 每周 …. */
  static Optional<Cadence> of(String typed) {
    String text = typed.startsWith("每人") ? typed.substring(2) : typed;
    return Optional.ofNullable(WORDS.get(text));
  }
}
