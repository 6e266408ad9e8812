package io.github.xunbang.metric.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 指标: what the team counts; everybody may look, managers add and change. */
@Component
class MetricCommands implements CommandHandler {

  private static final String ADD = "新增";

  private final MetricCatalog catalog;
  private final MetricEdits edits;
  private final MetricNames names;

  MetricCommands(MetricCatalog catalog, MetricEdits edits, MetricNames names) {
    this.catalog = catalog;
    this.edits = edits;
    this.names = names;
  }

  @Override
  public String name() {
    return "指标";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    String input = call.input().strip();
    if (input.isEmpty()) {
      return list(call);
    }
    Optional<Metric> asked = edits.find(call.caller().organization(), input);
    if (asked.isPresent()) {
      return show(call, asked.get());
    }
    if (input.startsWith(ADD)) {
      return add(managers(call), input.substring(ADD.length()));
    }
    return MetricEdits.WORDS.stream()
        .filter(input::startsWith)
        .findFirst()
        .map(word -> edits.apply(managers(call), word, input.substring(word.length())))
        .orElseThrow(
            () -> call.rejection("unknown", Map.of("word", UntrustedText.oneLine(input, 12))));
  }

  private Reply list(CommandCall call) {
    List<Metric> metrics = catalog.metrics(call.caller().organization());
    MetricText text = new MetricText(metrics);
    String lines =
        metrics.stream().filter(Metric::active).map(text::line).collect(Collectors.joining("\n"));
    String retired =
        metrics.stream()
            .filter(metric -> !metric.active())
            .map(Metric::name)
            .collect(Collectors.joining("、"));
    return call.reply(
        "list",
        Map.of(
            "lines",
            retired.isEmpty() ? lines : lines + "\n已停用：" + retired,
            "sample",
            sample(metrics)));
  }

  /** A word that works: of the first active metric, its short name where it has one. */
  private static String sample(List<Metric> metrics) {
    return metrics.stream()
        .filter(Metric::active)
        .findFirst()
        .map(metric -> metric.aliases().isEmpty() ? metric.name() : metric.aliases().get(0))
        .orElse("意向");
  }

  private Reply show(CommandCall call, Metric metric) {
    MetricText text = new MetricText(catalog.metrics(call.caller().organization()));
    return call.reply("show", Map.of("metric", text.whole(metric)));
  }

  private CommandCall managers(CommandCall call) {
    if (!call.caller().access().covers(Access.MANAGER)) {
      throw call.rejection("managersOnly", Map.of("line", UntrustedText.oneLine(call.input(), 60)));
    }
    return call;
  }

  private Reply add(CommandCall call, String typed) {
    String organization = call.caller().organization();
    Metric described =
        MetricLine.parse(typed, word -> edits.find(organization, word), edits.today(call))
            .orElseThrow(() -> call.rejection("shape", Map.of()));
    names.requireFree(call, described, null);
    Metric added = catalog.add(organization, described);
    MetricText text = new MetricText(catalog.metrics(organization));
    if (added.isDerived()) {
      return call.reply("addedDerived", Map.of("line", text.line(added), "name", added.name()));
    }
    if (added.feed() != null) {
      return call.reply(
          "addedFed", Map.of("line", text.line(added), "source", FeedText.of(added.feed())));
    }
    List<String> more = MetricText.more(added);
    return call.reply(
        "added",
        Map.of(
            "line",
            text.line(added),
            "range",
            MetricText.range(added),
            "more",
            more.isEmpty() ? "" : "，" + String.join("，", more),
            "example",
            added.name() + " " + MetricText.exampleValue(added)));
  }
}
