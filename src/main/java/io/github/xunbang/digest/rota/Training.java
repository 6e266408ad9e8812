package io.github.xunbang.digest.rota;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Who trains the others in a month (S-128).
 *
 * @param month ISO year and month
 * @param memberId the trainer
 * @param appointed whether a manager named them, so that no turn replaces them
 * @param topic what about, one line that is harmless already; null until the trainer says
 */
public record Training(String month, String memberId, boolean appointed, @Nullable String topic) {

  YearMonth yearMonth() {
    return YearMonth.parse(month);
  }

  /** {@code 12月}. */
  static String name(YearMonth month) {
    return month.getMonthValue() + "月";
  }

  Training about(@Nullable String typed) {
    return new Training(month, memberId, appointed, typed);
  }
}
