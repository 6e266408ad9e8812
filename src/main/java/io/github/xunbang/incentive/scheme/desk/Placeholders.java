package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.incentive.engine.Engine;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.facts.FactsReader;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.scheme.RuleChecks;
import io.github.xunbang.incentive.scheme.RuleGrammar;
import io.github.xunbang.incentive.scheme.RuleText;
import io.github.xunbang.organization.Organization;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** Stands in for what other branches bring; goes away when they are merged. */
@Configuration(proxyBeanMethods = false)
class Placeholders {

  @Bean
  @Fallback
  Engine placeholderEngine() {
    return (rules, period, cap, facts) -> new Outcome(List.of(), List.of());
  }

  @Bean
  @Fallback
  FactsReader placeholderFacts() {
    return (organization, rules, period) ->
        (Facts)
            Proxy.newProxyInstance(
                Facts.class.getClassLoader(), new Class<?>[] {Facts.class}, (a, b, c) -> null);
  }

  @Bean
  @Fallback
  RuleGrammar placeholderGrammar() {
    return (line, organization, today) -> {
      if (!line.contains("前三")) {
        throw new CommandRejectedException("没看懂");
      }
      return List.of(
          new Rule(
              "",
              "业绩前三",
              Rule.Sense.REWARD,
              Rule.Currency.YUAN,
              line.contains("旬")
                  ? io.github.xunbang.calendar.PeriodType.XUN
                  : io.github.xunbang.calendar.PeriodType.MONTH,
              null,
              Audience.EVERYBODY,
              List.of(),
              new Selection.Best(new Measure.Value("yeji"), 3),
              new Payout.Tiers(List.of(new Payout.Tier(1, 3, new BigDecimal("500")))),
              null,
              null,
              Guard.NONE));
    };
  }

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
