package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DayRange;
import io.github.xunbang.calendar.DayRangeText;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Structure;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 活动: campaigns of free dates or a festival beside the normal months (S-36, S-93, S-94). One that
 * is over stays, for its frozen result keeps its days closed.
 */
@Component
@Order(8)
class CampaignSetting implements StructureSetting {

  static final String NAME = "活动";

  private static final int SHOWN = 6;
  private static final int MOST = 100;
  private static final String TAKE_BACK = "^(?:取消|删除|去掉)\\s*";

  private final CampaignNames names;

  CampaignSetting(CampaignNames names) {
    this.names = names;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "名字和起止，例如：国庆冲刺 8-1到11-30 五店 八店，或：中秋促销 中秋节、年货节 春节前15天到春节；取消 国庆冲刺";
  }

  @Override
  public String show(Organization organization) {
    List<Campaign> campaigns =
        organization.structure().campaigns().stream()
            .sorted(Comparator.comparing(Campaign::end).reversed())
            .toList();
    if (campaigns.isEmpty()) {
      return "无";
    }
    String shown =
        campaigns.stream()
            .limit(SHOWN)
            .map(campaign -> text(campaign, organization))
            .collect(Collectors.joining("；"));
    return campaigns.size() > SHOWN ? shown + "…共" + campaigns.size() + "个" : shown;
  }

  @Override
  public Organization change(String typed, Organization organization, LocalDate today) {
    String text = DayRangeText.tidy(typed);
    String rest = text.replaceFirst(TAKE_BACK, "");
    List<Campaign> before = organization.structure().campaigns();
    return rest.equals(text)
        ? with(organization, added(before, CampaignText.read(text, today), organization, today))
        : with(organization, without(before, rest, today));
  }

  private List<Campaign> added(
      List<Campaign> before, CampaignText typed, Organization organization, LocalDate today) {
    names.requireFree(typed.name(), organization, today);
    if (before.size() >= MOST) {
      throw new CommandRejectedException("活动最多%d个，先取消用不着的：设置 活动 取消 名字".formatted(MOST));
    }
    before.stream()
        .filter(one -> one.start().equals(typed.days().start()))
        .filter(one -> one.end().equals(typed.days().end()))
        .findFirst()
        .ifPresent(CampaignSetting::refuseSameDays);
    List<String> unitIds =
        typed.units().stream().map(unit -> unitId(unit, organization, today)).distinct().toList();
    List<Campaign> after = new ArrayList<>(before);
    after.add(new Campaign(typed.name(), typed.days().start(), typed.days().end(), unitIds, today));
    return after;
  }

  /** A campaign is known by its dates where it is closed, ranked and aimed at. */
  private static void refuseSameDays(Campaign other) {
    throw new CommandRejectedException(
        "“%s”也是%s，同样起止只能有一个活动。请错开一天，或先取消：设置 活动 取消 %s"
            .formatted(
                other.name(), new DayRange(other.start(), other.end()).text(), other.name()));
  }

  private static String unitId(String name, Organization organization, LocalDate today) {
    List<Unit> found = organization.units().find(name, today);
    if (found.isEmpty()) {
      throw new CommandRejectedException(
          "没有叫“%s”的单位。不写单位就是全员参加，例如：设置 活动 国庆冲刺 8-1到11-30".formatted(name));
    }
    if (found.size() > 1) {
      throw new CommandRejectedException(
          "叫“%s”的单位有%d个，分不清是哪个，请改写上一级单位。".formatted(name, found.size()));
    }
    return found.get(0).id();
  }

  private static List<Campaign> without(List<Campaign> before, String name, LocalDate today) {
    Campaign campaign =
        before.stream()
            .filter(one -> one.name().equals(name.strip()))
            .findFirst()
            .orElseThrow(() -> new CommandRejectedException("没有这个活动。看全部请发：设置 活动"));
    // Its board may be posted and its days are closed; that cannot be taken back.
    if (campaign.freezes() && campaign.end().isBefore(today)) {
      throw new CommandRejectedException("“%s”已经结束封榜，不能取消，留着不影响别的。".formatted(campaign.name()));
    }
    return before.stream().filter(one -> !one.equals(campaign)).toList();
  }

  private static Organization with(Organization before, List<Campaign> campaigns) {
    Structure structure = before.structure();
    return OrganizationChange.structure(
        before,
        before.members(),
        new Structure(
            structure.units(), structure.responsibilities(), structure.deputies(), campaigns));
  }

  /** {@code 国庆冲刺（2026-08-01到11-30，五店、八店）}. */
  private static String text(Campaign campaign, Organization organization) {
    String units =
        campaign.unitIds().stream()
            .flatMap(id -> organization.units().unit(id).stream())
            .map(Unit::name)
            .collect(Collectors.joining("、"));
    return campaign.name()
        + "（"
        + new DayRange(campaign.start(), campaign.end()).text()
        + (units.isEmpty() ? "" : "，" + units)
        + "）";
  }
}
