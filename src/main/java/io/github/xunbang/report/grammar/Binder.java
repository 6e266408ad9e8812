package io.github.xunbang.report.grammar;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.report.grammar.Item.CheckItem;
import io.github.xunbang.report.grammar.Item.DateItem;
import io.github.xunbang.report.grammar.Item.MentionItem;
import io.github.xunbang.report.grammar.Item.NameItem;
import io.github.xunbang.report.grammar.Item.PictureItem;
import io.github.xunbang.report.grammar.Item.SectionItem;
import io.github.xunbang.report.grammar.Item.StrangerItem;
import io.github.xunbang.report.grammar.Item.SubjectItem;
import io.github.xunbang.report.grammar.Item.TroubleItem;
import io.github.xunbang.report.grammar.Item.WordItem;
import io.github.xunbang.report.grammar.Token.Kind;
import io.github.xunbang.report.grammar.Vocabulary.Role;
import io.github.xunbang.report.grammar.Vocabulary.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds numbers to metrics: the number behind a metric first (意向12), else the metric behind a
 * number (12个意向), else the metric that the measure word tells (2单). What stays unbound is trouble.
 */
final class Binder {

  private static final int LONGEST_CHAIN = 40;
  private static final Set<String> RANGE = Set.of("-", "--", "~", "到", "至");

  private final List<Token> tokens;
  private final String text;
  private final Lexicon lexicon;
  private final Fit fit;
  private final List<Item> items = new ArrayList<>();
  private @Nullable Metric heading;

  Binder(List<Token> tokens, String text, Lexicon lexicon) {
    this.tokens = tokens;
    this.text = text;
    this.lexicon = lexicon;
    this.fit = new Fit(tokens, text, lexicon);
  }

  List<Item> items() {
    int i = 0;
    while (i < tokens.size()) {
      i = read(i);
    }
    return items;
  }

  private int read(int i) {
    Token token = tokens.get(i);
    heading = token.is(Kind.NEWLINE) ? null : heading;
    switch (token.kind()) {
      case METRIC -> {
        return metric(i);
      }
      case NUMBER -> {
        return number(i);
      }
      case CHECK -> {
        return check(i);
      }
      case SUBJECT -> {
        return subject(i);
      }
      case PLAIN -> self(token);
      case NO_METRIC -> items.add(fit.zero(token, token, token.as(MetricWord.class)));
      case DATE, DATE_HEADER -> {
        int last = rangeEnd(i);
        if (last > i) {
          items.add(range(token, tokens.get(last)));
          return last + 1;
        }
        items.add(
            new DateItem(
                token.start(),
                token.end(),
                token.as(DateWords.Found.class),
                token.is(Kind.DATE_HEADER)));
      }
      case NAME, NAME_HEADER -> items.add(name(i));
      case SECTION ->
          items.add(new SectionItem(token.start(), token.end(), token.as(SectionText.class)));
      case STRANGER ->
          items.add(new StrangerItem(token.start(), token.end(), token.as(String.class)));
      case MENTION -> items.add(new MentionItem(token.start(), token.end()));
      case PICTURE -> items.add(new PictureItem(token.start(), token.end()));
      case TEXT, NOTE, ZERO, UNIT -> items.add(new WordItem(token.start(), token.end()));
      default -> {}
    }
    return i + 1;
  }

  /** 个人 and 本人 return to the speaker's own figures. */
  private void self(Token token) {
    if (token.value() instanceof Word word && word.role() == Role.SELF) {
      items.add(new SubjectItem(token.start(), token.end(), null, false));
    }
  }

  /** A number directly behind a unit is the store metric's, or that of 业绩： before the unit. */
  private int subject(int i) {
    items.add(tokens.get(i).as(SubjectItem.class));
    Metric metric = heading == null ? lexicon.storeMetric() : heading;
    NumberPlace place = NumberPlace.behind(tokens, text, i);
    if (metric == null || place.check() != null) {
      return i + 1;
    }
    MetricWord word = new MetricWord(metric, null, 0);
    if (place.zero() != null) {
      items.add(fit.zero(place.zero(), place.zero(), word));
      return place.next();
    }
    Token number = place.number();
    if (number == null || !isBare(number, metric) || bindsForward(place.next() - 1)) {
      return i + 1;
    }
    items.add(fit.unitFigure(word, place, number));
    return place.next();
  }

