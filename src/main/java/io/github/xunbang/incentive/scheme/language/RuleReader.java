package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.scheme.language.Piece.Mark;
import io.github.xunbang.incentive.scheme.language.Written.Bound;
import io.github.xunbang.incentive.scheme.language.Written.Choice;
import io.github.xunbang.incentive.scheme.language.Written.Clause;
import io.github.xunbang.incentive.scheme.language.Written.Requirement;
import org.jspecify.annotations.Nullable;

/** Reads the pieces of a written rule from left to right, in whatever order they stand. */
final class RuleReader {

  private final PieceRow row;
  private final Written written = new Written();
  private final NumberPhrases numbers;
  private Condition.Of whose = Condition.Of.SELF;

  RuleReader(PieceRow row) {
    this.row = row;
    this.numbers = new NumberPhrases(row, written);
  }

  /** Everything the line says. */
  Written read() {
    while (row.more()) {
      Piece.Typed typed = row.next();
      if (typed.piece() instanceof Mark mark) {
        takeMark(mark, typed.text());
      } else {
        takeName(typed.piece(), typed.text());
      }
    }
    return written;
  }

  private void takeName(Piece piece, String text) {
    if (piece instanceof Piece.Number number) {
      takeNumber(number.read(), text);
    } else if (piece instanceof Piece.Figure figure) {
      written.mention(figure.measure(), text);
    } else if (piece instanceof Piece.Ratio ratio) {
      turn(ratio.line(), text);
    } else if (piece instanceof Piece.Words words) {
      takeWords(words.words());
    } else if (piece instanceof Piece.Goal goal) {
      require(new Bound(null, goal.line(), true), null, text);
    } else if (piece instanceof Piece.Fill fill) {
      takeFill(fill.line());
    } else if (piece instanceof Piece.Retest retest) {
      written.retestMonths = retest.months();
    } else if (piece instanceof Piece.Title title) {
      written.title = title.title();
    } else if (piece instanceof Piece.Span span) {
      takePeriod(span.type(), null, text);
    } else if (piece instanceof Piece.Event event) {
      takePeriod(PeriodType.CAMPAIGN, event.campaign(), text);
    } else {
      takeAudience(piece, text);
    }
  }

  private void takeAudience(Piece piece, String text) {
    if (piece instanceof Piece.Job job) {
      written.positions.add(job.position());
    } else if (piece instanceof Piece.Branch branch) {
      written.withinId = once(written.withinId, branch.unit().id(), text);
    } else if (piece instanceof Piece.UnitKind kind) {
      written.kind = Audience.Kind.UNITS;
      written.unitKind = once(written.unitKind, kind.kind(), text);
    } else if (piece instanceof Piece.UnitClass unitClass) {
      written.unitClass = once(written.unitClass, unitClass.unitClass(), text);
    }
  }

  private void takeMark(Mark mark, String text) {
    switch (mark) {
      case TOP -> choose(Choice.BEST, text);
      case TAIL -> choose(Choice.LAST, text);
      case FIRST -> race(text);
      case AT_LEAST -> limit(true, true, text);
      case MORE_THAN -> limit(true, false, text);
      case LESS_THAN -> limit(false, false, text);
      case AT_MOST -> limit(false, true, text);
      case ZERO -> zero(text);
      case MET -> require(new Bound(null, GoalLine.BASE, true), null, text);
      case MISSED -> missed(text);
      case STREAK -> streak(text);
      case EACH -> numbers.each();
      case SHORT -> numbers.shortfall();
      case ORDINAL -> numbers.place(text);
      case SAME -> same();
      case REWARD -> sense(Rule.Sense.REWARD, text);
      case DEDUCT -> sense(Rule.Sense.DEDUCTION, text);
      case DISCRETION -> discretion();
      case CAP -> written.cap = numbers.needed(text, "签单 月 每单20 封顶2000").value();
      case WARN -> written.warns = true;
      case SHARES -> new Coefficients(row, written).read();
      case TIMES -> new Coefficients(row, written).readFactor();
      case COMPOSITE -> new Composite(row, written).read();
      case HOME -> whose = Condition.Of.HOME_UNIT;
      default -> takeQuiet(mark, text);
    }
  }

