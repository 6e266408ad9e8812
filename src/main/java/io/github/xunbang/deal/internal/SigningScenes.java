package io.github.xunbang.deal.internal;

import io.github.xunbang.command.Caller;
import io.github.xunbang.deal.CreditRule;
import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what a line about a deal is read against. */
@Component
class SigningScenes {

  private static final List<String> USUAL_SOURCES =
      List.of(
          "转介绍", "老客户介绍", "老客户", "老带新", "自然进店", "抖音", "小红书", "快手", "视频号", "朋友圈", "电销", "网销", "地推",
          "展会");

  private final OrganizationService organizations;
  private final MetricCatalog metrics;

  SigningScenes(OrganizationService organizations, MetricCatalog metrics) {
    this.organizations = organizations;
    this.metrics = metrics;
  }

  Organization organization(Caller caller) {
    if (caller.organizationId() == null) {
      throw new SigningProblem("noTeam");
    }
    return organizations.get(caller.organization());
  }

  /** The caller as a member; an administrator need not be one. */
  static Member self(Caller caller, Organization organization) {
    return Optional.ofNullable(caller.memberId())
        .flatMap(organization::member)
        .orElseThrow(() -> new SigningProblem("enrol"));
  }

  SigningScene scene(Organization organization, Member self, Instant at) {
    Set<String> figures =
        metrics.metrics(organization.id()).stream()
            .flatMap(metric -> Stream.concat(Stream.of(metric.name()), metric.aliases().stream()))
            .collect(Collectors.toSet());
    Set<String> sources = new HashSet<>(USUAL_SOURCES);
    sources.addAll(SigningSettings.sources(organization));
    return new SigningScene(organization, self, at, figures, sources);
  }

  /** Whether deals, not reports, make the figure of signings on {@code day}. */
  boolean dealsCount(Organization organization, LocalDate day) {
    return metrics.metrics(organization.id()).stream()
        .filter(Metric::active)
        .anyMatch(metric -> metric.isFedOn(day, Feed.Measure.DEAL_COUNT));
  }

  /** The rule in force for a new deal; {@code 设置 计入}. */
  static CreditRule rule(Organization organization) {
    return switch (organization.settings().getOrDefault("计入", "")) {
      case "签单" -> CreditRule.SIGNING;
      case "首款" -> CreditRule.FIRST_PAYMENT;
      default -> CreditRule.FULL_PAYMENT;
    };
  }
}
