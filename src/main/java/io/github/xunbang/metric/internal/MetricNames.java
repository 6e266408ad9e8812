package io.github.xunbang.metric.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationNames;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.TakenNames;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** No unit, member or campaign may be called like an active metric, and no metric like one. */
@Component
class MetricNames implements TakenNames {

  private final MetricCatalog catalog;
  private final OrganizationService organizations;

  MetricNames(MetricCatalog catalog, OrganizationService organizations) {
    this.catalog = catalog;
    this.organizations = organizations;
  }

  @Override
  public Optional<String> takenAs(String organizationId, String name) {
    return catalog.find(organizationId, name).map(metric -> "指标");
  }

  /**
   * Refuses words of a metric that name a campaign, a unit or a member; those it had before stay.
   *
   * @param before the metric as it was, or null for a new one
   */
  void requireFree(CommandCall call, Metric changed, @Nullable Metric before) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    MetricWords.words(changed)
        .filter(word -> before == null || !MetricWords.isCalled(before, word))
        .forEach(word -> requireFree(call, organization, word, today));
  }

  private static void requireFree(
      CommandCall call, Organization organization, String word, LocalDate today) {
    OrganizationNames.takenAs(organization, word, today)
        .ifPresent(
            taken -> {
              throw call.rejection(
                  "nameTaken", Map.of("word", UntrustedText.oneLine(word, 12), "taken", taken));
            });
  }
}
