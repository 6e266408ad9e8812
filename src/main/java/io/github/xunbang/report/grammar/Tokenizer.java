package io.github.xunbang.report.grammar;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.report.grammar.Token.Kind;
import io.github.xunbang.report.grammar.Vocabulary.Role;
import io.github.xunbang.report.grammar.Vocabulary.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Cuts a text into tokens, left to right, each char looked at a bounded number of times. */
final class Tokenizer {

  private static final int FARTHEST_NUMBER = 12;
  private static final Set<Role> CHECKS =
      Set.of(Role.TOTAL, Role.PERIOD, Role.TARGET, Role.RATE, Role.GAP);
  private static final Set<Kind> BEFORE_SUBJECT =
      Set.of(
          Kind.BLANK,
          Kind.PLAIN,
          Kind.MARK,
          Kind.GLUE,
          Kind.DATE,
          Kind.DATE_HEADER,
          Kind.NAME,
          Kind.NAME_HEADER,
          Kind.MENTION,
          Kind.PICTURE);
  private static final Set<Role> PLAIN = Set.of(Role.TITLE, Role.SELF);

  private final String text;
  private final Lexicon lexicon;
  private final DateWords dates;
  private final boolean voice;
  private final SectionReader sections;
  private final NumberReader numbers;
  private final ZeroReader zeros;
  private final HeaderReader headers;
  private final BracketReader brackets;
  private final BareDates bareDates;
  private final UnitReader units;
  private final NameReader names;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int textFrom = -1;
  private int metricEnd = -1;
  private boolean numbered;
  private int ordinals;

  Tokenizer(String original, String text, Lexicon lexicon, DateWords dates, boolean voice) {
    this.text = text;
    this.lexicon = lexicon;
    this.dates = dates;
    this.voice = voice;
    this.sections = new SectionReader(original, text, lexicon, dates);
    this.zeros = new ZeroReader(text, lexicon);
    this.units = new UnitReader(text, lexicon, dates, zeros);
    this.numbers = new NumberReader(text, lexicon, units);
    this.names = new NameReader(text, lexicon);
    this.headers = new HeaderReader(text, lexicon, dates, names);
    this.brackets = new BracketReader(text, lexicon, dates);
    this.bareDates = new BareDates(text, lexicon);
  }

  List<Token> tokens() {
    while (at < text.length()) {
      Token token = next();
      if (token == null) {
        if (textFrom < 0) {
          textFrom = at;
        }
        at += wordLength();
      } else {
        endText();
        tokens.add(token);
        at = token.end();
        note(token);
      }
    }
    endText();
    return tokens;
  }

  /** A unit's name in a sentence is one word: the 25 of 拜访25店 is no number. */
  private int wordLength() {
    Lexicon.UnitMention unit = unitWord();
    return unit == null ? 1 : unit.length();
  }

  private Lexicon.@Nullable UnitMention unitWord() {
    return behindMetric() ? null : units.nameAt(at);
  }

  private void note(Token token) {
    if (token.is(Kind.METRIC) || token.is(Kind.SUBJECT)) {
      metricEnd = token.end();
    } else if (token.is(Kind.NUMBER) || token.is(Kind.NEWLINE) || token.is(Kind.MARK)) {
      metricEnd = -1;
    }
  }

  private void endText() {
    if (textFrom >= 0) {
      tokens.add(new Token(Kind.TEXT, textFrom, at, null));
      textFrom = -1;
    }
  }

  private @Nullable Token next() {
    char c = text.charAt(at);
    if (c == '\n') {
      return one(Kind.NEWLINE);
    }
    if (Chars.blank(c)) {
      return one(Kind.BLANK);
    }
    Token token = subject();
    if (token != null || unitWord() != null) {
      return token;
    }
    if (atClauseStart()) {
      token = ordinal();
      token = token != null ? token : headers.at(at);
      token = token != null ? token : sections.at(at, numbered);
    }
    token = token != null ? token : special(c);
    token = token != null ? token : word(c);
    return token != null ? token : symbol(c);
  }

