package io.github.xunbang.metric.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Argument type {@code metric}: name or alias of an active metric of the caller's organization. */
@Component
class MetricArgument implements ArgumentType {

  private final MetricCatalog catalog;

  MetricArgument(MetricCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String name() {
    return "metric";
  }

  @Override
  public String expected() {
    return "指标名，例如“意向”（发“指标”看全部）";
  }

  @Override
  public List<String> words(Caller caller) {
    return caller.organizationId() == null
        ? List.of()
        : catalog.metrics(caller.organization()).stream()
            .filter(Metric::active)
            .flatMap(metric -> Stream.concat(Stream.of(metric.name()), metric.aliases().stream()))
            .toList();
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    return caller.organizationId() == null
        ? Optional.empty()
        : catalog.find(caller.organization(), token).map(metric -> metric);
  }
}
