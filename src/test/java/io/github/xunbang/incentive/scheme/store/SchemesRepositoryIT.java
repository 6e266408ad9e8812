package io.github.xunbang.incentive.scheme.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.rule.Sharing;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.organization.OrganizationDeleted;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class SchemesRepositoryIT extends FrontDoorTest {

  @Autowired private Schemes schemes;
  @Autowired private ApplicationEventPublisher events;

  @Test
  void keepsSchemesWithAllVersionsUntilTheOrganizationIsGone() {
    String organization = UUID.randomUUID().toString();
    Scheme scheme = scheme(organization);

    schemes.update(organization, before -> List.of(scheme));

    assertThat(schemes.all(organization)).containsExactly(scheme);
    assertThat(schemes.find(organization, "F1")).contains(scheme);
    assertThat(schemes.ofRule(organization, "R7")).contains(scheme);

    events.publishEvent(new OrganizationDeleted(organization));

    assertThat(schemes.all(organization)).isEmpty();
  }

  private static Scheme scheme(String organization) {
    Rule rule =
        new Rule(
            "R7",
            "先到",
            Rule.Sense.REWARD,
            Rule.Currency.YUAN,
            PeriodType.MONTH,
            null,
            Audience.units("城市"),
            List.of(),
            new Selection.Best(new Measure.Value("yeji"), 2),
            new Payout.Tiers(
                List.of(
                    new Payout.Tier(1, 1, new BigDecimal("5000")),
                    new Payout.Tier(2, 2, new BigDecimal("0.50")))),
            null,
            new Sharing(Map.of("销管部.经理", BigDecimal.ONE), new BigDecimal("0.5")),
            Guard.NONE);
    Instant at = Instant.parse("2026-12-03T13:40:00Z");
    return new Scheme(
        organization,
        "F1",
        "竞赛",
        "m1",
        new Scheme.Cap(new BigDecimal("80000"), PeriodType.CAMPAIGN),
        7,
        List.of(
            new Scheme.Version(
                1, Scheme.State.IN_FORCE, LocalDate.of(2026, 12, 1), List.of(rule), "m1", at, "m2"),
            new Scheme.Version(2, Scheme.State.DRAFT, null, List.of(), "m1", at, null)));
  }
}
