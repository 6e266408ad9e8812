package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.desk.Rehearsals.Rehearsed;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rehearsal in words. With names only for a manager's own eyes; a group reads how many and how
 * much.
 */
final class RehearsalText {

  private static final int RULES = 6;
  private static final int NAMES = 3;
  private static final int PEOPLE = 8;
  private static final int FINDINGS = 2;

  private final Organization organization;
  private final Rehearsed rehearsed;

  RehearsalText(Organization organization, Rehearsed rehearsed) {
    this.organization = organization;
    this.rehearsed = rehearsed;
  }

  /** One short line for a group: {@code R9 3人1000元，R10 2人“待改进”}. */
  String counts() {
    String counts =
        rehearsed.rules().stream()
            .filter(rule -> !rehearsed.untried().contains(rule))
            .map(rule -> rule.id() + " " + count(rule))
            .collect(Collectors.joining("，"));
    return counts.isEmpty() ? "还没有可以试算的周期" : counts;
  }

  private String count(Rule rule) {
    List<Line> lines = rehearsed.lines(rule);
    if (lines.isEmpty()) {
      return "没有人";
    }
    String who = subjects(lines).size() + (isShared(rule) ? "个" : "人");
    String open = open(lines) == 0 ? "" : "（待定" + open(lines) + "）";
    return who + total(lines, rule) + open;
  }

  private static boolean isShared(Rule rule) {
    return rule.audience().kind() == io.github.xunbang.incentive.rule.Audience.Kind.UNITS
        && rule.sharing() == null;
  }

  /** All rules with names, totals, cap and what a manager should know; at most twelve lines. */
  List<String> whole(Scheme.@Nullable Cap cap) {
    List<Rule> hit =
        rehearsed.rules().stream().filter(rule -> !rehearsed.lines(rule).isEmpty()).toList();
    List<String> lines = new ArrayList<>();
    hit.stream().limit(RULES).map(this::people).forEach(lines::add);
    int rest = rehearsed.rules().size() - Math.min(hit.size(), RULES);
    if (rest > 0) {
      lines.add(rest(hit.size() > RULES, rest));
    }
    lines.add("合计：" + totals(rehearsed.lines()));
    if (cap != null) {
      budget(cap).ifPresent(lines::add);
    }
    lines.addAll(findings());
    return lines;
  }

