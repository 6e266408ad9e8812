package io.github.xunbang.report.grammar;

import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.SubjectChange.Section;
import io.github.xunbang.report.grammar.Item.CheckItem;
import io.github.xunbang.report.grammar.Item.FigureItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One business day's part of a message while it is being read. */
final class Draft {

  private final String original;
  private final @Nullable String unit;
  private final @Nullable Metric usual;
  private LocalDate date;
  private boolean dated;
  final Map<String, List<FigureItem>> figures = new LinkedHashMap<>();
  private final List<CheckValue> checks = new ArrayList<>();
  private final Map<Section, StringBuilder> notes = new EnumMap<>(Section.class);
  private @Nullable FigureItem last;

  /**
   * An empty draft.
   *
   * @param unit whose figures, or null for the speaker's own
   * @param usual the metric of a check value that names none, or null
   */
  Draft(
      String original,
      @Nullable String unit,
      @Nullable Metric usual,
      LocalDate date,
      boolean dated) {
    this.original = original;
    this.unit = unit;
    this.usual = usual;
    this.date = date;
    this.dated = dated;
  }

  @Nullable String unit() {
    return unit;
  }

  LocalDate date() {
    return date;
  }

  boolean dated() {
    return dated;
  }

  void moveTo(LocalDate day) {
    date = day;
    dated = true;
  }

  /** Keeps a figure; one of a metric that reports do not write becomes a check value. */
  void add(FigureItem figure) {
    if (figure.metric().source() == Metric.Source.REPORT) {
      figures.computeIfAbsent(figure.metric().id(), any -> new ArrayList<>()).add(figure);
    } else {
      checks.add(
          new CheckValue(
              CheckValue.Kind.DAY, figure.metric().id(), null, figure.value(), fragment(figure)));
    }
    last = figure;
  }

  /** Keeps a check value; without a metric of its own it belongs to the figure before it. */
  void add(CheckItem check) {
    Metric metric = check.metric();
    FigureItem before = last;
    if (metric == null && before != null) {
      boolean money = check.num().number().unitKnown();
      metric = money && before.metric().kind() != Metric.Kind.AMOUNT ? null : before.metric();
    } else if (metric == null) {
      metric = usual;
    }
    checks.add(
        new CheckValue(
            check.kind(),
            metric == null ? null : metric.id(),
            check.period(),
            check.num().value(),
            fragment(check)));
  }

  void note(Section section, String text) {
    if (text.isBlank()) {
      return;
    }
    StringBuilder note = notes.computeIfAbsent(section, any -> new StringBuilder());
    note.append(note.isEmpty() ? "" : "\n").append(text.strip());
  }

  boolean empty() {
    return figures.isEmpty() && checks.isEmpty() && notes.isEmpty();
  }

  String fragment(Item item) {
    return original.substring(item.start(), item.end());
  }

  /** Figures of one metric that do not agree, or null. */
  @Nullable List<FigureItem> disagreeing() {
    for (List<FigureItem> same : figures.values()) {
      FigureItem first = same.get(0);
      boolean agree =
          same.stream()
              .allMatch(
                  other ->
                      other.operation() == Figure.Operation.SET
                          && other.value().compareTo(first.value()) == 0);
      if (same.size() > 1 && !agree) {
        return same;
      }
    }
    return null;
  }

  /** Everything read; what deals or customers write on this day is only compared. */
  Block block() {
    List<CheckValue> all = new ArrayList<>(checks);
    List<Figure> stored = new ArrayList<>();
    for (List<FigureItem> same : figures.values()) {
      FigureItem item = same.get(0);
      if (isFed(item.metric())) {
        all.add(fedCheck(item));
      } else {
        stored.add(figure(item));
      }
    }
    return new Block(
        unit,
        date,
        dated,
        stored,
        all,
        notes.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, note -> note.getValue().toString())));
  }

  /** Whether the day's figures of this metric come from deals or customers. */
  boolean isFed(Metric metric) {
    return metric.isFedOn(date);
  }

  private CheckValue fedCheck(FigureItem item) {
    boolean adds = item.operation() == Figure.Operation.ADD;
    return new CheckValue(
        adds ? CheckValue.Kind.FED_CHANGE : CheckValue.Kind.FED,
        item.metric().id(),
        null,
        item.value(),
        fragment(item));
  }

  private Figure figure(FigureItem item) {
    return new Figure(
        item.metric().id(), item.operation(), item.value(), fragment(item), item.start());
  }
}
