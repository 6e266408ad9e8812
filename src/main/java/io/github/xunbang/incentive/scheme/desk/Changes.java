package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Scheme.Version;
import io.github.xunbang.incentive.scheme.RuleText;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a version changes of the one in force, so that nobody starts a change unawares. */
@Component
class Changes {

  private static final int SHOWN = 4;
  private static final int TITLES = 8;

  private final RuleText texts;

  Changes(RuleText texts) {
    this.texts = texts;
  }

  /**
   * Each changed, new or dropped rule in a line with a line break before it: {@code 改 R5 电销少签单：…70元
   * → …80元}; for the first version its titles; empty when nothing changes.
   */
  String lines(Organization organization, List<Rule> before, List<Rule> after) {
    if (before.isEmpty()) {
      return after.isEmpty() ? "" : "\n条目：" + titles(after);
    }
    List<String> lines = new ArrayList<>();
    for (Rule rule : after) {
      Optional<Rule> old = find(before, rule.id());
      if (old.isEmpty()) {
        lines.add("新 " + named(rule) + "：" + texts.of(rule, organization));
      } else if (!old.get().equals(rule)) {
        lines.add("改 " + step(organization, old.get(), rule));
      }
    }
    before.stream()
        .filter(rule -> find(after, rule.id()).isEmpty())
        .forEach(rule -> lines.add("停 " + named(rule)));
    int more = lines.size() - SHOWN;
    String shown = lines.stream().limit(SHOWN).collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "" : "\n" + shown + (more > 0 ? "\n…另有" + more + "处改动" : "");
  }

  /** The changed rules without their texts: {@code 改R5、新R12}. */
  static String brief(List<Rule> before, List<Rule> after) {
    List<String> parts = new ArrayList<>();
    for (Rule rule : after) {
      Optional<Rule> old = find(before, rule.id());
      if (old.isEmpty()) {
        parts.add("新" + rule.id());
      } else if (!old.get().equals(rule)) {
        parts.add("改" + rule.id());
      }
    }
    before.stream()
        .filter(rule -> find(after, rule.id()).isEmpty())
        .forEach(rule -> parts.add("停" + rule.id()));
    return parts.stream().limit(TITLES).collect(Collectors.joining("、"))
        + (parts.size() > TITLES ? "等" + parts.size() + "条" : "");
  }

  /** The rules that people work under on {@code day}. */
  static List<Rule> inForce(Scheme scheme, LocalDate day) {
    return RuleSheet.inForce(scheme, day).map(Version::rules).orElse(List.of());
  }

  private static String titles(List<Rule> rules) {
    return rules.stream().limit(TITLES).map(Changes::named).collect(Collectors.joining("、"))
        + (rules.size() > TITLES ? "等" + rules.size() + "条" : "");
  }

  private static String named(Rule rule) {
    return rule.id() + " " + rule.title();
  }

  private static Optional<Rule> find(List<Rule> rules, String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** Only the clauses that differ; the rest of a rule would hide them. */
  private String step(Organization organization, Rule old, Rule rule) {
    List<String> was = clauses(texts.of(old, organization));
    List<String> is = clauses(texts.of(rule, organization));
    int head = 0;
    while (head < Math.min(was.size(), is.size()) && was.get(head).equals(is.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(was.size(), is.size()) - head
        && was.get(was.size() - 1 - tail).equals(is.get(is.size() - 1 - tail))) {
      tail++;
    }
    String title = old.title().equals(rule.title()) ? "" : old.title() + " → ";
    String from = join(was.subList(head, was.size() - tail));
    String to = join(is.subList(head, is.size() - tail));
    String differs = from.isEmpty() && to.isEmpty() ? "" : "：" + or(from) + " → " + or(to);
    return rule.id() + " " + title + rule.title() + differs;
  }

  private static List<String> clauses(String text) {
    return Arrays.asList(text.split("(?<=[，：；。])"));
  }

  private static String join(List<String> clauses) {
    return String.join("", clauses).replaceFirst("[，：；。]$", "");
  }

  private static String or(String text) {
    return text.isEmpty() ? "（没有）" : text;
  }
}
