package io.github.xunbang.report.grammar;

import io.github.xunbang.metric.Metric;
import io.github.xunbang.report.grammar.Figure.Operation;
import io.github.xunbang.report.grammar.Item.FigureItem;
import io.github.xunbang.report.grammar.Item.TroubleItem;
import io.github.xunbang.report.grammar.Token.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether a number, its unit and the words around it make a figure of a metric. */
final class Fit {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int LONGEST_RUN = 12;

  private final List<Token> tokens;
  private final String text;
  private final Lexicon lexicon;

  Fit(List<Token> tokens, String text, Lexicon lexicon) {
    this.tokens = tokens;
    this.text = text;
    this.lexicon = lexicon;
  }

  @Nullable Kind kind(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i).kind() : null;
  }

  boolean passable(Token token) {
    return switch (token.kind()) {
      case BLANK, GLUE, UNIT -> true;
      case TEXT -> Vocabulary.CONNECTORS.contains(text.substring(token.start(), token.end()));
      default -> false;
    };
  }

  /** Whether the measure word tells another metric: 意向 2单. */
  boolean belongsElsewhere(Metric metric, Token number) {
    Metric owner = lexicon.ownerOf(number.as(Num.class).measure());
    return owner != null && owner != metric;
  }

  Item zero(Token first, Token last, MetricWord word) {
    return new FigureItem(
        first.start(),
        last.end(),
        word.metric(),
        Operation.SET,
        BigDecimal.ZERO,
        word.meant(),
        first.start());
  }

  /** The figure 意向12, trouble, or null when the number is not the metric's (意向3月). */
  @Nullable Item figure(int i, MetricWord word, NumberPlace place) {
    Token metric = tokens.get(i);
    Token number = java.util.Objects.requireNonNull(place.number());
    Num num = number.as(Num.class);
    if (!num.bindable()) {
      return null;
    }
    BigDecimal factor =
        place.unit() == null || num.number().unitKnown() ? BigDecimal.ONE : place.unit().factor();
    Item item =
        judged(
            metric.start(),
            number,
            word,
            num.value().multiply(factor),
            place.sign(),
            place.unit() != null,
            metric.start());
    return checkedAfter(place.next() - 1, checkedBefore(i, item));
  }

  /** The figure 2.3万 directly behind a unit's name, which stays outside it. */
  Item unitFigure(MetricWord word, NumberPlace place, Token number) {
    BigDecimal value = number.as(Num.class).value();
    Item item = judged(number.start(), number, word, value, place.sign(), false, number.start());
    return checkedAfter(place.next() - 1, item);
  }

  /** The figure 12个意向. */
  @Nullable Item figureBefore(int i, MetricWord word, Token metric) {
    Token number = tokens.get(i);
    Num num = number.as(Num.class);
    Item item = judged(number.start(), number, word, num.value(), (char) 0, false, metric.start());
    if (item instanceof FigureItem figure) {
      item =
          new FigureItem(
              figure.start(),
              metric.end(),
              figure.metric(),
              figure.operation(),
              figure.value(),
              figure.meant(),
              metric.start());
    }
    return checkedBefore(i, item);
  }

  /** The figure 2单. */
  Item byMeasure(int i, Metric owner) {
    Token number = tokens.get(i);
    Num num = number.as(Num.class);
    MetricWord word = new MetricWord(owner, null, 0);
    Item item = judged(number.start(), number, word, num.value(), (char) 0, false, number.start());
    return checkedBefore(i, item);
  }

  private Item judged(
      int start,
      Token number,
      MetricWord word,
      BigDecimal value,
      char sign,
      boolean unit,
      int wordStart) {
    Num num = number.as(Num.class);
    Metric metric = word.metric();
    Problem.Kind trouble = trouble(metric, num, value, unit);
    if (trouble != null) {
      return new TroubleItem(start, number.end(), trouble, metric, num, num.number().end());
    }
    Operation operation =
        switch (sign) {
          case '+', 'm' -> Operation.ADD;
          case '-' -> Operation.HYPHEN;
          default -> Operation.SET;
        };
    BigDecimal exact = sign == 'm' ? value.negate() : value;
    return new FigureItem(
        start, number.end(), metric, operation, plain(exact), word.meant(), wordStart);
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private Problem.@Nullable Kind trouble(Metric metric, Num num, BigDecimal value, boolean unit) {
    if (num.vague()) {
      return Problem.Kind.VAGUE;
    }
    boolean percent = num.number().percent();
    return switch (metric.kind()) {
      case COUNT -> {
        boolean dealAmount =
            (num.number().money() || num.number().scaled() && value.compareTo(TEN_THOUSAND) >= 0)
                && lexicon.ownerOf(metric.unit()) == metric;
        if (dealAmount) {
          yield Problem.Kind.DEAL_WITH_AMOUNT;
        }
        boolean pieces = value.multiply(TWO).stripTrailingZeros().scale() <= 0;
        yield percent || num.number().money() || !pieces ? Problem.Kind.WRONG_UNIT : null;
      }
      case AMOUNT -> {
        boolean wrong = percent || !num.measure().isEmpty() && !num.measure().equals(metric.unit());
        boolean small = value.signum() > 0 && value.compareTo(HUNDRED) < 0;
        boolean ask = small && !unit && !num.number().unitKnown();
        yield wrong ? Problem.Kind.WRONG_UNIT : ask ? Problem.Kind.AMOUNT_UNIT : null;
      }
      case NUMBER -> percent ? Problem.Kind.WRONG_UNIT : null;
      case RATIO -> null;
    };
  }

  /** 预计回款3万 and 李姐签单2 are asked; 完成签单2 is not. */
  Item checkedBefore(int i, Item item) {
    String run = runBefore(i);
    if (lexicon.unitNameAt(run, 0) != null) {
      return unknown(item.start() - run.length(), item.end(), item);
    }
    if (!run.isEmpty()
        && item instanceof FigureItem figure
        && figure.operation() == Operation.SET) {
      if (Vocabulary.adding(run)) {
        return moved(figure, figure.value());
      }
      if (Vocabulary.removing(run)) {
        return moved(figure, figure.value().negate());
      }
    }
    boolean apart = run.isEmpty() && (kind(i - 1) == Kind.BLANK || kind(i - 1) == Kind.GLUE);
    String farRun = apart ? runBefore(i - 1) : "";
    boolean changedFromAfar = farRun.length() <= 4 && Vocabulary.changing(farRun);
    if (Vocabulary.harmlessBefore(run) && !changedFromAfar) {
      return item;
    }
    int start =
        changedFromAfar ? tokens.get(i - 1).start() - farRun.length() : item.start() - run.length();
    return unknown(start, item.end(), item);
  }

  private static FigureItem moved(FigureItem figure, BigDecimal by) {
    return new FigureItem(
        figure.start(),
        figure.end(),
        figure.metric(),
        Operation.ADD,
        by,
        figure.meant(),
        figure.wordStart());
  }

  /** 意向12楼 is asked; 意向12个都不错 is not. */
  private Item checkedAfter(int number, Item item) {
    Num num = tokens.get(number).as(Num.class);
    boolean bare = num.measure().isEmpty() && !num.number().unitKnown() && !num.number().percent();
    String after = runAfter(number);
    boolean nextFigures = Vocabulary.harmlessBefore(after) && isFigureWord(kind(number + 2));
    if (!bare
        || after.isEmpty()
        || nextFigures
        || Vocabulary.harmlessAfter(after)
        || item instanceof TroubleItem) {
      return item;
    }
    return unknown(item.start(), item.end() + after.length(), item);
  }

  private static boolean isFigureWord(@Nullable Kind kind) {
    return kind == Kind.NUMBER || kind == Kind.METRIC || kind == Kind.NO_METRIC;
  }

  private static Item unknown(int start, int end, Item item) {
    Metric metric = item instanceof FigureItem figure ? figure.metric() : null;
    return new TroubleItem(start, end, Problem.Kind.UNKNOWN_WORD, metric, null, end);
  }

  /** Trouble: a number that no metric takes, with the words that touch it. */
  Item loose(int i, @Nullable Item before) {
    Token number = tokens.get(i);
    Num num = number.as(Num.class);
    String left = runBefore(i);
    String right = runAfter(i);
    boolean amount = num.number().unitKnown() && !num.vague();
    boolean afterDeal =
        before instanceof FigureItem figure
            && figure.metric().kind() == Metric.Kind.COUNT
            && lexicon.ownerOf(figure.metric().unit()) == figure.metric()
            && text.substring(figure.end(), number.start()).isBlank();
    Problem.Kind kind =
        !left.isEmpty()
                || !right.isEmpty() && num.measure().isEmpty() && !amount
                || !num.measure().isEmpty()
            ? Problem.Kind.UNKNOWN_WORD
            : amount && afterDeal
                ? Problem.Kind.DEAL_WITH_AMOUNT
                : Problem.Kind.NUMBER_WITHOUT_METRIC;
    return new TroubleItem(
        number.start() - left.length(),
        number.end() + right.length(),
        kind,
        null,
        num,
        number.end());
  }

  /** The letters that touch token {@code i} on its left. */
  private String runBefore(int i) {
    if (kind(i - 1) != Kind.TEXT) {
      return "";
    }
    Token before = tokens.get(i - 1);
    int from = before.end();
    while (from > before.start()
        && before.end() - from < LONGEST_RUN
        && Chars.letter(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, before.end());
  }

  /** The letters that touch token {@code i} on its right. */
  String runAfter(int i) {
    if (kind(i + 1) != Kind.TEXT) {
      return "";
    }
    Token after = tokens.get(i + 1);
    int end = after.start();
    while (end < after.end()
        && end - after.start() < LONGEST_RUN
        && Chars.letter(text.charAt(end))) {
      end++;
    }
    return text.substring(after.start(), end);
  }

  /** 很多 behind a metric, or null. */
  @Nullable Token vagueWord(int i) {
    int j = i + 1;
    while (j < i + 3 && (kind(j) == Kind.BLANK || kind(j) == Kind.GLUE)) {
      j++;
    }
    if (kind(j) != Kind.TEXT) {
      return null;
    }
    String word = text.substring(tokens.get(j).start(), tokens.get(j).end());
    return Vocabulary.VAGUE_WORDS.contains(word) ? tokens.get(j) : null;
  }
}
