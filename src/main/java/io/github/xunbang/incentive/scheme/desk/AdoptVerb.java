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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
      return answer(call, there.get(), "");
    }
    String campaign = campaign(call, wanted);
    UnaryOperator<String> ids = ids(call, wanted);
    List<Rule> rules = of(wanted.rules(ids), campaign);
    List<Rule> drafts = of(wanted.drafts(ids), campaign);
    State state = started.state(call);
    String warnings = checked.warnings(call, unnamed(rules), wanted.cap());
    List<Scheme> after =
        schemes.update(
            call.organization().id(),
            before ->
                running(before, wanted.name()).isPresent()
                    ? before
                    : adopted(call, before, wanted, state, rules, drafts));
    return answer(call, running(after, wanted.name()).orElseThrow(), warnings);
  }

  /** Checks speak of rules by their titles while they have no number. */
  private static List<Rule> unnamed(List<Rule> rules) {
    return SchemeBook.numbered(rules, List.of());
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
    if (drafts.isEmpty()) {
      return after;
    }
    List<Rule> all =
        SchemeBook.numbered(Stream.concat(numbered.stream(), drafts.stream()).toList(), after);
    return SchemeBook.with(
        after, SchemeBook.with(scheme, State.DRAFT, null, all, call.member(), call.at()));
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

  private Reply answer(SchemeCall call, Scheme scheme, String warnings) {
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
            "drafts", drafts(version, scheme),
            "waiting", waiting,
            "warnings", warnings));
  }

  private static String drafts(Version version, Scheme scheme) {
    return scheme
        .draft()
        .map(
            draft ->
                draft.rules().stream()
                    .filter(
                        rule ->
                            version.rules().stream().noneMatch(one -> one.id().equals(rule.id())))
                    .map(rule -> rule.id() + " " + rule.title())
                    .collect(Collectors.joining("、")))
        .filter(drafts -> !drafts.isEmpty())
        .map(drafts -> "\n草稿，不算数：" + drafts)
        .orElse("");
  }

  private String names() {
    return shipped.all().stream().map(ShippedScheme::name).collect(Collectors.joining("、"));
  }
}