  /** A unit's name with figures behind it; behind the own name the home unit only describes. */
  private @Nullable Token subject() {
    Lexicon.UnitMention unit = units.nameAt(at);
    boolean touched = textFrom >= 0 && Chars.word(text.charAt(at - 1));
    if (unit == null || touched || metricEnd == at) {
      return null;
    }
    int end = at + unit.length();
    boolean leads = leadsLine();
    if (!units.figuresFollow(end, leads)) {
      return null;
    }
    boolean home = lexicon.isHome(unit.unit());
    boolean onItsLine = leads && Chars.at(text, Chars.skipBlanks(text, end)) == '\n';
    if (home && (onItsLine || behindOwnName())) {
      return new Token(Kind.MARK, at, end, null);
    }
    return new Token(
        Kind.SUBJECT, at, end, new Item.SubjectItem(at, end, unit.unit(), behindWords()));
  }

  /** Whether nothing that says anything stands before this on its line. */
  private boolean leadsLine() {
    if (textFrom >= 0) {
      return false;
    }
    for (int i = tokens.size() - 1; i >= 0 && !tokens.get(i).is(Kind.NEWLINE); i--) {
      if (!BEFORE_SUBJECT.contains(tokens.get(i).kind())) {
        return false;
      }
    }
    return true;
  }

  private int lastBeforeBlanks() {
    int i = tokens.size() - 1;
    while (kind(i) == Kind.BLANK || kind(i) == Kind.GLUE) {
      i--;
    }
    return i;
  }

  private @Nullable Kind kind(int i) {
    return i < 0 ? null : tokens.get(i).kind();
  }

  private boolean behindOwnName() {
    Kind before = kind(lastBeforeBlanks());
    return before == Kind.NAME || before == Kind.NAME_HEADER;
  }

  /** 拜访 五店 意向12, 五店、八店 2万: words in front leave open whose figures they are. */
  private boolean behindWords() {
    int i = lastBeforeBlanks();
    if (textFrom >= 0) {
      return saysSomething(textFrom, at);
    }
    if (kind(i) == Kind.MARK && kind(i - 1) == Kind.TEXT) {
      Token listed = tokens.get(i - 1);
      return IntStream.range(listed.start(), listed.end()).anyMatch(p -> units.nameAt(p) != null);
    }
    return kind(i) == Kind.TEXT && saysSomething(tokens.get(i).start(), tokens.get(i).end());
  }

  private boolean saysSomething(int from, int to) {
    String words = text.substring(from, to);
    return words.chars().anyMatch(c -> Chars.letter((char) c))
        && !Vocabulary.HARMLESS_BEFORE.contains(words.strip());
  }

  private Token one(Kind kind) {
    return new Token(kind, at, at + 1, null);
  }