  private static boolean isBare(Token number, Metric metric) {
    Num num = number.as(Num.class);
    return num.bindable() && (num.measure().isEmpty() || num.measure().equals(metric.unit()));
  }

  private boolean bindsForward(int number) {
    int metric = fit.kind(number + 1) == Kind.BLANK ? number + 2 : number + 1;
    return fit.kind(metric) == Kind.METRIC && chainEndsInMetric(metric);
  }

  /** 业绩：五店2.3万 八店1.8万. */
  private boolean headsUnits(int i, Metric metric) {
    int next = i + 1;
    while (fit.kind(next) == Kind.BLANK || fit.kind(next) == Kind.GLUE) {
      next++;
    }
    return next > i + 1 && fit.kind(next) == Kind.SUBJECT && metric.kind() == Metric.Kind.AMOUNT;
  }

  /** Index of the second day in 12月1日-3日, or {@code i}. */
  private int rangeEnd(int i) {
    int j = i + 1;
    while (fit.kind(j) == Kind.BLANK) {
      j++;
    }
    if (j >= tokens.size()
        || !RANGE.contains(text.substring(tokens.get(j).start(), tokens.get(j).end()))) {
      return i;
    }
    do {
      j++;
    } while (fit.kind(j) == Kind.BLANK);
    return fit.kind(j) == Kind.DATE ? j : i;
  }

  private static TroubleItem range(Token first, Token last) {
    return new TroubleItem(
        first.start(), last.end(), Problem.Kind.INVALID_DATE, null, null, last.end());
  }

  private NameItem name(int i) {
    Token token = tokens.get(i);
    Kind next = fit.kind(i + 1);
    boolean sentence = next == Kind.TEXT && Chars.letter(text.charAt(token.end()));
    return new NameItem(
        token.start(),
        token.end(),
        token.as(String.class),
        token.is(Kind.NAME_HEADER) || !sentence);
  }

  private int metric(int i) {
    Token token = tokens.get(i);
    NumberPlace place = NumberPlace.behind(tokens, text, i);
    MetricWord word = token.as(MetricWord.class);
    if (headsUnits(i, word.metric())) {
      heading = word.metric();
      return i + 1;
    }
    if (place.check() != null && place.number() != null) {
      Token number = place.number();
      items.add(checkItem(token.start(), number, place.check(), null, word.metric()));
      return place.next();
    }
    if (place.zero() != null) {
      items.add(fit.checkedBefore(i, fit.zero(token, place.zero(), word)));
      return place.next();
    }
    if (place.number() != null && !fit.belongsElsewhere(word.metric(), place.number())) {
      Item item = fit.figure(i, word, place);
      if (item != null) {
        items.add(item);
        return place.next();
      }
    }
    bare(i, word);
    return i + 1;
  }

  /** A metric without a number is trouble when it stands alone, and a word in a sentence. */
  private void bare(int i, MetricWord word) {
    Token token = tokens.get(i);
    boolean letterBefore =
        fit.kind(i - 1) == Kind.TEXT && Chars.letter(Chars.at(text, token.start() - 1));
    String after = fit.runAfter(i);
    Token vague = fit.vagueWord(i);
    if (word.meant() == null && vague != null) {
      items.add(
          new TroubleItem(
              token.start(), vague.end(), Problem.Kind.VAGUE, word.metric(), null, vague.end()));
    } else if (letterBefore || !after.isEmpty() || word.meant() != null) {
      items.add(new WordItem(token.start(), token.end()));
    } else {
      items.add(
          new TroubleItem(
              token.start(),
              token.end(),
              Problem.Kind.METRIC_WITHOUT_NUMBER,
              word.metric(),
              null,
              token.end()));
    }
  }

