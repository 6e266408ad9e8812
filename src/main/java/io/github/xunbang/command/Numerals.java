package io.github.xunbang.command;

/** The chars and words that numbers are written with. */
final class Numerals {

  static final String MEASURES = "个单家位组名人户条笔批次通套台件份";
  static final String[] VAGUE_PREFIXES = {
    "大概", "大约", "差不多", "将近", "接近", "不到", "超过", "至少", "最多", "好几", "约", "近"
  };
  static final String[] VAGUE_SUFFIXES = {"左右", "上下", "以上", "以内", "出头", "不止"};
  static final String[] MONEY = {"元整", "块钱", "元", "块", "圆", "rmb"};

  private static final String DIGITS = "零一二三四五六七八九";

  private Numerals() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isNumeral(char c) {
    return digitOf(c) >= 0 || "十百千万亿半".indexOf(c) >= 0;
  }

  static int digitOf(char c) {
    return c == '两' ? 2 : c == '〇' ? 0 : DIGITS.indexOf(c);
  }

  static boolean isScale(char c) {
    return scaleOf(c) > 0;
  }

  static long scaleOf(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千', 'k' -> 1_000;
      case '万', 'w' -> 10_000;
      case '亿' -> 100_000_000;
      default -> 0;
    };
  }
}
