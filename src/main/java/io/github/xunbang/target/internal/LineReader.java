package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.NearNames;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.target.Subject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of one 目标 line in free order; a word such as 新访2 or 每日意向10 is cut where all
 * pieces mean something.
 */
final class LineReader {

  static final String LEAVE = "请假扣减";
  static final String WEIGHTS = "权重";
  static final String AMOUNTS = "指定";
  static final String BY_MONTH = "按月";
  static final String BY_QUARTER = "按季";
  static final String BY_XUN = "按旬";
  static final String BY_HALF = "按半月";
  static final String BY_WORKDAYS = "按工作日";
  static final String BY_HEADS = "按人数";
  static final String BY_LAST_YEAR = "按去年";
  static final String STORE = "生效";

  private static final int LONGEST_CUT = 30;

  private final TargetCall context;
  private final MetricCatalog catalog;
  private final TargetPeriods periods;
  private final SubjectWords subjects;
  private final boolean ahead;
  private final TargetLine line = new TargetLine();
  private @Nullable Metric openMetric;
  private @Nullable Subject openPart;
  private boolean stretchNext;

  /**
   * Reads a line.
   *
   * @param ahead whether months without a year lie ahead, as in new targets
   */
  LineReader(
      TargetCall context,
      MetricCatalog catalog,
      TargetPeriods periods,
      SubjectWords subjects,
      boolean ahead) {
    this.context = context;
    this.catalog = catalog;
    this.periods = periods;
    this.subjects = subjects;
    this.ahead = ahead;
  }

  /**
   * What the line says.
   *
   * @throws io.github.xunbang.command.CommandRejectedException naming the word that means nothing
   */
  TargetLine read(String typed) {
    for (String token : tokens(typed)) {
      List<Object> pieces = cut(token, true);
      if (pieces == null) {
        throw unknown(token);
      }
      pieces.forEach(this::take);
    }
    return line;
  }

  /** Blank-free words; 1,234.5 stays one. */
  static List<String> tokens(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    return Stream.of(plain.split("[\\s、;:=|]+|,(?!\\d{3})|。"))
        .filter(token -> !token.isEmpty())
        .toList();
  }

  private @Nullable List<Object> cut(String token, boolean whole) {
    int shortest = token.length() <= LONGEST_CUT ? 1 : token.length();
    for (int length = token.length(); length >= shortest; length--) {
      Object piece = meaning(token.substring(0, length), whole && length == token.length());
      if (piece == null) {
        continue;
      }
      List<Object> rest =
          length == token.length() ? List.of() : cut(token.substring(length), false);
      if (rest != null) {
        List<Object> pieces = new ArrayList<>(List.of(piece));
        pieces.addAll(rest);
        return pieces;
      }
    }
    return null;
  }

  private @Nullable Object meaning(String piece, boolean whole) {
    Object word = LineWords.meaning(piece);
    if (word != null) {
      return word;
    }
    Optional<ParsedNumber> number = ChineseNumber.parse(piece);
    if (number.isPresent()) {
      return number.get();
    }
    Optional<Subject> subject = subjects.find(piece);
    if (subject.isPresent()) {
      return subject.get();
    }
    Optional<Metric> metric = catalog.find(context.organization().id(), piece);
    if (metric.isPresent()) {
      return metric.get();
    }
    // 月 and 日 alone are periods, inside a word they are not.
    Optional<Period> period =
        whole || piece.length() > 1 ? periods.find(piece, ahead) : Optional.empty();
    return period.isPresent() ? period.get() : measureWord(piece, whole);
  }

  private @Nullable Object measureWord(String piece, boolean whole) {
    boolean known =
        catalog.metrics(context.organization().id()).stream()
            .anyMatch(metric -> metric.unit().equals(piece));
    return !whole && known ? LineWords.Mark.UNIT : null;
  }

  private void take(Object piece) {
    if (piece instanceof Subject subject) {
      takeSubject(subject);
    } else if (piece instanceof Metric metric) {
      line.metrics.add(metric);
      openMetric = metric;
    } else if (piece instanceof ParsedNumber number) {
      takeNumber(number);
    } else if (piece instanceof Period period) {
      line.period = once(line.period, period, period.label());
    } else if (piece instanceof Cadence cadence) {
      line.cadence = once(line.cadence, cadence, cadence.word());
    } else if (piece instanceof LineWords.Share share) {
      line.share = share.percent();
    } else if (piece instanceof LineWords.Growth growth) {
      line.growth = growth.percent();
    } else if (piece instanceof String word) {
      line.words.add(word);
      openMetric = null;
    } else {
      stretchNext |= piece == LineWords.Mark.STRETCH;
    }
  }

  private void takeSubject(Subject subject) {
    if (line.has(WEIGHTS) || line.has(AMOUNTS)) {
      openPart = subject;
    } else {
      line.subject = once(line.subject, subject, context.name(subject));
    }
  }

  private <T> T once(@Nullable T before, T now, String shown) {
    if (before != null && !before.equals(now)) {
      throw context.rejection("twice", Map.of("word", shown));
    }
    return now;
  }

  private void takeNumber(ParsedNumber number) {
    if (openPart != null) {
      line.parts.add(new TargetLine.Part(openPart, number));
      openPart = null;
    } else if (stretchNext) {
      takeStretch(number);
    } else if (openMetric != null) {
      line.legs.add(new TargetLine.Leg(openMetric, number, null));
      openMetric = null;
    } else {
      line.numbers.add(number);
    }
  }

  private void takeStretch(ParsedNumber number) {
    stretchNext = false;
    int last = line.legs.size() - 1;
    if (last >= 0) {
      TargetLine.Leg leg = line.legs.get(last);
      line.legs.set(last, new TargetLine.Leg(leg.metric(), leg.base(), number));
    } else {
      line.stretch = number;
    }
  }

  private RuntimeException unknown(String token) {
    String shown = UntrustedText.oneLine(token, 12);
    if (ChineseNumber.scan(TypedText.normalize(TypedText.clean(token)), 0)
        .filter(ParsedNumber::vague)
        .isPresent()) {
      return context.rejection("vague", Map.of("word", shown));
    }
    return subjects
        .left(token)
        .<RuntimeException>map(left -> context.rejection("left", Map.of("name", left.name())))
        .orElseGet(() -> unknownName(token, shown));
  }

  private RuntimeException unknownName(String token, String shown) {
    Stream<String> metricNames =
        catalog.metrics(context.organization().id()).stream()
            .filter(Metric::active)
            .flatMap(metric -> Stream.concat(Stream.of(metric.name()), metric.aliases().stream()));
    Stream<String> names = Stream.concat(subjects.names(), metricNames);
    return NearNames.slip(token, Stream.concat(names, LineWords.WORDS.stream()))
        .map(near -> context.rejection("near", Map.of("word", shown, "near", near)))
        .orElseGet(() -> context.rejection("unknown", Map.of("word", shown)));
  }
}
