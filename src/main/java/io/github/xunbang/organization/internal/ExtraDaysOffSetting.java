package io.github.xunbang.organization.internal;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 放假: days off beside the statutory holidays. */
@Component
@Order(6)
class ExtraDaysOffSetting extends ExtraDaysSetting {

  static final String NAME = "放假";

  ExtraDaysOffSetting() {
    super(NAME, ExtraWorkdaysSetting.NAME);
  }

  @Override
  public String description() {
    return "法定假日以外再放哪些天，例如：12-25到12-27；收回：取消 12-25";
  }
}
