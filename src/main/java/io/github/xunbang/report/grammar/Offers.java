package io.github.xunbang.report.grammar;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.report.grammar.Item.FigureItem;
import io.github.xunbang.report.grammar.Item.TroubleItem;
import io.github.xunbang.report.grammar.Problem.Kind;
import io.github.xunbang.report.grammar.Rewriter.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Makes the answers that would settle what a message left open. */
final class Offers {

  private final String original;
  private final List<Draft> drafts;
  private final Lexicon lexicon;

  Offers(String original, List<Draft> drafts, Lexicon lexicon) {
    this.original = original;
    this.drafts = drafts;
    this.lexicon = lexicon;
  }

  List<Repair> amountUnits(TroubleItem item) {
    String fragment = original.substring(item.start(), item.numberEnd());
    List<Repair> repairs = new ArrayList<>();
    for (String unit : List.of("万", "元")) {
      Edit edit = new Edit(item.numberEnd(), item.numberEnd(), unit);
      repairs.add(new Repair(fragment + unit, Rewriter.apply(original, List.of(edit))));
    }
    return repairs;
  }

  /** One option per metric that could take the number and has none yet. */
  List<Repair> withMetric(TroubleItem item, List<TroubleItem> all) {
    Num num = Objects.requireNonNull(item.num());
    if (num.vague()) {
      return toSummary(all);
    }
    boolean deal = item.metric() != null;
    int from = item.end() - (num.number().end() - num.number().start());
    String number = original.substring(num.number().start(), num.number().end());
    Metric.Kind kind = num.number().unitKnown() ? Metric.Kind.AMOUNT : Metric.Kind.COUNT;
    List<Repair> repairs = new ArrayList<>();
    for (Metric metric : lexicon.metrics()) {
      boolean taken =
          drafts.stream()
              .filter(draft -> draft.unit() == null)
              .anyMatch(draft -> draft.figures.containsKey(metric.id()));
      if (metric.kind() == kind
          && !taken
          && metric.source() == Metric.Source.REPORT
          && drafts.stream().noneMatch(draft -> draft.isFed(metric))
          && repairs.size() < 4) {
        Edit edit =
            new Edit(
                deal ? item.start() : Math.max(from, item.start()),
                item.end(),
                "，" + metric.name() + number + "，");
        repairs.add(
            new Repair(
                metric.name() + NumberText.amount(num.value()),
                Rewriter.apply(original, List.of(edit))));
      }
    }
    return repairs.isEmpty() ? toSummary(all) : repairs;
  }

  List<Repair> without(TroubleItem item) {
    String rest = understood();
    if (rest.isEmpty()) {
      return List.of();
    }
    Edit edit = new Edit(item.start(), item.end(), "，");
    return List.of(new Repair("只登记" + rest, Rewriter.apply(original, List.of(edit))));
  }

  List<Repair> toSummary(List<TroubleItem> all) {
    String rest = understood();
    if (rest.isEmpty()) {
      return List.of();
    }
    List<Edit> stretches =
        all.stream()
            .filter(
                item ->
                    item.kind() == Kind.UNKNOWN_WORD || item.kind() == Kind.NUMBER_WITHOUT_METRIC)
            .map(item -> new Edit(item.start(), item.end(), ""))
            .toList();
    return List.of(new Repair("登记" + rest + "，其余记入小结", Rewriter.toSummary(original, stretches)));
  }

  /** All figures in short: {@code 意向12 签单2}. */
  String understood() {
    StringBuilder list = new StringBuilder();
    for (Draft draft : drafts) {
      String unit = draft.unit();
      List<FigureItem> figures =
          draft.figures.values().stream()
              .map(same -> same.get(0))
              .filter(figure -> !draft.isFed(figure.metric()))
              .toList();
      if (unit != null && !figures.isEmpty()) {
        list.append(list.isEmpty() ? "" : " ").append(unit);
      }
      figures.forEach(figure -> list.append(list.isEmpty() ? "" : " ").append(label(figure)));
    }
    return list.toString();
  }

  static String label(FigureItem figure) {
    String sign =
        figure.operation() == Figure.Operation.ADD && figure.value().signum() > 0
            ? "+"
            : figure.operation() == Figure.Operation.HYPHEN ? "-" : "";
    return shortName(figure.metric()) + sign + NumberText.plain(figure.value());
  }

  static String shortName(Metric metric) {
    return metric.aliases().stream()
        .filter(alias -> metric.name().startsWith(alias))
        .min(Comparator.comparingInt(String::length))
        .orElse(metric.name());
  }
}
