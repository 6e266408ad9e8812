package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.target.Subject;
import io.github.xunbang.target.internal.TargetStore.Changed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 目标 张敏 签单 本月 24, and 目标 取消. Refused without subject, metric, number, unit and end (S-46). */
@Component
class SetTargets {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final TargetStore store;
  private final Actuals actuals;

  SetTargets(TargetStore store, Actuals actuals) {
    this.store = store;
    this.actuals = actuals;
  }

  Reply set(TargetCall context, TargetLine line) {
    String note = "";
    Map<TargetKey, Draft> drafts = new LinkedHashMap<>();
    Subject subject = subject(context, line);
    if (line.growth != null) {
      note = grown(context, line, subject, drafts);
    } else if (line.share != null) {
      drafts.put(
          key(context, line, subject, onlyMetric(context, line)), shared(context, line, subject));
    } else {
      for (TargetLine.Leg leg : legs(context, line)) {
        Draft draft =
            new Values(context)
                .draft(leg.metric(), leg.base(), leg.stretch(), line.has(LineReader.LEAVE));
        drafts.put(key(context, line, subject, leg.metric()), draft);
      }
    }
    return answer(context, line, note, drafts);
  }

  Reply cancel(TargetCall context, TargetLine line) {
    if (line.metrics.isEmpty()) {
      throw context.rejection("cancelWhat");
    }
    Subject subject = subject(context, line);
    Map<TargetKey, Draft> drafts = new LinkedHashMap<>();
    for (Metric metric : line.metrics) {
      TargetKey key = key(context, line, subject, metric);
      if (find(context, key).flatMap(StoredTarget::current).isEmpty()) {
        throw context.rejection("nothingToCancel", Map.of("target", title(context, key, metric)));
      }
      drafts.put(key, Draft.CANCELLED);
    }
    store.change(context.organization().id(), drafts, context.author());
    List<String> titles = new ArrayList<>();
    line.metrics.forEach(
        metric -> titles.add(title(context, key(context, line, subject, metric), metric)));
    return context.call().reply("cancelled", Map.of("targets", String.join("、", titles)));
  }

  /** 目标 记录 张敏 签单 本月: all states of one target. */
  Reply history(TargetCall context, TargetLine line) {
    Metric metric = onlyMetric(context, line);
    TargetKey key = key(context, line, subject(context, line), metric);
    StoredTarget target =
        find(context, key)
            .orElseThrow(
                () ->
                    context.rejection(
                        "nothingToCancel", Map.of("target", title(context, key, metric))));
    return context
        .call()
        .reply(
            "history",
            Map.of(
                "target", title(context, key, metric),
                "lines", String.join("\n", GoalText.versions(context, metric, target))));
  }

  private java.util.Optional<StoredTarget> find(TargetCall context, TargetKey key) {
    String id = context.organization().id();
    Period period = key.period();
    return (period == null ? store.standing(id) : store.startingWith(id, period)).find(key);
  }

  private static Subject subject(TargetCall context, TargetLine line) {
    if (line.subject != null) {
      return line.subject;
    }
    if (line.growth != null) {
      return Subject.ORGANIZATION;
    }
    throw context.rejection("noSubject");
  }

  private static TargetKey key(
      TargetCall context, TargetLine line, Subject subject, Metric metric) {
    Period period = line.period;
    Cadence cadence = line.cadence;
    if (period != null && cadence != null) {
      throw context.rejection("twice", Map.of("word", cadence.word()));
    }
    if (cadence != null) {
      return TargetKey.of(subject, metric.id(), cadence);
    }
    if (period == null) {
      throw context.rejection("noPeriod", Map.of("metric", metric.name()));
    }
    if (period.end().isBefore(context.today()) && line.setsSomething()) {
      throw context.rejection("over", Map.of("period", period.label()));
    }
    return TargetKey.of(subject, metric.id(), period);
  }

  private static Metric onlyMetric(TargetCall context, TargetLine line) {
    if (line.metrics.size() != 1) {
      throw context.rejection("noMetric");
    }
    return line.metrics.get(0);
  }

