package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Scheme.State;
import io.github.xunbang.incentive.rule.Scheme.Version;
import io.github.xunbang.incentive.scheme.RuleText;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules in force in plain Chinese, by scheme, with whom to ask and how long to object. */
@Component
class RuleSheet {

  private static final int PER_PAGE = 8;
  private static final int FULL_IN_GROUP = 5;

  private final Schemes schemes;
  private final RuleText texts;

  RuleSheet(Schemes schemes, RuleText texts) {
    this.schemes = schemes;
    this.texts = texts;
  }

  /** A rule in force and where it stands. */
  private record Line(Scheme scheme, Version version, Rule rule) {}

  /** One page of the sheet; in a group a long one is only its titles. */
  Reply page(SchemeCall call, int page) {
    List<Line> lines = inForce(call);
    if (lines.isEmpty()) {
      return none(call);
    }
    String sample = lines.get(0).rule().id();
    boolean group = call.call().message().conversation().kind() == Conversation.Kind.GROUP;
    if (group && lines.size() > FULL_IN_GROUP) {
      return call.reply("brief", Map.of("lines", titles(call, lines), "sample", sample));
    }
    int pages = (lines.size() + PER_PAGE - 1) / PER_PAGE;
    if (page < 1 || page > pages) {
      throw call.rejection("noPage", Map.of("pages", pages));
    }
    List<Line> shown =
        lines.subList((page - 1) * PER_PAGE, Math.min(lines.size(), page * PER_PAGE));
    String more =
        page == pages ? "" : call.call().definition().text("more", Map.of("page", page + 1));
    String rules = page == pages ? whole(call, shown) + assumed(lines) : whole(call, shown);
    return call.reply("sheet", Map.of("lines", rules, "sample", sample, "more", more));
  }

  private static String assumed(List<Line> lines) {
    return assumed(lines.stream().map(Line::rule));
  }

  private static String assumed(Stream<Rule> rules) {
    String assumed = Assumptions.of(rules.toList());
    return assumed.isEmpty() ? "" : "\n" + assumed;
  }

  private Reply none(SchemeCall call) {
    boolean manager = call.call().caller().access().covers(Access.MANAGER);
    Optional<Scheme> draft =
        schemes.all(call.organization().id()).stream()
            .filter(scheme -> scheme.draft().isPresent())
            .findFirst();
    return manager && draft.isPresent()
        ? call.reply("drafts", Map.of("id", draft.get().id()))
        : call.reply("none", Map.of());
  }

  private List<Line> inForce(SchemeCall call) {
    List<Line> lines = new ArrayList<>();
    for (Scheme scheme : schemes.all(call.organization().id())) {
      inForce(scheme, call.today())
          .ifPresent(
              version ->
                  version.rules().forEach(rule -> lines.add(new Line(scheme, version, rule))));
    }
    return lines;
  }

  /** The version that people work under today. */
  static Optional<Version> inForce(Scheme scheme, LocalDate today) {
    return scheme.inForceOn(today);
  }

  private static LocalDate start(Version version) {
    return Objects.requireNonNullElse(version.from(), LocalDate.MAX);
  }

  private String whole(SchemeCall call, List<Line> lines) {
    List<String> shown = new ArrayList<>();
    String scheme = "";
    for (Line line : lines) {
      if (!line.scheme().id().equals(scheme)) {
        shown.add(heading(call, line));
      }
      scheme = line.scheme().id();
      shown.add(line.rule().id() + " " + texts.of(line.rule(), call.organization()));
    }
    return String.join("\n", shown);
  }

  private String titles(SchemeCall call, List<Line> lines) {
    return lines.stream()
        .collect(
            Collectors.groupingBy(
                line -> line.scheme().id(), java.util.LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(
            ofScheme ->
                heading(call, ofScheme.get(0))
                    + "\n"
                    + ofScheme.stream()
                        .map(line -> line.rule().id() + " " + line.rule().title())
                        .collect(Collectors.joining("、")))
        .collect(Collectors.joining("\n"));
  }

  /** {@code 【电销】第1版，12月1日起，负责王经理；有异议7天内发：申诉}. */
  private static String heading(SchemeCall call, Line line) {
    return "【%s】第%d版，%s起，负责%s；有异议，公布后%d天内发：申诉"
        .formatted(
            line.scheme().name(),
            line.version().number(),
            DateText.shortDay(start(line.version())),
            owner(call, line.scheme()),
            line.scheme().objectionDays());
  }

  private static String owner(SchemeCall call, Scheme scheme) {
    return call.organization().member(scheme.ownerId()).map(Member::name).orElse("经理");
  }

  /** One rule with each version in which it said something else; drafts only for managers. */
  Reply one(SchemeCall call, String ruleId) {
    Scheme scheme =
        schemes
            .ofRule(call.organization().id(), ruleId)
            .orElseThrow(() -> call.rejection("noRule", Map.of("id", ruleId)));
    List<String> lines = new ArrayList<>();
    String title = "";
    String last = "";
    Optional<Rule> newest = Optional.empty();
    for (Version version : shown(call, scheme)) {
      newest = rule(version, ruleId);
      String text = newest.map(one -> texts.of(one, call.organization())).orElse("");
      if (!text.equals(last)) {
        lines.add(since(version) + (text.isEmpty() ? "不再有这一条" : text));
      }
      last = text;
      title = newest.map(Rule::title).orElse(title);
    }
    if (lines.isEmpty()) {
      throw call.rejection("noRule", Map.of("id", ruleId));
    }
    return call.reply(
        "one",
        Map.of(
            "id", ruleId,
            "title", title,
            "scheme", scheme.id(),
            "name", scheme.name(),
            "texts", String.join("\n", lines) + assumed(newest.stream()),
            "owner", owner(call, scheme),
            "days", scheme.objectionDays()));
  }

  private static List<Version> shown(SchemeCall call, Scheme scheme) {
    boolean manager = call.call().caller().access().covers(Access.MANAGER);
    return scheme.versions().stream()
        .filter(
            version ->
                version.state() == State.IN_FORCE || manager && version.state() != State.DROPPED)
        .toList();
  }

  static Optional<Rule> rule(Version version, String ruleId) {
    return version.rules().stream().filter(rule -> rule.id().equals(ruleId)).findFirst();
  }

  private static String since(Version version) {
    String from =
        version.state() == State.IN_FORCE
            ? DateText.shortDay(start(version)) + "起"
            : Words.state(version.state());
    return "第%d版（%s）：".formatted(version.number(), from);
  }
}
