package io.github.xunbang.deal.internal;

import java.util.regex.Pattern;

/**
 * Names of customers that begin with digits: 3M公司, 58同城, 360公司, 12栋王姐. A letter behind one digit is
 * a name too, a unit of figures never; a single digit before a Chinese word stays a figure.
 */
final class DigitName {

  /** As the beginning of a pattern, for a normalized text. */
  static final String PATTERN =
      "(?:\\d{1,4}(?![wk](?![a-z]))[a-z&][\\p{L}\\d&]{0,15}?"
          + "|\\d{1,4}(?:栋|楼|号楼|室|幢|期|座|区|院|铺|弄|单元)[\\p{L}·]{1,12}?"
          + "|\\d{2,4}(?![单个笔件台套户家元块万千百亿多几年月日号%万wk])[\\p{L}·]{2,12}?)";

  private static final Pattern NAME_AND_AMOUNT =
      Pattern.compile(
          PATTERN
              + "[\\s,，]*(?:(?:协作|来源|产品|金额).*|全款|尾款|余款|结清|付清|收齐|$"
              + "|¥?\\d[\\d,.]*\\s*(?:万|w|千|k|元|块)?(?=$|[^\\p{L}\\d]|\\d|全|协|整|来|产).*"
              + "|[一二两三四五六七八九十半百千]+[万千百元块].*)",
          Pattern.DOTALL);

  private static final Pattern OTHER_FIGURE = Pattern.compile("意向|业绩|回款|新客户|签单");

  private DigitName() {}

  /** Whether a normalized text begins with such a name, before an amount or alone. */
  static boolean at(String text) {
    return NAME_AND_AMOUNT.matcher(text).matches() && !OTHER_FIGURE.matcher(text).find();
  }
}
