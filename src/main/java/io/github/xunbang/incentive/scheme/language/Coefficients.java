package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.scheme.language.Piece.Mark;
import java.math.BigDecimal;

/** 系数 经理1 其他0.5, 系数 五店1.1 六店0.9, 乘业绩完成率 0.8到1.2. */
final class Coefficients {

  private static final String SHARING = "业绩 月 门店 前3 3000 2000 1000 系数 店长1 其他0.5";
  private static final String FACTOR = "签单 月 每单20 乘业绩完成率 0.8到1.2";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final PieceRow row;
  private final Written written;

  Coefficients(PieceRow row, Written written) {
    this.row = row;
    this.written = written;
  }

  /** Names with numbers behind 系数. */
  void read() {
    boolean any = false;
    while (isName(row.peek()) && row.peek(1) instanceof Piece.Number) {
      Piece name = row.next().piece();
      Piece.Number number = row.number();
      any |= number != null;
      if (number != null) {
        take(name, number.read().value());
      }
    }
    if (!any) {
      throw RuleProblems.of("“系数”后面要写岗位或单位和它的系数", SHARING);
    }
  }

  private static boolean isName(@org.jspecify.annotations.Nullable Piece piece) {
    return piece instanceof Piece.Job
        || piece instanceof Piece.Branch
        || piece == Mark.OTHERS
        || piece == Mark.EVERYBODY;
  }

  private void take(Piece name, BigDecimal value) {
    if (name instanceof Piece.Job job) {
      written.shares.put(job.position(), value);
    } else if (name instanceof Piece.Branch branch) {
      written.regions.put(branch.unit().id(), value);
    } else {
      written.otherShares = value;
    }
  }

  /** 乘门店业绩完成率 0.8到1.2. */
  void readFactor() {
    if (row.peek() instanceof Piece.UnitKind || row.peek() == Mark.HOME) {
      row.next();
    }
    row.skip(Mark.FILLER);
    boolean attainment =
        row.peek() instanceof Piece.Figure figure
            && figure.measure() instanceof Measure.Value
            && row.peek(1) instanceof Piece.Ratio ratio
            && ratio.line() == GoalLine.BASE;
    if (!attainment) {
      throw RuleProblems.of("“乘”后面要写指标的完成率", FACTOR);
    }
    written.factor = (Measure.Value) ((Piece.Figure) row.next().piece()).measure();
    row.next();
    Piece.Number least = row.number();
    Piece.Number most = row.skip(Mark.TO) ? row.number() : null;
    if (least == null || most == null) {
      throw RuleProblems.of("“乘”要写明最低和最高几倍", FACTOR);
    }
    written.least = times(least.read());
    written.most = times(most.read());
    if (written.least.compareTo(written.most) > 0) {
      throw RuleProblems.of("最低倍数比最高的还大", FACTOR);
    }
  }

  private static BigDecimal times(ParsedNumber number) {
    return number.percent() ? number.value().divide(HUNDRED) : number.value();
  }
}
