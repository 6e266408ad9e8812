package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Scheme.State;
import io.github.xunbang.incentive.rule.Scheme.Version;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.scheme.shipped.ShippedScheme;
import io.github.xunbang.incentive.scheme.shipped.ShippedSchemes;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Campaign;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 方案 采用 电销: a shipped scheme becomes the team's own, in force from the running month; what the
 * document calls a draft stays one (S-95).
 */
@Component
@Order(1)
class AdoptVerb implements SchemeVerb {

  private final ShippedSchemes shipped;
  private final Schemes schemes;
  private final MetricCatalog metrics;
  private final Checked checked;
  private final Started started;

  AdoptVerb(
      ShippedSchemes shipped,
      Schemes schemes,
      MetricCatalog metrics,
      Checked checked,
      Started started) {
    this.shipped = shipped;
    this.schemes = schemes;
    this.metrics = metrics;
    this.checked = checked;
    this.started = started;
  }

  @Override
  public List<String> words() {
    return List.of("采用", "使用");
  }

  @Override
  public Reply handle(SchemeCall call) {
    if (call.head().isEmpty()) {
      throw call.rejection("schemeAdoptShape", Map.of("names", names()));
    }
    ShippedScheme wanted =
        shipped
            .named(call.head())
            .orElseThrow(
                () ->
                    call.rejection(
                        "schemeNotShipped",
                        Map.of("name", UntrustedText.oneLine(call.head(), 12), "names", names())));
    Optional<Scheme> there = running(schemes.all(call.organization().id()), wanted.name());
    if (there.isPresent()) {
      return answer(call, wanted, there.get(), "");
    }
    String campaign = campaign(call, wanted);
    UnaryOperator<String> ids = ids(call, wanted);
    List<Rule> rules = of(wanted.rules(ids), campaign);
    List<Rule> drafts = of(wanted.drafts(ids), campaign);
    State state = started.state(call);
    List<Scheme> before = schemes.all(call.organization().id());
    String warnings = checked.warnings(call, SchemeBook.numbered(rules, before), wanted.cap());
    List<Scheme> after =
        schemes.update(
            call.organization().id(),
            all ->
                running(all, wanted.name()).isPresent()
                    ? all
                    : adopted(call, all, wanted, state, rules, drafts));
    return answer(call, wanted, running(after, wanted.name()).orElseThrow(), warnings);
  }

  private static Optional<Scheme> running(List<Scheme> schemes, String name) {
    return schemes.stream()
        .filter(scheme -> scheme.name().equals(name))
        .filter(scheme -> started(scheme).filter(last -> !last.rules().isEmpty()).isPresent())
        .findFirst();
  }

  private static Optional<Version> started(Scheme scheme) {
    return scheme.versions().stream()
        .filter(version -> version.state() == State.IN_FORCE || version.state() == State.WAITING)
        .max(Comparator.comparing(Version::number));
  }

  private static List<Scheme> adopted(
      SchemeCall call,
      List<Scheme> before,
      ShippedScheme wanted,
      State state,
      List<Rule> rules,
      List<Rule> drafts) {
    Scheme blank =
        before.stream()
            .filter(scheme -> scheme.name().equals(wanted.name()))
            .findFirst()
            .orElseGet(
                () ->
                    new Scheme(
                        call.organization().id(),
                        SchemeBook.nextId(before),
                        wanted.name(),
                        call.member(),
                        wanted.cap(),
                        wanted.objectionDays(),
                        List.of()));
    LocalDate day = new StartDay(call.with("")).earliest(blank, rules);
    List<Rule> numbered = SchemeBook.numbered(rules, before);
    Scheme scheme = SchemeBook.with(blank, state, day, numbered, call.member(), call.at());
    List<Scheme> after = SchemeBook.with(before, scheme);
    for (Rule draft : drafts) {
      after = withDraft(call, after, wanted, draft);
    }
    return after;
  }

  /** A scheme of its own, so that a later change of the others does not start it unnoticed. */
  private static List<Scheme> withDraft(
      SchemeCall call, List<Scheme> before, ShippedScheme wanted, Rule draft) {
    if (before.stream().anyMatch(scheme -> scheme.name().equals(draft.title()))) {
      return before;
    }
    Scheme blank =
        new Scheme(
            call.organization().id(),
            SchemeBook.nextId(before),
            draft.title(),
            call.member(),
            null,
            wanted.objectionDays(),
            List.of());
    return SchemeBook.with(
        before,
        SchemeBook.with(
            blank,
            State.DRAFT,
            null,
            SchemeBook.numbered(List.of(draft), before),
            call.member(),
            call.at()));
  }

