package io.github.xunbang.ranking;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import io.github.xunbang.ranking.Terms.Ties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 并列: whether equal values share a place or whoever got there first stands first. */
@Component
@Order(30)
class TieSetting implements Setting {

  private static final String NAME = "并列";
  private static final String SHARED = "并列";
  private static final String FIRST = "先到";

  /** The rule in force. */
  static Ties of(Organization organization) {
    return FIRST.equals(organization.settings().get(NAME)) ? Ties.FIRST : Ties.SHARED;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "数值相同时怎么排：并列（名次相同），或先到（前十名里先达到的在前），例如：先到";
  }

  @Override
  public String show(Organization organization) {
    return of(organization) == Ties.FIRST ? FIRST : SHARED;
  }

  @Override
  public String parse(String typed) {
    String value = typed.strip();
    if (value.equals(SHARED) || value.equals(FIRST)) {
      return value;
    }
    throw new CommandRejectedException("并列只能设“并列”或“先到”。请这样写：设置 并列 先到");
  }
}
