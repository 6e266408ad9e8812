package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.RuleChecks;
import io.github.xunbang.incentive.scheme.RuleText;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** Stands in for RuleText and RuleChecks until branch language brings them; then it goes away. */
@Configuration(proxyBeanMethods = false)
class Placeholders {

  @Bean
  @Fallback
  RuleText placeholderText() {
    return (rule, organization) -> rule.title();
  }

  @Bean
  @Fallback
  RuleChecks placeholderChecks() {
    return new RuleChecks() {
      @Override
      public List<Problem> problems(
          List<Rule> rules, Scheme.@Nullable Cap cap, Organization organization, LocalDate today) {
        return List.of();
      }

      @Override
      public Optional<BigDecimal> maximum(
          List<Rule> rules, Scheme.Cap cap, Organization organization, LocalDate today) {
        return Optional.empty();
      }
    };
  }
}
