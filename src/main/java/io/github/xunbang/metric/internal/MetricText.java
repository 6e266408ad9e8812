package io.github.xunbang.metric.internal;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.Formula;
import io.github.xunbang.metric.Formula.Ratio;
import io.github.xunbang.metric.Formula.Term;
import io.github.xunbang.metric.Formula.Weighted;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes metric definitions as people read them. */
final class MetricText {

  private final List<Metric> all;

  /** {@code all} metrics give the names in formulas. */
  MetricText(List<Metric> all) {
    this.all = all;
  }

  /** {@code 意向客户（意向） 单位个} or {@code 转化率 = 签单 ÷ 意向客户，单位%}. */
  String line(Metric metric) {
    String aliases =
        metric.aliases().isEmpty() ? "" : "（" + String.join("、", metric.aliases()) + "）";
    String name = metric.name() + aliases;
    String formula = metric.formula() == null ? "" : " = " + formula(metric.formula());
    return UntrustedText.oneLine(name + formula, 200) + " 单位" + metric.unit();
  }

  /** The whole picture of one metric, two to four lines. */
  String whole(Metric metric) {
    List<String> lines = new ArrayList<>();
    lines.add(line(metric));
    lines.add("定义：" + definition(metric));
    lines.add(written(metric));
    String more = String.join("；", more(metric));
    if (!more.isEmpty()) {
      lines.add(more);
    }
    return String.join("\n", lines);
  }

  /** How it is worked out, or who writes it and what a day may hold. */
  private String written(Metric metric) {
    if (metric.isDerived()) {
      return "算法：" + calculation(metric);
    }
    Feed feed = metric.feed();
    if (feed == null) {
      return "每天可填：" + range(metric);
    }
    return feed.until() == null
        ? FeedText.of(feed)
        : "每天可填：" + range(metric) + "\n" + FeedText.of(feed);
  }

  /** {@code 0到500个}. */
  static String range(Metric metric) {
    return number(metric.min()) + "到" + number(metric.max()) + metric.unit();
  }

  /** A value that lies in the range, so that the line shown can be sent as it is. */
  static String exampleValue(Metric metric) {
    BigDecimal usual =
        metric.kind() == Metric.Kind.AMOUNT ? new BigDecimal(30_000) : new BigDecimal(30);
    BigDecimal within = metric.max() == null ? usual : usual.min(metric.max());
    String shown = number(metric.min() == null ? within : within.max(metric.min()));
    return metric.kind() == Metric.Kind.RATIO ? shown + "%" : shown;
  }

  /** What differs from a plain reported metric: direction, roll-up, jobs, unit value, retired. */
  static List<String> more(Metric metric) {
    List<String> more = new ArrayList<>();
    if (metric.direction() == Metric.Direction.LOWER) {
      more.add("越低越好");
    }
    if (!metric.isDerived()) {
      rollUp(metric, more);
      unitValue(metric, more);
    }
    if (!metric.positions().isEmpty()) {
      more.add("岗位：" + UntrustedText.oneLine(String.join("、", metric.positions()), 60));
    }
    if (!metric.active()) {
      more.add("已停用，以前的数都在");
    }
    return more;
  }

  private static void rollUp(Metric metric, List<String> more) {
    switch (metric.effectiveRollUp()) {
      case LAST -> more.add("一段时间取最后一次");
      case MAX -> more.add("一段时间取最大的一天");
      case AVG -> more.add("一段时间取有数各天的平均");
      case SUM -> {}
    }
  }

  private static void unitValue(Metric metric, List<String> more) {
    switch (metric.unitValue()) {
      case OWN -> more.add("门店只算门店自报的数");
      case MEMBERS -> more.add("门店只算成员的数");
      case BOTH -> {}
    }
  }

  private static String definition(Metric metric) {
    return metric.definition().isEmpty()
        ? "还没有写定义"
        : UntrustedText.oneLine(metric.definition(), 100);
  }

  private String calculation(Metric metric) {
    return metric.formula() instanceof Ratio ratio
        ? "一段时间的%s ÷ %s × 100%%".formatted(name(ratio.numeratorId()), name(ratio.denominatorId()))
        : "一段时间的各项数乘以分值，再相加";
  }

  private String formula(Formula formula) {
    if (formula instanceof Ratio ratio) {
      return name(ratio.numeratorId()) + " ÷ " + name(ratio.denominatorId());
    }
    StringBuilder text = new StringBuilder();
    for (Term term : ((Weighted) formula).terms()) {
      boolean minus = term.weight().signum() < 0;
      text.append(text.isEmpty() ? minus ? "-" : "" : minus ? " - " : " + ");
      text.append(name(term.metricId())).append('×').append(NumberText.plain(term.weight().abs()));
    }
    return text.toString();
  }

  private String name(String id) {
    return all.stream()
        .filter(metric -> metric.id().equals(id))
        .map(Metric::name)
        .findFirst()
        .orElse(id);
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
}