  private int number(int i) {
    Token token = tokens.get(i);
    Num num = token.as(Num.class);
    if (Chars.at(text, token.start() - 1) == '第') {
      items.add(new WordItem(token.start(), token.end()));
      return i + 1;
    }
    int metric = fit.kind(i + 1) == Kind.BLANK ? i + 2 : i + 1;
    if (num.bindable() && fit.kind(metric) == Kind.METRIC && chainEndsInMetric(metric)) {
      MetricWord word = tokens.get(metric).as(MetricWord.class);
      Item item =
          fit.belongsElsewhere(word.metric(), token)
              ? null
              : fit.figureBefore(i, word, tokens.get(metric));
      if (item != null) {
        items.add(item);
        return metric + 1;
      }
    }
    Metric owner = lexicon.ownerOf(num.measure());
    if (owner != null && num.bindable()) {
      items.add(fit.byMeasure(i, owner));
      return i + 1;
    }
    items.add(fit.loose(i, items.isEmpty() ? null : items.get(items.size() - 1)));
    return i + 1;
  }

  /**
   * 12个意向 2个新客户 binds forward; in 3家 意向5 the metric keeps the number behind it. The run of numbers
   * and metrics from {@code metric} on decides: it ends in a metric when they bind forward.
   */
  private boolean chainEndsInMetric(int metric) {
    int i = metric;
    for (int step = 0; step < LONGEST_CHAIN; step++) {
      int next = fit.kind(i + 1) == Kind.BLANK ? i + 2 : i + 1;
      if (fit.kind(i) == Kind.METRIC) {
        if (fit.kind(next) != Kind.NUMBER) {
          return fit.kind(next) != Kind.GLUE
              && fit.kind(next) != Kind.SIGN
              && fit.kind(next) != Kind.UNIT
              && fit.kind(next) != Kind.ZERO;
        }
        if (fit.belongsElsewhere(tokens.get(i).as(MetricWord.class).metric(), tokens.get(next))) {
          return true;
        }
      } else if (fit.kind(next) != Kind.METRIC) {
        return false;
      }
      i = next;
    }
    return false;
  }

  private int check(int i) {
    Token first = tokens.get(i);
    Word word = first.as(Word.class);
    if (word.role() == Role.TARGET && text.startsWith("完成", first.end())) {
      items.add(new WordItem(first.start(), first.end()));
      return i + 1;
    }
    PeriodType period = word.period();
    Metric metric = null;
    int j = i + 1;
    for (int steps = 0; steps < 8 && j < tokens.size(); steps++, j++) {
      Token token = tokens.get(j);
      if (token.is(Kind.CHECK)) {
        word = token.as(Word.class);
        period = word.period() == null ? period : word.period();
      } else if (token.is(Kind.METRIC) && metric == null) {
        metric = token.as(MetricWord.class).metric();
      } else if (token.is(Kind.NUMBER)) {
        items.add(checkItem(first.start(), token, word, period, metric));
        return j + 1;
      } else if (!fit.passable(token)) {
        break;
      }
    }
    items.add(new WordItem(first.start(), first.end()));
    return i + 1;
  }

  private CheckItem checkItem(
      int start, Token number, Word word, @Nullable PeriodType period, @Nullable Metric metric) {
    PeriodType known = period == null ? word.period() : period;
    CheckValue.Kind kind =
        switch (word.role()) {
          case TARGET -> CheckValue.Kind.TARGET;
          case RATE -> CheckValue.Kind.RATE;
          case GAP -> CheckValue.Kind.GAP;
          default -> CheckValue.Kind.TOTAL;
        };
    boolean total = word.role() == Role.TOTAL || word.role() == Role.PERIOD;
    return new CheckItem(
        start,
        number.end(),
        kind,
        metric,
        known == null && total ? PeriodType.MONTH : known,
        number.as(Num.class));
  }
}
