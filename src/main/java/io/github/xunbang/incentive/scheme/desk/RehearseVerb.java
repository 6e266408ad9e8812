package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Scheme.Version;
import io.github.xunbang.incentive.scheme.RuleText;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.scheme.desk.Rehearsals.Rehearsed;
import io.github.xunbang.incentive.settlement.PrivateAnswers;
import io.github.xunbang.message.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 方案 试算 F1|R3|草稿 上月: what rules would have given on real history. Names are read in private only.
 */
@Component
@Order(9)
class RehearseVerb implements SchemeVerb {

  private static final String LAST_MONTH = "上月";
  private static final String DRAFT = "草稿";

  private final Schemes schemes;
  private final Rehearsals rehearsals;
  private final RuleText texts;
  private final PrivateAnswers answers;

  RehearseVerb(Schemes schemes, Rehearsals rehearsals, RuleText texts, PrivateAnswers answers) {
    this.schemes = schemes;
    this.rehearsals = rehearsals;
    this.texts = texts;
    this.answers = answers;
  }

  @Override
  public List<String> words() {
    return List.of("试算", "演练", "预演");
  }

  @Override
  public Reply handle(SchemeCall call) {
    Optional<String> ruleId = call.ruleId();
    if (ruleId.isPresent()) {
      Scheme scheme =
          schemes
              .ofRule(call.organization().id(), ruleId.get())
              .orElseThrow(() -> call.rejection("schemeNoRule", Map.of("id", ruleId.get())));
      return one(call.with(call.words().substring(ruleId.get().length())), scheme, ruleId.get());
    }
    if (call.words().startsWith(DRAFT)) {
      return whole(call.with(call.words().substring(DRAFT.length())), drafted(call));
    }
    SchemeCall.Named named = call.scheme(schemes);
    return whole(named.rest(), named.scheme());
  }

  private Scheme drafted(SchemeCall call) {
    List<Scheme> drafted =
        schemes.all(call.organization().id()).stream()
            .filter(scheme -> scheme.draft().isPresent())
            .toList();
    if (drafted.size() == 1) {
      return drafted.get(0);
    }
    throw drafted.isEmpty()
        ? call.rejection("schemeNoDrafts", Map.of())
        : call.rejection(
            "schemeWhichDraft",
            Map.of(
                "schemes",
                drafted.stream()
                    .map(scheme -> scheme.id() + " " + scheme.name())
                    .collect(Collectors.joining("、")),
                "sample",
                drafted.get(0).id()));
  }

  /** The whole of a scheme: its draft, else what was started last. */
  private Reply whole(SchemeCall call, Scheme scheme) {
    Version version = version(call, scheme);
    Period time = time(call, scheme.id(), version.rules());
    Rehearsed rehearsed =
        rehearsals.within(call.organization(), version.rules(), scheme.cap(), time);
    List<String> lines = new ArrayList<>();
    lines.add(
        "试算 %s %s 第%d版（%s）%s%s，不算数"
            .formatted(
                scheme.id(),
                scheme.name(),
                version.number(),
                Words.state(version.state()),
                time.label(),
                running(call, time)));
    lines.addAll(new RehearsalText(call.organization(), rehearsed).whole(scheme.cap()));
    return answers.answer(call.call(), String.join("\n", lines));
  }

  /** One rule with each person's working; its whole scheme is tried, since rules meet. */
  private Reply one(SchemeCall call, Scheme scheme, String ruleId) {
    Version version =
        scheme.versions().stream()
            .filter(one -> one.rules().stream().anyMatch(rule -> rule.id().equals(ruleId)))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    Rule rule =
        version.rules().stream().filter(one -> one.id().equals(ruleId)).findFirst().orElseThrow();
    Period time = time(call, ruleId, List.of(rule));
    Rehearsed rehearsed =
        rehearsals.within(call.organization(), version.rules(), scheme.cap(), time);
    List<String> lines = new ArrayList<>();
    lines.add("试算 %s %s%s，不算数".formatted(ruleId, time.label(), running(call, time)));
    lines.add(texts.of(rule, call.organization()));
    lines.addAll(new RehearsalText(call.organization(), rehearsed).detail(rule));
    return answers.answer(call.call(), String.join("\n", lines));
  }

  private Version version(SchemeCall call, Scheme scheme) {
    return scheme
        .draft()
        .or(scheme::latest)
        .filter(version -> !version.rules().isEmpty())
        .orElseThrow(
            () ->
                call.rejection("schemeNoDraft", Map.of("id", scheme.id(), "name", scheme.name())));
  }

  private static String running(SchemeCall call, Period time) {
    return time.end().isBefore(call.today()) ? "" : "（到今天为止）";
  }

  /** The time asked for; without words last month, for campaigns alone the campaign. */
  private static Period time(SchemeCall call, String what, List<Rule> rules) {
    if (call.words().isEmpty()) {
      return campaign(call, rules).orElseGet(() -> call.period(LAST_MONTH).orElseThrow());
    }
    return call.period(call.words())
        .filter(period -> period.type() != PeriodType.DAY)
        .filter(period -> !period.start().isAfter(call.today()))
        .orElseThrow(
            () ->
                call.rejection(
                    "schemeRehearsalTime",
                    Map.of("word", UntrustedText.oneLine(call.words(), 12), "what", what)));
  }

  private static Optional<Period> campaign(SchemeCall call, List<Rule> rules) {
    boolean only = rules.stream().allMatch(rule -> rule.period() == PeriodType.CAMPAIGN);
    return only
        ? rules.stream()
            .flatMap(rule -> StartDay.campaign(call.organization(), rule).stream())
            .filter(period -> !period.start().isAfter(call.today()))
            .findFirst()
        : Optional.empty();
  }
}