  private String rest(boolean more, int rest) {
    String untried = rehearsed.untried().stream().map(Rule::id).collect(Collectors.joining("、"));
    if (more) {
      return "另有%d条没列，看一条请发：方案 试算 R3 上月".formatted(rest);
    }
    int nobody = rest - rehearsed.untried().size();
    return Stream.of(
            nobody == 0 ? "" : nobody + "条没有人", untried.isEmpty() ? "" : untried + " 的周期不在这段时间里")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("；"));
  }

  /** {@code R2 少签单：张敏210元、王芳140元…等6人，共630元}. */
  private String people(Rule rule) {
    List<Line> lines = rehearsed.lines(rule);
    Map<String, List<Line>> bySubject = subjects(lines);
    String names =
        bySubject.entrySet().stream()
            .limit(NAMES)
            .map(one -> name(one.getKey()) + sum(one.getValue(), rule))
            .collect(Collectors.joining("、"));
    String etc = bySubject.size() > NAMES ? "…等" + bySubject.size() + "人" : "";
    String total = bySubject.size() > 1 ? total(lines, rule) : "";
    return rule.id()
        + " "
        + rule.title()
        + "："
        + names
        + etc
        + (total.isEmpty() || total.startsWith("“") ? "" : "，共" + total)
        + (open(lines) == 0 ? "" : "（待定" + open(lines) + "）");
  }

  /** One rule person by person with the working. */
  List<String> detail(Rule rule) {
    List<Line> all = rehearsed.lines(rule);
    List<String> lines = new ArrayList<>();
    all.stream().limit(PEOPLE).map(this::working).forEach(lines::add);
    if (all.size() > PEOPLE) {
      lines.add("…等" + subjects(all).size() + "人");
    }
    lines.add(all.isEmpty() ? "没有人" : "合计：" + totals(all));
    lines.addAll(findings(rule.id()));
    return lines;
  }

  private String working(Line line) {
    String steps = String.join("；", line.working());
    String outcome =
        line.open() != null
            ? "待定（" + line.open() + "）"
            : line.amount() == null
                ? "“" + line.words() + "”"
                : NumberText.plain(line.amount()) + Words.currency(line.currency());
    return name(line.subjectId()) + " " + outcome + "：" + steps;
  }

  private List<String> findings(String ruleId) {
    return rehearsed.findings().stream()
        .filter(finding -> finding.ruleId().equals(ruleId) || finding.ruleId().isEmpty())
        .limit(FINDINGS)
        .map(finding -> "注意：" + finding.text())
        .toList();
  }

  private List<String> findings() {
    List<String> shown =
        new ArrayList<>(
            rehearsed.findings().stream()
                .limit(FINDINGS)
                .map(finding -> "注意：" + (finding.ruleId() + " " + finding.text()).strip())
                .toList());
    int more = rehearsed.findings().size() - shown.size();
    if (more > 0) {
      shown.add("另有" + more + "条提示，看一条请发：方案 试算 R3 上月");
    }
    return shown;
  }

  private java.util.Optional<String> budget(Scheme.Cap cap) {
    return rehearsed.periods().values().stream()
        .findAny()
        .map(
            any -> {
              BigDecimal used =
                  rehearsed.periods().entrySet().stream()
                      .filter(one -> one.getKey().type() == cap.period())
                      .flatMap(one -> one.getValue().lines().stream())
                      .filter(line -> line.sense() == Rule.Sense.REWARD)
                      .filter(line -> line.currency() == Rule.Currency.YUAN)
                      .map(Line::amount)
                      .filter(Objects::nonNull)
                      .reduce(BigDecimal.ZERO, BigDecimal::add);
              return "预算：每%s%s元，用到%s元"
                  .formatted(
                      Words.period(cap.period()),
                      NumberText.plain(cap.amount()),
                      NumberText.plain(used));
            });
  }

  private static String totals(List<Line> lines) {
    List<String> parts = new ArrayList<>();
    for (Rule.Sense sense : Rule.Sense.values()) {
      for (Rule.Currency currency : Rule.Currency.values()) {
        List<Line> of =
            lines.stream()
                .filter(line -> line.sense() == sense && line.currency() == currency)
                .filter(line -> line.amount() != null)
                .toList();
        if (!of.isEmpty()) {
          parts.add(Words.sense(sense) + NumberText.plain(sum(of)) + Words.currency(currency));
        }
      }
    }
    long words =
        lines.stream().filter(line -> line.amount() == null && line.open() == null).count();
    if (words > 0) {
      parts.add("提示" + words + "条");
    }
    if (open(lines) > 0) {
      parts.add("待人定" + open(lines) + "条");
    }
    return parts.isEmpty() ? "没有" : String.join("，", parts);
  }

  private static String total(List<Line> lines, Rule rule) {
    BigDecimal sum = sum(lines);
    if (sum.signum() != 0) {
      return NumberText.plain(sum) + Words.currency(rule.currency());
    }
    return lines.stream()
        .map(Line::words)
        .filter(words -> !words.isEmpty())
        .findFirst()
        .map(words -> "“" + words + "”")
        .orElse("");
  }

  private static String sum(List<Line> lines, Rule rule) {
    return total(lines, rule);
  }

  private static BigDecimal sum(List<Line> lines) {
    return lines.stream()
        .map(Line::amount)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long open(List<Line> lines) {
    return lines.stream().filter(line -> line.open() != null).count();
  }

  private static Map<String, List<Line>> subjects(List<Line> lines) {
    return lines.stream()
        .collect(Collectors.groupingBy(Line::subjectId, LinkedHashMap::new, Collectors.toList()));
  }

  private String name(String subjectId) {
    return organization
        .member(subjectId)
        .map(Member::name)
        .or(() -> organization.units().unit(subjectId).map(Unit::name))
        .orElse("已离开的人");
  }
}
