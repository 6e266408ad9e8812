package io.github.xunbang.metric.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What a manager may change of a metric, each by its word behind 指标. */
@Component
class MetricEdits {

  private static final int MAX_ALIASES = 8;

  private final MongoMetricCatalog catalog;
  private final MetricNames names;
  private final OrganizationService organizations;

  MetricEdits(MongoMetricCatalog catalog, MetricNames names, OrganizationService organizations) {
    this.catalog = catalog;
    this.names = names;
    this.organizations = organizations;
  }

  /** The words, longest first where one begins with another. */
  static final List<String> WORDS = List.of("停用", "启用", "改名", "别名", "岗位", "定义", "范围", "改");

  /** Does {@code word} to the metric that {@code rest} begins with, and answers. */
  Reply apply(CommandCall call, String word, String rest) {
    String[] parts = rest.strip().split("\\s+", 2);
    String value = parts.length > 1 ? parts[1].strip() : "";
    if (parts[0].isEmpty()) {
      throw call.rejection("usage", Map.of());
    }
    Metric metric = named(call, parts[0]);
    return switch (word) {
      case "停用" -> retire(call, metric, false);
      case "启用" -> retire(call, metric, true);
      case "改名" -> rename(call, metric, value);
      case "别名" -> changed(call, metric, draft -> aliases(call, draft, value));
      case "岗位" ->
          changed(
              call, metric, needed(call, value, d -> d.positions = MetricOptions.positions(value)));
      case "定义" ->
          changed(
              call,
              metric,
              needed(call, value, d -> d.definition = MetricOptions.definition(value)));
      case "范围" -> changed(call, metric, draft -> range(call, draft, value));
      default ->
          changed(
              call,
              metric,
              needed(call, value, d -> MetricOptions.read(value, d, today(call).plusDays(1))));
    };
  }

  /** The business day of the message. */
  LocalDate today(CommandCall call) {
    return organizations
        .get(call.caller().organization())
        .businessDay()
        .of(call.message().receivedAt());
  }

  /** The metric of that name or alias, active ones first, retired ones too. */
  Optional<Metric> find(String organizationId, String word) {
    Optional<Metric> active = catalog.find(organizationId, word);
    return active.isPresent()
        ? active
        : catalog.metrics(organizationId).stream()
            .filter(metric -> MetricWords.isCalled(metric, word))
            .findFirst();
  }

  private Metric named(CommandCall call, String word) {
    return find(call.caller().organization(), word)
        .orElseThrow(
            () -> call.rejection("unknown", Map.of("word", UntrustedText.oneLine(word, 12))));
  }

  private Reply retire(CommandCall call, Metric metric, boolean active) {
    edit(call, metric, draft -> draft.active = active);
    return call.reply(active ? "revived" : "retired", Map.of("name", metric.name()));
  }

  /** The old name stays understood, so that nobody's habit is broken overnight. */
  private Reply rename(CommandCall call, Metric metric, String name) {
    if (name.isEmpty() || name.contains(" ")) {
      throw call.rejection("usage", Map.of());
    }
    Metric renamed =
        edit(
            call,
            metric,
            draft -> {
              List<String> aliases = new ArrayList<>(draft.aliases);
              aliases.removeIf(alias -> MetricWords.same(alias, name));
              if (!MetricWords.same(draft.name, name) && aliases.size() < MAX_ALIASES) {
                aliases.add(draft.name);
              }
              draft.aliases = aliases;
              draft.name = name;
            });
    return call.reply("renamed", Map.of("old", metric.name(), "name", renamed.name()));
  }

  private static void aliases(CommandCall call, MetricDraft draft, String value) {
    boolean add = value.startsWith("加");
    if (!add && !value.startsWith("减")) {
      throw call.rejection("usage", Map.of());
    }
    List<String> words = MetricLine.aliases(value.substring(1).strip());
    List<String> aliases = new ArrayList<>(draft.aliases);
    for (String word : words) {
      boolean had = aliases.removeIf(alias -> MetricWords.same(alias, word));
      if (add) {
        aliases.add(word);
      } else if (!had) {
        throw call.rejection(
            "noAlias", Map.of("word", UntrustedText.oneLine(word, 12), "name", draft.name));
      }
    }
    if (words.isEmpty() || aliases.size() > MAX_ALIASES) {
      throw call.rejection(words.isEmpty() ? "usage" : "manyAliases", Map.of());
    }
    draft.aliases = aliases;
  }

  private static void range(CommandCall call, MetricDraft draft, String value) {
    if (!MetricOptions.readRange(value, draft)) {
      throw call.rejection("rangeShape", Map.of());
    }
  }

  private static Consumer<MetricDraft> needed(
      CommandCall call, String value, Consumer<MetricDraft> change) {
    if (value.isEmpty()) {
      throw call.rejection("usage", Map.of());
    }
    return change;
  }

  private Reply changed(CommandCall call, Metric metric, Consumer<MetricDraft> change) {
    Metric after = edit(call, metric, change);
    MetricText text = new MetricText(catalog.metrics(call.caller().organization()));
    return call.reply("changed", Map.of("metric", text.whole(after)));
  }

  private Metric edit(CommandCall call, Metric metric, Consumer<MetricDraft> change) {
    return catalog.edit(
        call.caller().organization(),
        metric.id(),
        before -> {
          MetricDraft draft = MetricDraft.of(before);
          change.accept(draft);
          Metric after = draft.metric();
          names.requireFree(call, after, before);
          return after;
        });
  }
}
