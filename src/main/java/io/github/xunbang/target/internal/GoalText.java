package io.github.xunbang.target.internal;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.TargetProgress.Progress;
import io.github.xunbang.organization.Member;
import io.github.xunbang.target.internal.TargetStore.Changed;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Targets and progress as people read them. */
final class GoalText {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M-d HH:mm");

  private GoalText() {}

  /** 24单，奋斗30单; 占门店30%; 已取消. */
  static String values(Metric metric, Draft draft) {
    if (draft.isCancelled()) {
      return "已取消";
    }
    BigDecimal base = draft.base();
    String text =
        base == null
            ? "占所辖门店" + NumberText.plain(java.util.Objects.requireNonNull(draft.share())) + "%"
            : FigureText.of(metric, base);
    String stretch = draft.stretch() == null ? "" : "，奋斗" + FigureText.of(metric, draft.stretch());
    return text + stretch + (draft.leaveShrinks() ? "，请假扣减" : "");
  }

  /** 已定：张敏 2026年12月 签单 24单; 已改：… 20单→24单（第2版）. */
  static String changed(String title, Metric metric, Changed change) {
    String now = values(metric, change.after().draft());
    Version before = change.before();
    if (before == null) {
      return "已定：" + title + " " + now;
    }
    return before == change.after()
        ? "没有变化：" + title + " " + now
        : "已改：%s %s→%s（第%d版）"
            .formatted(title, values(metric, before.draft()), now, change.after().number());
  }

  /** Newest first: 第2版 12-3 21:40 老板 24单. */
  static List<String> versions(TargetCall context, Metric metric, StoredTarget target) {
    ZoneId zone = context.organization().businessDay().zone();
    List<String> lines = new ArrayList<>();
    for (Version version : target.versions()) {
      String who = context.organization().member(version.actorId()).map(Member::name).orElse("经理");
      lines.add(
          0,
          "第%d版 %s %s %s"
              .formatted(
                  version.number(),
                  TIME.format(version.at().atZone(zone)),
                  who,
                  values(metric, version.draft())));
    }
    return lines.subList(0, Math.min(8, lines.size()));
  }

  /** 签单 8/24单 33.3%，还差16单，每个工作日1单（剩18天），慢0.5天. */
  static String progress(Metric metric, @Nullable BigDecimal actual, Progress progress) {
    if (Steps.lowerIsBetter(metric)) {
      return lower(metric, actual, progress);
    }
    if (actual == null && !Steps.addsUp(metric)) {
      return metric.name() + " —/" + FigureText.of(metric, progress.base());
    }
    return "%s %s/%s %s%%"
            .formatted(
                metric.name(),
                FigureText.number(metric, progress.actual()),
                FigureText.of(metric, progress.base()),
                NumberText.plain(progress.percent()))
        + rest(metric, progress);
  }

  private static String lower(Metric metric, @Nullable BigDecimal actual, Progress progress) {
    String now = actual == null ? "—" : FigureText.of(metric, progress.actual());
    String over =
        progress.missing().signum() == 0 ? "" : "，超出" + FigureText.of(metric, progress.missing());
    return "%s 控制在%s以内，现在%s%s"
        .formatted(metric.name(), FigureText.of(metric, progress.base()), now, over);
  }

  private static String rest(Metric metric, Progress progress) {
    BigDecimal stretch = progress.stretch();
    if (progress.missing().signum() == 0) {
      if (stretch == null) {
        return "，已完成！";
      }
      return stretch.compareTo(progress.actual()) <= 0
          ? "，奋斗目标也完成了！"
          : "，已完成！离奋斗还差" + FigureText.of(metric, stretch.subtract(progress.actual()));
    }
    StringBuilder text = new StringBuilder("，还差").append(FigureText.of(metric, progress.missing()));
    BigDecimal needed = progress.neededPerWorkday();
    if (needed != null) {
      text.append("，剩%d个工作日每天%s".formatted(progress.workdaysLeft(), FigureText.of(metric, needed)))
          .append(pace(progress.daysAhead()));
    }
    return text.toString();
  }

  /** ，快0.5天 or ，慢1.2天; nothing on pace. */
  private static String pace(BigDecimal daysAhead) {
    return switch (daysAhead.signum()) {
      case 1 -> "，比进度快" + NumberText.plain(daysAhead) + "天";
      case -1 -> "，比进度慢" + NumberText.plain(daysAhead.negate()) + "天";
      default -> "";
    };
  }
}
