package io.github.xunbang.target.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.target.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes readers of 目标 lines. */
@Component
class TargetLines {

  private final MetricCatalog catalog;
  private final TargetStore store;
  private final List<ArgumentType> types;

  TargetLines(MetricCatalog catalog, TargetStore store, List<ArgumentType> types) {
    this.catalog = catalog;
    this.store = store;
    this.types = types;
  }

  /** A line that sets something. */
  TargetLine ahead(TargetCall context, String typed) {
    return reader(context, true).read(typed);
  }

  /** A line that asks something. */
  TargetLine asking(TargetCall context, String typed) {
    return reader(context, false).read(typed);
  }

  /** Names of the caller's organization. */
  SubjectWords subjects(TargetCall context) {
    String organizationId = context.organization().id();
    Stream<String> reporting =
        catalog.metrics(organizationId).stream().map(Metric::positions).flatMap(List::stream);
    Stream<String> withQuota =
        store.standing(organizationId).all().stream()
            .map(target -> target.key().subject())
            .filter(subject -> subject.kind() == Subject.Kind.POSITION)
            .map(Subject::id);
    return new SubjectWords(
        context.organization(),
        context.today(),
        context.call().caller().member(),
        Stream.concat(reporting, withQuota));
  }

  private LineReader reader(TargetCall context, boolean ahead) {
    ArgumentType periods =
        types.stream().filter(type -> type.name().equals("period")).findFirst().orElseThrow();
    return new LineReader(
        context, catalog, new TargetPeriods(context, periods), subjects(context), ahead);
  }
}
