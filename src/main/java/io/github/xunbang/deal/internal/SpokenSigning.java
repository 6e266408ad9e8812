package io.github.xunbang.deal.internal;

import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.command.TypedText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a deal from a figure (design section 5): 签单 followed by a number is a figure, followed by a
 * name or #n it is the command; and finds deals in lines that begin with a date or with 签了.
 *
 * @param line what would have to be typed behind 签单
 * @param sure whether it was typed as the command, only behind a date
 */
record SpokenSigning(String line, boolean sure) {

  private static final String DATE =
      "(?:今天|今日|昨天|昨日|前天|\\d{1,2}[-./]\\d{1,2}|\\d{1,2}月\\d{1,2}[日号]?|\\d{1,2}[日号]|周[一二三四五六日天])";
  private static final Pattern DATED =
      Pattern.compile("\\s*(" + DATE + ")[\\s,，:：]*签单(?!率|数|量|额)[\\s:：]*(\\S.*)", Pattern.DOTALL);
  private static final Pattern TOLD =
      Pattern.compile(
          "\\s*("
              + DATE
              + ")?[\\s,，]*(?:我|又|刚刚?|成功|终于)*(?:签[但担丹弹]|签下了?|签约了?|签了|成交了?|拿下了?|搞定了?)[\\s:：]*(\\S.*)");

  /** A name, an amount beyond doubt, and perhaps with whom; anything else is a report's. */
  private static final Pattern NAME_AND_AMOUNT =
      Pattern.compile(
          "([\\p{L}·]{2,12}?)[\\s,，]*(¥?\\d[\\d,.]*\\s*(?:万|w|千|k|元|块)\\d?(?:元|块)?"
              + "|¥\\d[\\d,.]*|[一二两三四五六七八九十百千点零]+万[一二三四五六七八九千百]*)整?"
              + "[\\s,，]*((?:和|跟|与|协作|配合)[^\\d]{2,20})?[^\\p{L}\\d]*(?:了|啦|哈哈*)?[^\\p{L}\\d]*");

  private static final Pattern NO_NAME =
      Pattern.compile("^[个一二两三四五六七八九十几大小这那].*|.*(?:单|客户|业绩|意向|回款|合同|目标|套|笔).*");
  private static final String UNITS = "单个笔件台套户家元块万千百亿wk%";
  private static final String PLACES = "栋楼号室幢期座区院铺弄";

  /** The amount before the name: 签单 5.8万 王女士. Other words may follow a figure, so it is asked. */
  private static final Pattern AMOUNT_FIRST =
      Pattern.compile(
          "(¥?\\d[\\d,.]*\\s*(?:万|w|千|k|元|块)\\d?(?:元|块)?|¥\\d[\\d,.]*)[\\s,，]+"
              + "([\\p{L}·]{1,10}(?:女士|先生|小姐|太太|总|姐|哥|叔|阿姨|老师|老板|经理|公司|集团|装饰|科技|酒店))"
              + "([\\s,，].*)?");

  private static final Pattern FIGURE_WORD = Pattern.compile("率|数|量|额|目标|任务|累计|合计|总");
  private static final Pattern OTHER_FIGURE = Pattern.compile("意向|业绩|回款|新客户");

  /** The deal in {@code text}, if it may be one. */
  static Optional<SpokenSigning> of(String text) {
    String plain = TypedText.normalize(TypedText.clean(text));
    Matcher dated = DATED.matcher(plain);
    if (dated.matches()) {
      String rest = text(text, dated.start(2), dated.end(2));
      return isFigure(rest)
          ? Optional.empty()
          : Optional.of(new SpokenSigning(rest + " " + dated.group(1), true));
    }
    Matcher told = TOLD.matcher(plain);
    return told.matches() ? told(told) : Optional.empty();
  }

  private static Optional<SpokenSigning> told(Matcher told) {
    Matcher deal = NAME_AND_AMOUNT.matcher(told.group(2));
    if (!deal.matches() || NO_NAME.matcher(deal.group(1)).matches()) {
      return Optional.empty();
    }
    String day = told.group(1) == null || told.group(1).startsWith("今") ? "" : " " + told.group(1);
    String with = deal.group(3) == null ? "" : " " + deal.group(3).strip();
    return Optional.of(new SpokenSigning(deal.group(1) + " " + deal.group(2) + with + day, false));
  }

  /** What 签单 5.8万 王女士 means, the name first. */
  static Optional<SpokenSigning> amountFirst(String behind) {
    String plain = TypedText.normalize(TypedText.clean(behind)).strip();
    Matcher deal = AMOUNT_FIRST.matcher(plain);
    if (!deal.matches() || OTHER_FIGURE.matcher(plain).find()) {
      return Optional.empty();
    }
    String rest = deal.group(3) == null ? "" : " " + deal.group(3).strip();
    return Optional.of(new SpokenSigning(deal.group(2) + " " + deal.group(1) + rest, false));
  }

  /** Positions of the normalized text are positions of the cleaned one. */
  private static String text(String typed, int start, int end) {
    return TypedText.clean(typed).substring(start, end).strip();
  }

  /**
   * Whether what stands behind 签单 makes it a figure; {@code behind} begins right after the word.
   */
  static boolean isFigure(String behind) {
    String text = TypedText.normalize(TypedText.clean(behind));
    int at = 0;
    while (at < text.length() && " \t:=，,、;。!~".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String rest = text.substring(at);
    if (rest.isEmpty()) {
      return false;
    }
    if (FIGURE_WORD.matcher(rest).lookingAt() || isZero(rest) || rest.matches("[+-]\\d.*")) {
      return true;
    }
    Optional<ParsedNumber> number = ChineseNumber.scan(rest, 0);
    return number.isPresent() && isFigure(rest, number.get());
  }

  private static boolean isZero(String rest) {
    String word = rest.split("[\\s,，;。!]", 2)[0];
    return ChineseNumber.isZeroWord(word) || rest.startsWith("没有");
  }

  /** 12栋王姐, 3M公司, 58同城 and 三和装饰 are names, and a phone number is no figure. */
  private static boolean isFigure(String rest, ParsedNumber number) {
    if (DigitName.at(rest) || TypedPhone.cut(rest).text().startsWith(TypedPhone.MARK)) {
      return false;
    }
    int end = number.end();
    if (end >= rest.length() || !Character.isLetter(rest.charAt(end))) {
      return true;
    }
    char next = rest.charAt(end);
    boolean unit = UNITS.indexOf(next) >= 0 && !rest.startsWith("单元", end);
    boolean digits = Character.isDigit(rest.charAt(0));
    boolean place = PLACES.indexOf(next) >= 0 || rest.startsWith("单元", end);
    return unit || digits && !place || OTHER_FIGURE.matcher(rest).find();
  }
}
