package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Feed.Measure;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 签单来源: whether deals or daily reports write 签单 and 回款 (S-56). */
@Component
@Order(21)
class DealSourceSetting extends SourceSetting {

  static final String NAME = "签单来源";

  DealSourceSetting() {
    super(NAME, "签单", Measure.DEAL_COUNT);
  }

  @Override
  public String description() {
    return "签单和回款由谁来记：签单（记一单自动计入，日报只核对）或 日报；第二天起生效";
  }
}
