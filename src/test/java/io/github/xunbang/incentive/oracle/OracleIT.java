package io.github.xunbang.incentive.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.Engine;
import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.facts.FactsReader;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The engine and what it reads agree with the oracle on 1,000 months of random teams: ties, leave,
 * transfers, late and corrected reports, split, cancelled and partly paid deals.
 */
class OracleIT extends FrontDoorTest {

  private static final int WORLDS = 63;

  @Autowired private OrganizationService organizations;
  @Autowired private Ledger ledger;
  @Autowired private MetricCatalog metrics;
  @Autowired private FactsReader reader;
  @Autowired private Engine engine;

  @Autowired private List<AutoPost> posts;

  private final Map<String, Integer> kinds = new TreeMap<>();

  @Test
  void agreesWithTheOracleOnAThousandMonths() {
    List<String> differences = new ArrayList<>();

    for (long seed = 1; seed <= Integer.getInteger("oracle.worlds", WORLDS); seed++) {
      differences.addAll(compare(seed));
    }

    assertThat(differences).isEmpty();
    // A sheet that never pays, or never leaves anything open, would prove nothing.
    assertThat(kinds.values()).allMatch(count -> count >= 10);
    assertThat(kinds).hasSizeGreaterThan(20);
  }

  private List<String> compare(long seed) {
    World world = RandomWorld.of(seed);
    List<Written> written = RandomRules.of(seed);
    Stage stage =
        new Stage(
            seed,
            newTeamMark(),
            world,
            organizations,
            ledger,
            posts.stream().map(AutoPost::name).toList(),
            chat());
    Organization organization = stage.play();
    stage.report(organization.id(), name -> metric(organization, name));
    List<Rule> rules = new Translation(name -> metric(organization, name)).of(written);
    List<String> differences = new ArrayList<>();
    for (YearMonth month : World.months()) {
      Map<String, String> expected = Oracle.settle(world, written, month);
      Map<String, String> actual = settled(organization, rules, month);
      expected.forEach((key, value) -> count(key, value));
      if (!actual.equals(expected)) {
        differences.add(seed + " " + month + " " + differing(expected, actual));
      }
    }
    // Otherwise the jobs of every team before would run whenever the next one turns the clock.
    send("POST", "/simulator/api/reset", "{}");
    return differences;
  }

  private Map<String, String> settled(
      Organization organization, List<Rule> rules, YearMonth month) {
    Period period = Period.containing(PeriodType.MONTH, month.atDay(1));
    Map<String, String> settled = new TreeMap<>();
    for (Line line :
        engine.settle(rules, period, null, reader.read(organization, rules, period)).lines()) {
      String before = settled.put(line.ruleId() + "|" + line.subjectId(), text(line));
      assertThat(before).as("two lines of %s", line).isNull();
      assertThat(line.working()).as("working of %s", line).isNotEmpty();
    }
    return settled;
  }

  private static String text(Line line) {
    if (line.open() != null) {
      return Oracle.OPEN;
    }
    return line.amount() == null
        ? Oracle.WORDS
        : line.amount().setScale(2, RoundingMode.UNNECESSARY).toPlainString();
  }

  private void count(String key, String value) {
    String kind = value.matches("[a-z]+") ? value : "amount";
    kinds.merge(key.replaceAll("\\|.*", "") + " " + kind, 1, Integer::sum);
  }

  private static String differing(Map<String, String> expected, Map<String, String> actual) {
    Map<String, String> all = new HashMap<>(expected);
    all.putAll(actual);
    StringBuilder text = new StringBuilder();
    new TreeMap<>(all)
        .keySet()
        .forEach(
            key -> {
              if (!java.util.Objects.equals(expected.get(key), actual.get(key))) {
                text.append(key)
                    .append(" expected ")
                    .append(expected.get(key))
                    .append(" but ")
                    .append(actual.get(key))
                    .append("; ");
              }
            });
    return text.toString();
  }

  private String metric(Organization organization, String name) {
    return metrics.find(organization.id(), name).map(Metric::id).orElseThrow();
  }

  private Stage.Chat chat() {
    return new Stage.Chat() {
      @Override
      public String say(String group, String user, String text) {
        return OracleIT.this.say(group, user, text);
      }

      @Override
      public void at(LocalDateTime shanghai) {
        OracleIT.this.at(shanghai);
      }

      @Override
      public void turnTo(LocalDateTime shanghai) {
        OracleIT.this.turnClockTo(shanghai);
      }
    };
  }
}
