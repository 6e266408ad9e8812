package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Feed.Measure;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 客户来源: whether recorded customers or daily reports write 新客户信息 (S-13). */
@Component
@Order(22)
class CustomerSourceSetting extends SourceSetting {

  static final String NAME = "客户来源";

  CustomerSourceSetting() {
    super(NAME, "客户", Measure.CUSTOMERS);
  }

  @Override
  public String description() {
    return "新客户信息由谁来记：客户（资料齐了自动计入，日报只核对）或 日报；第二天起生效";
  }
}