  private void takeQuiet(Mark mark, String text) {
    switch (mark) {
      case SELF -> whose = Condition.Of.SELF;
      case PROBATION -> written.standing = Audience.Standing.PROBATION;
      case REGULAR -> written.standing = Audience.Standing.REGULAR;
      case POINTS -> written.points = true;
      case MEASURE_WORD -> written.yuan |= "元".equals(text) || "块".equals(text);
      case EVERYBODY, FILLER -> {}
      default -> throw RuleProblems.unknown(text);
    }
  }

  private void choose(Choice choice, String text) {
    boolean ofRace = choice == Choice.BEST && written.clause().choice == Choice.RACE;
    Clause clause = ofRace && written.clause().places == 0 ? written.clause() : opened(choice);
    clause.by = clause.by == null ? written.pick() : clause.by;
    Piece.Number number = row.number();
    if (number == null) {
      throw RuleProblems.of("“" + text + "”后面要写几名", "业绩 月 前三 500 300 200");
    }
    clause.places = numbers.whole(number.read(), text);
    row.skip(Mark.RANK, Mark.MEASURE_WORD);
  }

  private void race(String text) {
    Clause last = written.clause();
    boolean ranked = last.choice == Choice.BEST && last.givesNothing();
    Clause clause = ranked ? last : opened(Choice.RACE);
    clause.choice = Choice.RACE;
    clause.by = ranked ? clause.by : written.pick();
    boolean counted = row.peek(1) == Mark.RANK || row.peek(1) == Mark.MEASURE_WORD;
    Piece.Number places = counted && row.peek(2) == Mark.AT_LEAST ? row.number() : null;
    if (places != null) {
      clause.places = numbers.whole(places.read(), text);
    }
    row.skip(Mark.RANK, Mark.MEASURE_WORD, Mark.FILLER);
    row.skip(Mark.AT_LEAST, Mark.FILLER);
    clause.line = bound(true, text);
    row.skip(Mark.MEASURE_WORD, Mark.FILLER, Mark.RANK);
    takePlacesOfRace(clause, text);
  }

  /** 最先完成奋斗目标 的 前三名. */
  private void takePlacesOfRace(Clause clause, String text) {
    if (row.peek() == Mark.TOP) {
      row.next();
      Piece.Number number = row.number();
      if (number != null) {
        clause.places = numbers.whole(number.read(), text);
        row.skip(Mark.RANK, Mark.MEASURE_WORD);
      }
    }
  }

  private Clause opened(Choice choice) {
    Clause clause = written.clause();
    if (clause.choice == Choice.ALL) {
      if (clause.percent != null || clause.perPiece || clause.words != null) {
        throw RuleProblems.oneKind();
      }
    } else {
      clause = new Clause();
      written.clauses.add(clause);
    }
    clause.choice = choice;
    return clause;
  }

  private void limit(boolean lower, boolean inclusive, String text) {
    Bound bound = bound(inclusive, text);
    row.skip(Mark.MEASURE_WORD, Mark.POINTS, Mark.RANK);
    require(lower ? bound : null, lower ? null : bound, text);
  }

  private Bound bound(boolean inclusive, String text) {
    row.skip(Mark.FILLER);
    if (row.peek() instanceof Piece.Goal goal) {
      row.next();
      return new Bound(null, goal.line(), inclusive);
    }
    Piece.Number number = row.number();
    if (number == null) {
      throw RuleProblems.of("“" + text + "”后面要写多少", "签单 月 满10 回款 10%");
    }
    return new Bound(number.read(), null, inclusive);
  }

  private void zero(String text) {
    require(null, new Bound(NumberPhrases.ZERO, null, true), text);
  }

  private void missed(String text) {
    row.skip(Mark.FILLER);
    Bound bound =
        row.peek() instanceof Piece.Goal || row.peek() instanceof Piece.Number
            ? bound(false, text)
            : new Bound(null, GoalLine.BASE, false);
    require(null, bound, text);
  }

  private void require(@Nullable Bound min, @Nullable Bound max, String text) {
    written.requirements.add(new Requirement(whose, written.pick(), min, max, text));
    whose = Condition.Of.SELF;
    numbers.afterRequirement();
  }

  private void streak(String text) {
    written.streak = numbers.whole(numbers.needed(text, "签单 月 连续2个月 挂零 建议面谈"), text);
    if (row.peek() instanceof Piece.Span span) {
      row.next();
      takePeriod(span.type(), null, text);
    }
  }

