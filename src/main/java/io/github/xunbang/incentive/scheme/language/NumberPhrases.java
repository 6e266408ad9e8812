package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.scheme.language.Piece.Mark;
import io.github.xunbang.incentive.scheme.language.Written.Choice;
import io.github.xunbang.incentive.scheme.language.Written.Clause;
import java.math.BigDecimal;

/** The phrases of a rule that pay: 少1单扣70, 每单20, 第1名5000, 各8000, 10%. */
final class NumberPhrases {

  static final ParsedNumber ZERO =
      new ParsedNumber(BigDecimal.ZERO, 0, 1, false, false, false, false);

  private static final int MOST_PLACES = 999;

  private final PieceRow row;
  private final Written written;
  private int requirementEnd = Integer.MAX_VALUE;

  NumberPhrases(PieceRow row, Written written) {
    this.row = row;
    this.written = written;
  }

  /** An amount right behind the requirement just read is what it pays. */
  void afterRequirement() {
    requirementEnd = row.at();
  }

  /** 每单20, 每次10元; 每个门店 only says whom. */
  void each() {
    boolean aboutUnits =
        row.peek() instanceof Piece.UnitKind
            || row.peek() == Mark.MEASURE_WORD && row.peek(1) instanceof Piece.UnitKind;
    if (aboutUnits) {
      row.skip(Mark.MEASURE_WORD);
      return;
    }
    if (row.peek() == Mark.AT_LEAST) {
      throw byShare();
    }
    onePiece(false);
  }

  /** 少1单扣70. */
  void shortfall() {
    onePiece(true);
  }

  private void onePiece(boolean shortfall) {
    Piece.Number number = row.number();
    if (number != null && number.read().value().compareTo(BigDecimal.ONE) != 0) {
      throw number.read().unitKnown()
          ? byShare()
          : RuleProblems.of("请按每1个写，不满一份怎么算才清楚", shortfall ? "签单 月 少1单扣70" : "签单 月 每单20");
    }
    boolean measured = row.skip(Mark.MEASURE_WORD);
    if (row.peek() instanceof Piece.Figure figure) {
      String text = row.next().text();
      written.mention(figure.measure(), text).used = false;
      measured = true;
    }
    if (!measured && number == null) {
      throw RuleProblems.of("“每”和“少”后面要写单位", "签单 月 少1单扣70，或 签单 月 每单20");
    }
    perPiece(shortfall);
  }

  private void perPiece(boolean shortfall) {
    Clause clause = written.clause();
    if (clause.choice != Choice.ALL || clause.perPiece) {
      throw RuleProblems.oneKind();
    }
    clause.perPiece = true;
    clause.shortfall = shortfall;
    clause.of = written.pick();
  }

  /** 第1名5000, 第4-15名各2000. */
  void place(String text) {
    int from = whole(needed(text, "业绩 月 第1名500 2名300 3名200"), text);
    int to = from;
    if (row.skip(Mark.TO)) {
      to = whole(needed(text, "业绩 月 第1名500 2-3名200"), text);
    }
    tier(from, to);
  }

  /** The amount of these places. */
  void tier(int from, int to) {
    row.skip(Mark.RANK);
    Clause clause = written.clause();
    while (row.peek() == Mark.SAME
        || row.peek() == Mark.REWARD
        || row.peek() == Mark.DEDUCT
        || row.peek() == Mark.FILLER) {
      Piece mark = row.next().piece();
      clause.sense = mark == Mark.DEDUCT ? Rule.Sense.DEDUCTION : clause.sense;
    }
    if (clause.choice == Choice.ALL) {
      clause.choice = Choice.BEST;
      clause.by = written.pick();
    }
    ParsedNumber amount = needed("第" + from + "名", "业绩 月 第1名500 2名300 3名200");
    written.yuan |= amount.money();
    clause.tiers.add(new Written.Places(from, to, money(amount)));
  }

  /** 一次罚10, 一单奖20 say the same as 每次, 每单. */
  private boolean isOneOf(ParsedNumber number) {
    return number.value().compareTo(BigDecimal.ONE) == 0
        && !number.unitKnown()
        && row.peek() == Mark.MEASURE_WORD
        && (row.peek(1) == Mark.REWARD || row.peek(1) == Mark.DEDUCT);
  }

  /** A number that nothing before it asked for: money, points, or a share. */
  void amount(ParsedNumber number, String text) {
    Clause clause = written.clause();
    if (number.percent()) {
      if (clause.percent != null) {
        throw RuleProblems.twice(clause.percent.toPlainString() + "%", text);
      }
      clause.percent = number.value();
      clause.of = written.pick();
      return;
    }
    if (isOneOf(number)) {
      row.skip(Mark.MEASURE_WORD);
      perPiece(false);
      return;
    }
    String behind = row.peekText();
    if (row.peek() == Mark.MEASURE_WORD && !behind.equals("元") && !behind.equals("块")) {
      String shown = text + behind;
      throw RuleProblems.of("“" + shown + "”是门槛还是金额？门槛请写 满" + shown, "签单 月 满10 回款 10%");
    }
    written.yuan |= number.money();
    BigDecimal amount = money(number);
    clause.amounts.add(amount);
    if (row.onlyBetween(requirementEnd, Mark.REWARD, Mark.DEDUCT, Mark.SAME, Mark.FILLER)) {
      written.requirements.get(written.requirements.size() - 1).pays = amount;
    }
    requirementEnd = Integer.MAX_VALUE;
  }

  /** The number that must stand next. */
  ParsedNumber needed(String text, String instead) {
    row.skip(Mark.FILLER);
    Piece.Number number = row.number();
    if (number == null) {
      throw RuleProblems.of("“" + text + "”后面要写数", instead);
    }
    return number.read();
  }

  /** A whole number from 1 on. */
  int whole(ParsedNumber number, String text) {
    BigDecimal value = number.value();
    boolean whole = value.stripTrailingZeros().scale() <= 0 && !number.percent();
    if (!whole || value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(MOST_PLACES)) > 0) {
      throw RuleProblems.of("“" + text + "”这里要写1到999的整数", "业绩 月 前三 500 300 200");
    }
    return value.intValueExact();
  }

  private static BigDecimal money(ParsedNumber number) {
    if (number.percent() || number.value().signum() <= 0 || number.value().scale() > 2) {
      throw RuleProblems.of("金额要大于0，最多两位小数", "业绩 月 前三 500 300 200");
    }
    return number.value();
  }

  private static RuntimeException byShare() {
    return RuleProblems.of("按金额一份一份给的，请写成比例", "业绩 月 2%");
  }
}
