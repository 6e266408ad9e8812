package io.github.xunbang.organization.internal;

import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 名称: the organization's name; stored as such, not among the settings. */
@Component
@Order(1)
class NameSetting implements Setting {

  static final String NAME = "名称";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "团队叫什么，例如：华东一队";
  }

  @Override
  public String show(Organization organization) {
    return organization.name();
  }

  @Override
  public String parse(String typed) {
    return TeamName.checked("设置 名称", typed);
  }
}
