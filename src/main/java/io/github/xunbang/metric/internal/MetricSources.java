package io.github.xunbang.metric.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Feed.Measure;
import io.github.xunbang.metric.Metric.Kind;
import io.github.xunbang.metric.Metric.UnitValue;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Reads the word behind 来源 into a draft: what writes the metric's figures. */
final class MetricSources {

  private static final Set<String> REPORTS = Set.of("日报", "报数", "上报");
  private static final Map<String, Measure> MEASURES =
      Map.of(
          "签单数", Measure.DEAL_COUNT,
          "签单额", Measure.DEAL_AMOUNT,
          "签单金额", Measure.DEAL_AMOUNT,
          "回款额", Measure.PAID_AMOUNT,
          "客户数", Measure.CUSTOMERS);

  private MetricSources() {}

  /**
   * Changes the draft's feed.
   *
   * @param first the first business day on which the new source holds
   * @throws CommandRejectedException for a word that is none, or that does not fit the metric
   */
  static void read(String word, MetricDraft draft, LocalDate first) {
    String setting = SourceFeeds.settingOf(draft.id);
    if (setting != null) {
      throw new CommandRejectedException(
          "“%s”的来源在设置里改，请这样写：设置 %s %s".formatted(draft.name, setting, setting.substring(0, 2)));
    }
    if (REPORTS.contains(word)) {
      draft.feed = FeedSpans.reported(draft.feed, first);
      return;
    }
    Measure measure = MEASURES.get(word);
    if (measure == null) {
      throw new CommandRejectedException(
          "来源“%s”没看懂，可以写签单数、签单额、回款额、客户数、日报。例如：指标 改 合同额 来源 签单额"
              .formatted(UntrustedText.oneLine(word, 12)));
    }
    refuseMisfit(draft, measure);
    draft.feed = FeedSpans.fed(draft.feed, measure, first);
  }

  /** Deals and customers are counted for people, never for a unit itself. */
  static void check(MetricDraft draft) {
    if (draft.feed != null && draft.feed.until() == null && draft.unitValue == UnitValue.OWN) {
      throw new CommandRejectedException("自动计入的数记在成员名下，门店要按成员合计。请这样写：指标 改 合同额 门店合计");
    }
  }

  private static void refuseMisfit(MetricDraft draft, Measure measure) {
    boolean fits =
        measure.isAmount()
            ? draft.kind == Kind.AMOUNT
            : draft.kind == Kind.COUNT || draft.kind == Kind.NUMBER;
    if (!fits) {
      throw new CommandRejectedException(
          "“%s”的单位是%s，不能用这个来源：签单额、回款额给元，签单数、客户数给个数。例如：指标 新增 合同额 元 来源 签单额"
              .formatted(UntrustedText.oneLine(draft.name, 12), draft.unit));
    }
  }
}