  /** Refuses when the team does not count what the scheme needs. */
  private UnaryOperator<String> ids(SchemeCall call, ShippedScheme wanted) {
    String organizationId = call.organization().id();
    List<String> missing = new ArrayList<>();
    for (String name : wanted.metrics()) {
      if (metrics.find(organizationId, name).isEmpty()) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw call.rejection(
          "schemeMetricMissing",
          Map.of(
              "name", wanted.name(),
              "metrics", String.join("、", missing),
              "metric", missing.get(0)));
    }
    return name -> metrics.find(organizationId, name).map(Metric::id).orElseThrow();
  }

  /**
   * The campaign that a scheme of campaigns is for: the one that is named, or the only one that is
   * not over; empty for a scheme without.
   */
  private static String campaign(SchemeCall call, ShippedScheme wanted) {
    boolean needed =
        wanted.rules(UnaryOperator.identity()).stream()
            .anyMatch(rule -> rule.period() == PeriodType.CAMPAIGN);
    if (!needed) {
      return "";
    }
    List<Campaign> open =
        call.organization().structure().campaigns().stream()
            .filter(campaign -> !campaign.end().isBefore(call.today()))
            .toList();
    String typed = call.words().substring(call.head().length()).strip();
    if (typed.isEmpty() && open.size() == 1) {
      return open.get(0).name();
    }
    return open.stream()
        .map(Campaign::name)
        .filter(typed::equals)
        .findFirst()
        .orElseThrow(() -> noCampaign(call, wanted, open));
  }

  private static RuntimeException noCampaign(
      SchemeCall call, ShippedScheme wanted, List<Campaign> open) {
    if (open.isEmpty()) {
      Period month = call.organization().periods().containing(PeriodType.MONTH, call.today());
      return call.rejection(
          "schemeNoCampaign",
          Map.of("name", wanted.name(), "dates", month.start() + "到" + month.end()));
    }
    return call.rejection(
        "schemeWhichCampaign",
        Map.of(
            "name", wanted.name(),
            "campaigns", open.stream().map(Campaign::name).collect(Collectors.joining("、")),
            "sample", open.get(0).name()));
  }

  private static List<Rule> of(List<Rule> rules, String campaign) {
    return rules.stream().map(rule -> of(rule, campaign)).toList();
  }

  private static Rule of(Rule rule, @Nullable String campaign) {
    return rule.period() == PeriodType.CAMPAIGN ? rule.withCampaign(campaign) : rule;
  }

  private Reply answer(SchemeCall call, ShippedScheme wanted, Scheme scheme, String warnings) {
    Version version = started(scheme).orElseThrow();
    LocalDate from = Objects.requireNonNull(version.from());
    String effect = new StartDay(call).effect(from, version.rules());
    String waiting = started.ask(call, scheme, version, "第" + version.number() + "版 " + effect);
    return call.reply(
        waiting.isEmpty() ? "schemeAdopted" : "schemeFiled",
        Map.of(
            "id", scheme.id(),
            "name", scheme.name(),
            "version", version.number(),
            "count", version.rules().size(),
            "effect", effect,
            "drafts", drafts(call, wanted),
            "waiting", waiting,
            "warnings", warnings));
  }

  private String drafts(SchemeCall call, ShippedScheme wanted) {
    Set<String> titles =
        wanted.drafts(UnaryOperator.identity()).stream()
            .map(Rule::title)
            .collect(Collectors.toSet());
    String drafts =
        schemes.all(call.organization().id()).stream()
            .filter(scheme -> titles.contains(scheme.name()) && scheme.draft().isPresent())
            .map(scheme -> scheme.id() + " " + scheme.name())
            .collect(Collectors.joining("、"));
    return drafts.isEmpty() ? "" : "\n草稿，不算数：" + drafts;
  }

  private String names() {
    return shipped.all().stream().map(ShippedScheme::name).collect(Collectors.joining("、"));
  }
}
