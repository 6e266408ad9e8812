package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.settlement.Award;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One rule's rewards for a group: by place and figure, a unit that shares its award in one line.
 */
final class RewardLines {

  /** So many by name and figure; the others of one amount share a line. */
  private static final int SINGLY = 10;

  private static final Pattern PLACE = Pattern.compile("(并列)?(?:补位)?第(\\d+)(?:到\\d+)?名");
  private static final Pattern SHARED = Pattern.compile("([^：，×÷]+)共[\\d.]+\\D+");

  private final List<Award> awards;
  private final Set<String> ambiguous;

  RewardLines(List<Award> ofRule) {
    this.awards = ofRule;
    this.ambiguous = ambiguous(ofRule);
  }

  /** Short figures that stand for different ones: those are shown with all their digits. */
  private static Set<String> ambiguous(List<Award> awards) {
    Map<String, Set<String>> exact =
        awards.stream()
            .collect(
                Collectors.groupingBy(
                    award -> Deciding.of(award, false),
                    Collectors.mapping(award -> Deciding.of(award, true), Collectors.toSet())));
    return exact.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private String figure(Award award) {
    String figure = Deciding.of(award, false);
    return ambiguous.contains(figure) ? Deciding.of(award, true) : figure;
  }

  List<String> lines() {
    Rule rule = awards.get(0).rule();
    List<String> lines = new ArrayList<>();
    lines.add("■ " + rule.title() + "(" + rule.id() + ")");
    Map<String, List<Award>> units = new LinkedHashMap<>();
    List<Award> alone = new ArrayList<>();
    for (Award award : awards) {
      String unit = unit(award);
      if (unit.isEmpty()) {
        alone.add(award);
      } else {
        units.computeIfAbsent(unit, none -> new ArrayList<>()).add(award);
      }
    }
    units.forEach((unit, members) -> lines.add(shared(unit, members)));
    alone.stream().limit(SINGLY).forEach(award -> lines.add(winner(award)));
    lines.addAll(others(alone.stream().skip(SINGLY).toList()));
    return lines;
  }

  /** The unit whose award this is a share of, or nothing. */
  private static String unit(Award award) {
    return award.rule().sharing() == null || award.difference()
        ? ""
        : award.working().stream()
            .map(SHARED::matcher)
            .filter(Matcher::matches)
            .map(found -> found.group(1))
            .findFirst()
            .orElse("");
  }

  /** {@code 第1名 太原 12-04 18:38达到10万：赵甲4000元、赵乙2000元}. */
  private String shared(String unit, List<Award> members) {
    Award first = members.get(0);
    return place(first)
        + unit
        + " "
        + figure(first)
        + "："
        + members.stream()
            .map(award -> award.subjectName() + prize(award))
            .collect(Collectors.joining("、"));
  }

  /** {@code 第1名 张敏 500元（业绩5.8万）}. */
  private String winner(Award award) {
    String figure = figure(award);
    return place(award)
        + award.subjectName()
        + " "
        + prize(award)
        + (figure.isEmpty() ? "" : "（" + figure + "）");
  }

  private static List<String> others(List<Award> awards) {
    return awards.stream()
        .collect(Collectors.groupingBy(RewardLines::prize, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            same ->
                "另%d位%s%s：%s"
                    .formatted(
                        same.getValue().size(),
                        same.getValue().size() == 1 ? "" : "各",
                        same.getKey(),
                        same.getValue().stream()
                            .map(Award::subjectName)
                            .collect(Collectors.joining("、"))))
        .toList();
  }

  private static String place(Award award) {
    Matcher found = PLACE.matcher(String.join(" ", award.working()));
    return found.find() ? (found.group(1) == null ? "" : "并列") + "第" + found.group(2) + "名 " : "";
  }

  private static String prize(Award award) {
    BigDecimal amount = award.amount();
    if (amount == null) {
      return award.words();
    }
    return (award.difference() ? "更正+" : "") + AwardText.money(award, amount);
  }
}
