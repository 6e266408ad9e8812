package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.metric.Feed;
import java.time.LocalDate;

/** Says who writes a fed metric's figures and since when. */
final class FeedText {

  private FeedText() {}

  /** {@code 12月4日起由签单自动计入，日报里写的只核对}, or until when that was so. */
  static String of(Feed feed) {
    LocalDate until = feed.until();
    String from = DateText.shortDay(feed.from());
    String by = "由" + by(feed.measure()) + "自动计入";
    if (until == null) {
      return from + "起" + by + "，日报里写的只核对";
    }
    String days = until.equals(feed.from()) ? from : from + "到" + DateText.shortDay(until);
    return days + by + "，" + DateText.shortDay(until.plusDays(1)) + "起由日报登记";
  }

  private static String by(Feed.Measure measure) {
    return switch (measure) {
      case DEAL_COUNT -> "签单";
      case DEAL_AMOUNT -> "签单金额";
      case PAID_AMOUNT -> "回款";
      case CUSTOMERS -> "客户";
    };
  }
}