  /** A number before its metric belongs to the only one named. */
  private static List<TargetLine.Leg> legs(TargetCall context, TargetLine line) {
    List<TargetLine.Leg> legs = new ArrayList<>(line.legs);
    if (legs.isEmpty() && line.numbers.size() == 1) {
      ParsedNumber only = line.numbers.get(0);
      legs.add(new TargetLine.Leg(onlyMetric(context, line), only, line.stretch));
    } else if (!line.numbers.isEmpty()) {
      throw context.rejection(
          "loose", Map.of("number", NumberText.plain(line.numbers.get(0).value())));
    }
    List<Metric> bare =
        line.metrics.stream()
            .filter(metric -> legs.stream().noneMatch(leg -> leg.metric().equals(metric)))
            .toList();
    if (legs.isEmpty() || !bare.isEmpty()) {
      Metric without = bare.isEmpty() ? onlyMetric(context, line) : bare.get(0);
      throw context.rejection("noNumber", Map.of("metric", without.name()));
    }
    return legs;
  }

  private static Draft shared(TargetCall context, TargetLine line, Subject subject) {
    BigDecimal share = Objects.requireNonNull(line.share);
    boolean ofPerson =
        subject.kind() == Subject.Kind.MEMBER || subject.kind() == Subject.Kind.POSITION;
    if (!ofPerson || !line.legs.isEmpty() || share.signum() == 0 || share.compareTo(HUNDRED) > 0) {
      throw context.rejection("badShare");
    }
    return new Draft(null, null, share, line.has(LineReader.LEAVE));
  }

  /** Last year's value × (1 + growth) (S-44); returns how it was worked out. */
  private String grown(
      TargetCall context, TargetLine line, Subject subject, Map<TargetKey, Draft> drafts) {
    Metric metric = onlyMetric(context, line);
    TargetKey key = key(context, line, subject, metric);
    Period period = key.period();
    if (period == null || !line.legs.isEmpty() || !line.numbers.isEmpty()) {
      throw context.rejection("badGrowth");
    }
    Period before = context.organization().periods().yearBefore(period);
    BigDecimal last = actuals.of(context.organization(), subject, before).sums().get(metric.id());
    if (last == null || last.signum() <= 0) {
      throw context.rejection(
          "noLastYear",
          Map.of("name", context.name(subject), "period", before.label(), "metric", metric.name()));
    }
    BigDecimal base = Steps.nearest(metric, last.multiply(factor(line.growth)));
    drafts.put(key, new Draft(base, null, null, line.has(LineReader.LEAVE)));
    return before.label()
        + (before.contains(context.today()) ? "至今" : "")
        + FigureText.of(metric, last)
        + "×"
        + NumberText.plain(factor(line.growth));
  }

  static BigDecimal factor(@Nullable BigDecimal growth) {
    return growth == null ? BigDecimal.ONE : HUNDRED.add(growth).movePointLeft(2);
  }

  private Reply answer(
      TargetCall context, TargetLine line, String note, Map<TargetKey, Draft> drafts) {
    List<Changed> changed = store.change(context.organization().id(), drafts, context.author());
    List<String> lines = new ArrayList<>();
    for (Changed one : changed) {
      Metric metric = metric(line, one.key());
      lines.add(GoalText.changed(title(context, one.key(), metric), metric, one));
    }
    if (!note.isEmpty()) {
      lines.add("算法：" + note);
    }
    TargetKey first = changed.get(0).key();
    if (first.cadence() != null) {
      lines.add(context.call().definition().text("standing", Map.of()));
    }
    lines.add(
        context
            .call()
            .definition()
            .text(
                "hint",
                Map.of(
                    "name", context.name(first.subject()),
                    "metric", metric(line, first).name(),
                    "span", first.span())));
    return Reply.text(String.join("\n", lines));
  }

  private static Metric metric(TargetLine line, TargetKey key) {
    return line.metrics.stream()
        .filter(metric -> metric.id().equals(key.metricId()))
        .findFirst()
        .orElseThrow();
  }

  static String title(TargetCall context, TargetKey key, Metric metric) {
    String each = key.subject().kind() == Subject.Kind.POSITION ? "每人" : "";
    return context.name(key.subject()) + each + " " + key.span() + " " + metric.name();
  }
}
