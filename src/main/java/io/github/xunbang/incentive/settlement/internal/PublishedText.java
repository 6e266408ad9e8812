package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people read of a published period. Every notice names rule, figures, period, and the way and
 * days to object (S-140, S-147).
 */
final class PublishedText {

  /** So many by name and figure; the others of one amount share a line. */
  private static final int SINGLY = 10;

  private static final int LINES = 60;
  private static final int STEP = 40;
  private static final Pattern PLACE = Pattern.compile("(?:并列)?第\\d+(?:到\\d+)?名");

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
        page.add("【奖励】" + period.label() + (texts.isEmpty() ? " 恭喜！" : "（续）"));
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
    said.add("【奖惩通知】" + period.label() + "（只发给你）");
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

  private static List<List<String>> sections(List<Award> rewards) {
    Map<String, List<Award>> byRule =
        rewards.stream()
            .collect(
                Collectors.groupingBy(
                    award -> award.rule().id(), LinkedHashMap::new, Collectors.toList()));
    return byRule.values().stream().map(PublishedText::section).toList();
  }

  private static List<String> section(List<Award> ofRule) {
    Rule rule = ofRule.get(0).rule();
    List<String> lines = new ArrayList<>();
    lines.add("■ " + rule.title() + "(" + rule.id() + ")");
    ofRule.stream().limit(SINGLY).forEach(award -> lines.add(winner(award)));
    Map<String, List<String>> others = new LinkedHashMap<>();
    ofRule.stream()
        .skip(SINGLY)
        .forEach(
            award ->
                others
                    .computeIfAbsent(prize(award), none -> new ArrayList<>())
                    .add(award.subjectName()));
    others.forEach(
        (prize, names) ->
            lines.add("另%d位各%s：%s".formatted(names.size(), prize, String.join("、", names))));
    return lines;
  }

  /** {@code 第1名 张敏 500元（业绩5.8万，排第1名）}. */
  private static String winner(Award award) {
    String working = award.working().isEmpty() ? "" : award.working().get(0);
    Matcher place = PLACE.matcher(String.join(" ", award.working()));
    return (place.find() ? place.group() + " " : "")
        + award.subjectName()
        + " "
        + prize(award)
        + (working.isEmpty() ? "" : "（" + cut(working) + "）");
  }

  private static String cut(String working) {
    return working.length() <= STEP ? working : working.substring(0, STEP) + "…";
  }

  private static String prize(Award award) {
    BigDecimal amount = award.amount();
    if (amount == null) {
      return award.words();
    }
    return (award.difference() ? "更正+" : "") + AwardText.money(award, amount);
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
            period.label(),
            DateText.shortDay(today.plusDays(scheme.objectionDays() + 1L)),
            first.number(),
            SchemeOwners.answering(organization, scheme, today));
  }
}
