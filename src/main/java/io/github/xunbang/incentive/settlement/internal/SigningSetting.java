package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 奖惩复核: up to three people who sign one after the other what was confirmed, before it is published
 * (S-141, S-142). Stored as member ids; nobody unless set.
 */
@Component
@Order(49)
class SigningSetting implements Setting {

  private static final String NAME = "奖惩复核";
  private static final String OFF = "关";
  private static final int MOST = 3;
  private static final Set<String> NOBODY = Set.of("关", "关闭", "无", "不要", "没有", "取消");

  /** The ids of those who sign, in order; empty when nobody need. */
  static List<String> signers(Organization organization) {
    String stored = organization.settings().getOrDefault(NAME, OFF);
    return stored.isEmpty() || stored.equals(OFF) ? List.of() : List.of(stored.split(","));
  }

  /** Their names in order, joined for people. */
  static String names(Organization organization) {
    return signers(organization).stream()
        .map(id -> organization.member(id).map(Member::name).orElse("（已离开）"))
        .collect(Collectors.joining("、"));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "奖惩确认后、发布前由谁依次复核，最多三人，例如：王芳 李强；不要就写：关";
  }

  @Override
  public String show(Organization organization) {
    String names = names(organization);
    return names.isEmpty() ? OFF : names;
  }

  @Override
  public String parse(String typed) {
    throw new UnsupportedOperationException("Names need the organization");
  }

  @Override
  public String parse(String typed, Organization organization, LocalDate today) {
    if (NOBODY.contains(typed.strip())) {
      return OFF;
    }
    List<String> ids = new ArrayList<>();
    for (String name :
        Arrays.stream(typed.strip().split("[\\s,，、→>@]+")).filter(one -> !one.isEmpty()).toList()) {
      String id =
          organization
              .memberNamed(name, today)
              .map(Member::id)
              .orElseThrow(
                  () -> new CommandRejectedException("没有叫这个名字的同事。请这样写：设置 奖惩复核 王芳 李强（不要就写：关）"));
      if (!ids.contains(id)) {
        ids.add(id);
      }
    }
    if (ids.isEmpty() || ids.size() > MOST) {
      throw new CommandRejectedException("奖惩复核要一到三人，按先后写。请这样写：设置 奖惩复核 王芳 李强（不要就写：关）");
    }
    return String.join(",", ids);
  }
}