  private void takeNumber(ParsedNumber number, String text) {
    if (row.peek() == Mark.TO && row.peek(1) instanceof Piece.Number high) {
      row.next();
      row.next();
      range(number, high.read(), text);
    } else if (row.peek() == Mark.RANK) {
      numbers.tier(numbers.whole(number, text), numbers.whole(number, text));
    } else if (isLimitBehind()) {
      limitBehind(number, text);
    } else if (number.value().signum() == 0 && !number.money()) {
      zero(text);
    } else {
      numbers.amount(number, text);
    }
  }

  private void range(ParsedNumber low, ParsedNumber high, String text) {
    if (row.peek() == Mark.RANK) {
      numbers.tier(numbers.whole(low, text), numbers.whole(high, text));
      return;
    }
    if (low.value().compareTo(high.value()) > 0) {
      throw RuleProblems.of("“" + text + "”前后反了", "签单 月 少1单扣70 10到19单");
    }
    row.skip(Mark.MEASURE_WORD, Mark.POINTS);
    require(new Bound(low, null, true), new Bound(high, null, true), text);
  }

  private boolean isLimitBehind() {
    int ahead = row.peek() == Mark.MEASURE_WORD || row.peek() == Mark.POINTS ? 1 : 0;
    return row.peek(ahead) == Mark.AND_MORE || row.peek(ahead) == Mark.OR_LESS;
  }

  /** 10单以上 is from 10 on, as in the law; 以下 is asked back, since people mean both. */
  private void limitBehind(ParsedNumber number, String text) {
    row.skip(Mark.MEASURE_WORD, Mark.POINTS);
    if (row.next().piece() == Mark.OR_LESS) {
      throw RuleProblems.of("“" + text + "以下”含不含" + text + "？含就写“不超过”，不含写“低于”", "签单 月 低于10 建议面谈");
    }
    require(new Bound(number, null, true), null, text);
  }

  private void same() {
    if (row.peek() instanceof Piece.Number
        || row.peek() == Mark.REWARD
        || row.peek() == Mark.DEDUCT) {
      written.clause().same = true;
    }
  }

  private void sense(Rule.Sense sense, String text) {
    Clause clause = written.clause();
    boolean ahead = row.peek() == Mark.TOP || row.peek() == Mark.TAIL || row.peek() == Mark.FIRST;
    if (ahead && clause.choice != Choice.ALL) {
      clause = new Clause();
      written.clauses.add(clause);
      clause.choice = Choice.ALL;
    }
    if (clause.sense != null && clause.sense != sense) {
      throw RuleProblems.of("又奖又扣，分不清（“" + text + "”）", "业绩 月 前三 500 300 200 后三 待改进");
    }
    clause.sense = sense;
  }

  private void discretion() {
    written.clause().discretion = true;
  }

  private void takeWords(String words) {
    Clause clause = written.clause();
    if (clause.words != null && !clause.words.equals(words)) {
      throw RuleProblems.twice(clause.words, words);
    }
    clause.words = words;
  }

  private void takeFill(GoalLine line) {
    if (written.clause().choice != Choice.RACE) {
      throw RuleProblems.of("“补”只用于最先完成的奖", "业绩 月 最先完成奋斗目标 1000 800 600 不足由基础目标补");
    }
    written.clause().fill = line;
  }

  private void turn(@Nullable GoalLine line, String text) {
    Mention last =
        written.mentions.isEmpty() ? null : written.mentions.get(written.mentions.size() - 1);
    if (last == null || !last.turn(line)) {
      throw RuleProblems.of("“" + text + "”前面要写指标", "业绩 季 完成率 满120% 3000 满100% 1000");
    }
  }

  private void takePeriod(PeriodType type, @Nullable String campaign, String text) {
    if (type == PeriodType.DAY) {
      throw RuleProblems.of("规则最短按周算，“" + text + "”太短", "签单 周 每单20");
    }
    if (written.period != null && written.period != type) {
      throw RuleProblems.of("两种周期分不清（“" + text + "”），一条规则只按一种算", "签单 月 连续2个月 挂零 建议面谈");
    }
    written.period = type;
    written.campaign = campaign == null ? written.campaign : once(written.campaign, campaign, text);
  }

  private static @Nullable String once(@Nullable String before, @Nullable String now, String text) {
    if (before != null && !before.equals(now)) {
      throw RuleProblems.of("“" + text + "”和前面写的冲突，只能写一个", "业绩 月 门店 前10 各8000 满10万");
    }
    return now;
  }
}
