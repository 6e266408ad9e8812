package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.scheme.language.Piece.Mark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** 综合 业绩完成率70% 季度考核30%: a weighted score (S-111). */
final class Composite {

  private static final String EXAMPLE = "综合 业绩完成率70% 季度考核30% 季 满90 500";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final PieceRow row;
  private final Written written;

  Composite(PieceRow row, Written written) {
    this.row = row;
    this.written = written;
  }

  void read() {
    List<Measure.Part> parts = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    while (row.peek() instanceof Piece.Figure figure && sum.compareTo(BigDecimal.ONE) < 0) {
      BigDecimal weight = part(figure, parts);
      sum = sum.add(weight);
    }
    if (parts.size() < 2 || sum.compareTo(BigDecimal.ONE) != 0) {
      throw RuleProblems.of("“综合”的各项权重加起来要等于100%", EXAMPLE);
    }
    written.mentions.add(new Mention(new Measure.Weighted(parts), "综合"));
  }

  private BigDecimal part(Piece.Figure figure, List<Measure.Part> parts) {
    Mention mention = new Mention(figure.measure(), row.next().text());
    if (row.peek() instanceof Piece.Ratio ratio) {
      row.next();
      mention.turn(ratio.line());
    }
    row.skip(Mark.WEIGHT, Mark.FILLER, Mark.TIMES);
    Piece.Number number = row.number();
    if (number == null) {
      throw RuleProblems.of("“" + mention.text + "”后面要写权重", EXAMPLE);
    }
    BigDecimal weight = weight(number.read());
    parts.add(new Measure.Part(mention.measure(), weight));
    return weight;
  }

  private static BigDecimal weight(ParsedNumber number) {
    boolean percent = number.percent() || number.value().compareTo(BigDecimal.ONE) > 0;
    return percent ? number.value().divide(HUNDRED).stripTrailingZeros() : number.value();
  }
}
