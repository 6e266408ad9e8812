package io.github.xunbang.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Caller;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.organization.UnitTree;
import io.github.xunbang.report.grammar.CorrectionParser;
import io.github.xunbang.report.grammar.Lexicon;
import io.github.xunbang.report.grammar.ParsedProxy;
import io.github.xunbang.report.grammar.ParsedReport;
import io.github.xunbang.report.grammar.ProxyReportParser;
import io.github.xunbang.report.grammar.ReportGrammar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each organization's words, kept as long as its metrics and roster are the same objects. */
@Component
class Lexicons {

  private static final int KEPT_ORGANIZATIONS = 1_000;

  private final OrganizationService organizations;
  private final MetricCatalog catalog;
  private final BusinessClock clock;
  private final Cache<String, Kept> kept =
      Caffeine.newBuilder().maximumSize(KEPT_ORGANIZATIONS).build();

  Lexicons(OrganizationService organizations, MetricCatalog catalog, BusinessClock clock) {
    this.organizations = organizations;
    this.catalog = catalog;
    this.clock = clock;
  }

  private record Kept(
      LocalDate day,
      List<Metric> metrics,
      List<Member> members,
      UnitTree units,
      @Nullable String storeMetric,
      Lexicon lexicon) {

    boolean stillFits(LocalDate today, List<Metric> nowMetrics, Organization now) {
      return day.equals(today)
          && metrics.equals(nowMetrics)
          && sameMembers(now.members())
          && units == now.units()
          && Objects.equals(storeMetric, StoreMetricSetting.metricId(now, nowMetrics));
    }

    /**
     * The roster is replaced as a whole, so identity is enough and costs nothing on the hot path.
     */
    private boolean sameMembers(List<Member> nowMembers) {
      return members == nowMembers;
    }
  }

  /** Reads what the caller typed with the words of the caller's organization. */
  ParsedReport parse(ReportRequest request) {
    Organization organization = organizations.get(request.caller().organization());
    return parse(request, organization, catalog.metrics(organization.id()));
  }

  /** The words as {@code caller} uses them: own name and home unit only describe. */
  private Lexicon saidBy(
      Caller caller, Organization organization, List<Metric> metrics, Instant at) {
    String home =
        Optional.ofNullable(caller.memberId())
            .flatMap(organization::member)
            .flatMap(member -> organization.unitOf(member, organization.businessDay().of(at)))
            .map(Unit::name)
            .orElse("");
    return lexicon(organization, metrics).saidBy(caller.name(), home);
  }

  /** Reads what the caller typed, with the organization and metrics already at hand. */
  ParsedReport parse(ReportRequest request, Organization organization, List<Metric> metrics) {
    ReportGrammar grammar = new ReportGrammar(organization.businessDay());
    Lexicon lexicon = saidBy(request.caller(), organization, metrics, request.at());
    if (request.reason() == LedgerEntry.Reason.CORRECTION) {
      Optional<ParsedReport> corrected =
          new CorrectionParser(grammar)
              .parse(request.text(), request.voice(), lexicon, request.at());
      if (corrected.isPresent()) {
        return corrected.get();
      }
    }
    return grammar.parse(request.text(), request.voice(), lexicon, request.at());
  }

  /** Whether the text has the form of a correction without its command word: {@code 签单是1不是2}. */
  boolean isCorrection(String text, Caller caller, Instant at) {
    Organization organization = organizations.get(caller.organization());
    Lexicon lexicon = saidBy(caller, organization, catalog.metrics(organization.id()), at);
    return new CorrectionParser(new ReportGrammar(organization.businessDay()))
        .parse(text, false, lexicon, at)
        .isPresent();
  }

  /** Whether the text carries figures in the words of the caller's organization. */
  boolean claims(String text, boolean voice, Caller caller, Instant at) {
    Organization organization = organizations.get(caller.organization());
    Lexicon lexicon = saidBy(caller, organization, catalog.metrics(organization.id()), at);
    return new ReportGrammar(organization.businessDay()).claims(text, voice, lexicon, at);
  }

  /** What a leader reports for others, read with the organization's words. */
  ParsedProxy parseProxy(String text, Instant at, Organization organization) {
    return proxyParser(organization)
        .parse(text, lexicon(organization, catalog.metrics(organization.id())), at);
  }

  /** Whether the text is a table or 接龙 of other people's figures. */
  boolean looksLikeProxy(String text, Caller caller) {
    Organization organization = organizations.get(caller.organization());
    return text.indexOf('\n') > 0
        && proxyParser(organization)
            .claims(text, lexicon(organization, catalog.metrics(organization.id())));
  }

  private static ProxyReportParser proxyParser(Organization organization) {
    return new ProxyReportParser(new ReportGrammar(organization.businessDay()));
  }

  /** The name of the unit that {@code typed} is, as the organization writes it. */
  Optional<String> unitNamed(Organization organization, String typed) {
    return lexicon(organization, catalog.metrics(organization.id())).unitNamed(typed);
  }

  /** The organization's words, said by nobody in particular. */
  Lexicon lexicon(Organization organization, List<Metric> metrics) {
    LocalDate today = organization.businessDay().of(clock.instant());
    Kept found = kept.getIfPresent(organization.id());
    if (found == null || !found.stillFits(today, metrics, organization)) {
      found = build(organization, metrics, today);
      kept.put(organization.id(), found);
    }
    return found.lexicon();
  }

  /** Whoever leaves today still owes today's report, so the name is known until the day is over. */
  private static Kept build(Organization organization, List<Metric> metrics, LocalDate today) {
    String storeMetric = StoreMetricSetting.metricId(organization, metrics);
    List<String> names =
        organization.members().stream()
            .filter(member -> !member.leftBefore(today))
            .map(Member::name)
            .toList();
    Lexicon lexicon =
        new Lexicon(metrics, "", names, UnitSubjects.names(organization), storeMetric);
    return new Kept(
        today, metrics, organization.members(), organization.units(), storeMetric, lexicon);
  }
}
