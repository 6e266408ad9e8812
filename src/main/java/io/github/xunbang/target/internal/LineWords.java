package io.github.xunbang.target.internal;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fixed words of a 目标 line: what neither names anybody nor counts anything. */
final class LineWords {

  static final Set<String> WORDS =
      Set.of(
          LineReader.LEAVE,
          LineReader.WEIGHTS,
          LineReader.AMOUNTS,
          LineReader.BY_MONTH,
          LineReader.BY_QUARTER,
          LineReader.BY_XUN,
          LineReader.BY_HALF,
          LineReader.BY_WORKDAYS,
          LineReader.BY_HEADS,
          LineReader.BY_LAST_YEAR,
          LineReader.STORE);
  private static final Set<String> FILLERS =
      Set.of("的", "为", "是", "定", "定为", "达到", "完成", "目标", "任务", "平均", "给", "至少", "基础", "保底");
  private static final Set<String> STRETCH = Set.of("奋斗", "冲刺", "奋斗目标", "冲刺目标");
  private static final Pattern SHARE = Pattern.compile("占(?:所辖)?(?:门店|比)?的?(\\d+(?:\\.\\d+)?)%");
  private static final Pattern GROWTH = Pattern.compile("(加|增长|增加|涨|\\+|减|降|-)(\\d+(?:\\.\\d+)?)%");

  /** A word that only steers how the next number is read. */
  enum Mark {
    STRETCH,
    FILLER,
    UNIT
  }

  /** 占门店30%. */
  record Share(BigDecimal percent) {}

  /** 加10%, 减5%. */
  record Growth(BigDecimal percent) {}

  private LineWords() {}

  /** What {@code piece} means, or null when it is no such word. */
  static @Nullable Object meaning(String piece) {
    Matcher share = SHARE.matcher(piece);
    if (share.matches()) {
      return new Share(new BigDecimal(share.group(1)));
    }
    Matcher growth = GROWTH.matcher(piece);
    if (growth.matches()) {
      BigDecimal percent = new BigDecimal(growth.group(2));
      return new Growth("减降-".contains(growth.group(1)) ? percent.negate() : percent);
    }
    if (STRETCH.contains(piece)) {
      return Mark.STRETCH;
    }
    if (FILLERS.contains(piece)) {
      return Mark.FILLER;
    }
    return WORDS.contains(piece) ? piece : Cadence.of(piece).orElse(null);
  }
}
