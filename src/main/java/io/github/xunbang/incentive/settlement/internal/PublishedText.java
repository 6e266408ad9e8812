package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people read of a published period. Every notice names rule, figures, period, and the way and
 * days to object (S-140, S-147).
 */
final class PublishedText {

  private static final int LINES = 60;

  private final Organization organization;
  private final Schemes schemes;
  private final Period period;
  private final LocalDate today;

  PublishedText(Organization organization, Schemes schemes, Period period, LocalDate today) {
    this.organization = organization;
    this.schemes = schemes;
    this.period = period;
    this.today = today;
  }

  /** The rewards of a group in as few posts as can be read, cut between rules only. */
  List<String> rewards(List<Award> rewards) {
    List<String> texts = new ArrayList<>();
    List<String> page = new ArrayList<>();
    for (List<String> section : sections(rewards)) {
      if (page.size() + section.size() > LINES && !page.isEmpty()) {
        texts.add(String.join("\n", page));
        page.clear();
      }
      if (page.isEmpty()) {
        page.add("【奖励】" + period(rewards) + (texts.isEmpty() ? " 恭喜！" : "（续）"));
      }
      page.addAll(section);
    }
    page.addAll(grounds(rewards));
    texts.add(String.join("\n", page));
    return texts;
  }

  /** One person's deductions and notices; nobody else reads them. */
  String notice(List<Award> lines) {
    List<String> said = new ArrayList<>();
    said.add("【奖惩通知】" + period(lines) + "（只发给你）");
    for (Award award : lines) {
      said.add("#" + award.number() + " " + AwardText.ruleAndWhat(award));
      said.add("　" + String.join("；", award.working()));
    }
    if (lines.stream().anyMatch(award -> award.rule().sense() == Rule.Sense.DEDUCTION)) {
      said.add("这是按方案算出的建议，怎么落实由经理当面和你谈。");
    }
    said.addAll(grounds(lines));
    return String.join("\n", said);
  }

  /** People know a campaign by its name. */
  private String period(List<Award> lines) {
    return lines.stream()
        .flatMap(award -> Optional.ofNullable(award.rule().campaign()).stream())
        .findFirst()
        .map(campaign -> campaign + "（" + period.label() + "）")
        .orElse(period.label());
  }

  private static List<List<String>> sections(List<Award> rewards) {
    Map<String, List<Award>> byRule =
        rewards.stream()
            .collect(
                Collectors.groupingBy(
                    award -> award.rule().id(), LinkedHashMap::new, Collectors.toList()));
    return byRule.values().stream().map(ofRule -> new RewardLines(ofRule).lines()).toList();
  }

  /** By scheme one line: rule version, period, until when and how to object, who answers. */
  private List<String> grounds(List<Award> lines) {
    List<String> said = new ArrayList<>();
    for (String id :
        lines.stream().map(Award::schemeId).collect(Collectors.toCollection(LinkedHashSet::new))) {
      Award first =
          lines.stream().filter(award -> award.schemeId().equals(id)).findFirst().orElseThrow();
      schemes.find(organization.id(), id).ifPresent(scheme -> said.add(grounds(scheme, first)));
    }
    return said;
  }

  private String grounds(Scheme scheme, Award first) {
    return "依据：%s(%s第%d版)，%s的数。有疑问请在%s前私聊我：申诉 %d 理由（%s答复）"
        .formatted(
            scheme.name(),
            scheme.id(),
            first.schemeVersion(),
            period(List.of(first)),
            DateText.shortDay(today.plusDays(scheme.objectionDays() + 1L)),
            first.number(),
            SchemeOwners.answering(organization, scheme, today));
  }
}
