package io.github.xunbang.metric.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 指标: what the team counts; everybody may look, managers add. */
@Component
class MetricCommands implements CommandHandler {

  private static final String ADD = "新增";

  private final MetricCatalog catalog;

  MetricCommands(MetricCatalog catalog) {
    this.catalog = catalog;
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
    return input.startsWith(ADD) ? add(call, input.substring(ADD.length())) : show(call, input);
  }

  private Reply list(CommandCall call) {
    String lines =
        catalog.metrics(call.caller().organization()).stream()
            .filter(Metric::active)
            .map(MetricCommands::line)
            .collect(Collectors.joining("\n"));
    return call.reply("list", Map.of("lines", lines));
  }

  private Reply show(CommandCall call, String word) {
    Metric metric =
        catalog
            .find(call.caller().organization(), word)
            .orElseThrow(
                () -> call.rejection("unknown", Map.of("word", UntrustedText.oneLine(word, 12))));
    return call.reply(
        "show",
        Map.of(
            "line", line(metric),
            "definition", definition(metric),
            "range", range(metric)));
  }

  private Reply add(CommandCall call, String typed) {
    if (!call.caller().access().covers(Access.MANAGER)) {
      throw call.rejection("managersOnly", Map.of());
    }
    Optional<Metric> described = MetricLine.parse(typed);
    if (described.isEmpty()) {
      throw call.rejection("shape", Map.of());
    }
    if (isEmptyRange(described.get())) {
      throw call.rejection("emptyRange", Map.of());
    }
    Metric added = catalog.add(call.caller().organization(), described.get());
    return call.reply(
        "added",
        Map.of(
            "line", line(added),
            "range", range(added),
            "example", added.name() + " " + exampleValue(added)));
  }

  private static boolean isEmptyRange(Metric metric) {
    BigDecimal min = metric.min();
    BigDecimal max = metric.max();
    return min != null && max != null && min.compareTo(max) >= 0;
  }

  /** {@code 意向客户（意向） 单位个}. */
  private static String line(Metric metric) {
    String aliases =
        metric.aliases().isEmpty() ? "" : "（" + String.join("、", metric.aliases()) + "）";
    return UntrustedText.oneLine(metric.name() + aliases, 120) + " 单位" + metric.unit();
  }

  private static String definition(Metric metric) {
    return metric.definition().isEmpty()
        ? "还没有写定义"
        : UntrustedText.oneLine(metric.definition(), 100);
  }

  private static String range(Metric metric) {
    return number(metric.min()) + "到" + number(metric.max()) + metric.unit();
  }

  private static String number(@Nullable BigDecimal value) {
    if (value == null) {
      return "不限";
    }
    String plain = value.stripTrailingZeros().toPlainString();
    if (plain.endsWith("00000000")) {
      return plain.substring(0, plain.length() - 8) + "亿";
    }
    return plain.endsWith("0000") && !plain.contains(".")
        ? plain.substring(0, plain.length() - 4) + "万"
        : plain;
  }

  /** A value that lies in the range, so that the line shown can be sent as it is. */
  private static String exampleValue(Metric metric) {
    BigDecimal usual =
        metric.kind() == Metric.Kind.AMOUNT ? new BigDecimal(30_000) : new BigDecimal(30);
    BigDecimal within = metric.max() == null ? usual : usual.min(metric.max());
    return number(metric.min() == null ? within : within.max(metric.min()));
  }
}
