package io.github.xunbang.organization.internal;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 加班日: workdays beside the week's and the statutory make-up days. */
@Component
@Order(7)
class ExtraWorkdaysSetting extends ExtraDaysSetting {

  static final String NAME = "加班日";

  ExtraWorkdaysSetting() {
    super(NAME, ExtraDaysOffSetting.NAME);
  }

  @Override
  public String description() {
    return "本来休息、但要上班的日子，例如：12-27；收回：取消 12-27";
  }
}