  private boolean atLineStart() {
    if (textFrom >= 0) {
      return false;
    }
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Kind kind = tokens.get(i).kind();
      if (kind != Kind.BLANK && kind != Kind.PLAIN) {
        return kind == Kind.NEWLINE;
      }
    }
    return true;
  }

  private boolean atClauseStart() {
    if (textFrom >= 0 && Chars.word(text.charAt(at - 1))) {
      return false;
    }
    return at == 0 || metricEnd != at;
  }

  /** 1. 2、 (3): at a line's start, or inside a line where the count goes on before a metric. */
  private @Nullable Token ordinal() {
    int heading = atLineStart() ? Chars.chineseOrdinal(text, at) : 0;
    if (heading > 0) {
      return new Token(Kind.MARK, at, at + heading, null);
    }
    int length = metricEnd >= 0 ? 0 : Chars.ordinal(text, at);
    if (length == 0) {
      return null;
    }
    int item = Chars.skipBlanks(text, at + length);
    boolean lineStart = atLineStart();
    boolean goesOn =
        text.charAt(at) != '('
            && text.substring(at, at + length - 1).equals(Integer.toString(ordinals + 1))
            && lexicon.metricAt(text, item) != null;
    if (!lineStart && !goesOn || item >= text.length() || Chars.at(text, item) == '\n') {
      return null;
    }
    numbered = true;
    ordinals = goesOn ? ordinals + 1 : 1;
    return new Token(Kind.MARK, at, at + length, null);
  }

  private @Nullable Token special(char c) {
    if (c == '@') {
      return brackets.mention(at);
    }
    return c == '(' || c == '[' ? brackets.at(at, metricEnd) : date(c);
  }

  private @Nullable Token date(char c) {
    DateWords.Found found = dates.read(text, at).orElse(null);
    if (found == null || lexicon.metricAt(text, at) != null) {
      return null;
    }
    boolean numeric = Chars.digit(c);
    boolean second =
        textFrom >= 0 && textFrom == at - 1 && "到至".indexOf(text.charAt(textFrom)) >= 0;
    boolean insideWord =
        numeric && !second && textFrom >= 0 && at > 0 && Chars.word(text.charAt(at - 1));
    if (numeric && (behindMetric() || insideWord)
        || found.bare() && !bareDates.opensBlock(found.end(), atLineStart())) {
      return null;
    }
    return new Token(Kind.DATE, at, found.end(), found);
  }

  private boolean behindMetric() {
    if (metricEnd < 0 || at - metricEnd > FARTHEST_NUMBER) {
      return false;
    }
    int from = metricEnd;
    while (from < at
        && (Chars.blank(text.charAt(from)) || ":=+-".indexOf(text.charAt(from)) >= 0)) {
      from++;
    }
    return from == at
        || at - from <= 4 && Vocabulary.CONNECTORS.contains(text.substring(from, at).strip())
        || at - from <= 3
            && (Vocabulary.PLUS.contains(text.substring(from, at))
                || Vocabulary.MINUS.contains(text.substring(from, at)));
  }

  private @Nullable Token word(char c) {
    Token zero = zeros.at(at, behindMetric());
    if (zero != null) {
      return zero;
    }
    MetricWord metric = lexicon.metricAt(text, at);
    Word check = Vocabulary.at(text, at, CHECKS);
    if (check != null && (metric == null || check.text().length() > metric.length())) {
      return new Token(Kind.CHECK, at, at + check.text().length(), check);
    }
    if (metric == null) {
      metric = lexicon.soundAt(text, at, voice);
    }
    if (metric != null) {
      return new Token(Kind.METRIC, at, at + metric.length(), metric);
    }
    Token name = atClauseStart() ? names.at(at, standsApart()) : null;
    name = name != null ? name : plain();
    return name != null ? name : number(c);
  }

  /** Whether no letter or figure touches the word at {@code at} on its left. */
  private boolean standsApart() {
    Kind before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1).kind();
    return !Chars.word(Chars.at(text, at - 1)) || before == Kind.PLAIN || before == Kind.DATE;
  }

  private @Nullable Token plain() {
    Word word = atClauseStart() ? Vocabulary.at(text, at, PLAIN) : null;
    if (word == null) {
      return null;
    }
    int end = at + word.text().length();
    boolean alone =
        !Chars.letter(Chars.at(text, end))
            || lexicon.metricAt(text, end) != null
            || lexicon.nameAt(text, end) != null
            || lexicon.unitNameAt(text, end) != null
            || dates.read(text, end).isPresent()
            || numbers.at(end, false) != null;
    return alone ? new Token(Kind.PLAIN, at, end, word) : null;
  }

  private @Nullable Token number(char c) {
    boolean keycap = Chars.at(text, at + 1) == '\uFE0F' || Chars.at(text, at + 1) == '\u20E3';
    return keycap && Chars.digit(c) ? null : numbers.at(at, behindMetric());
  }

  private @Nullable Token symbol(char c) {
    if (c == ':' || c == '=') {
      return one(Kind.GLUE);
    }
    if (c == '+' || c == '-') {
      return one(Kind.SIGN);
    }
    return Chars.mark(c) || c == ')' || c == ']' ? one(Kind.MARK) : null;
  }
}
