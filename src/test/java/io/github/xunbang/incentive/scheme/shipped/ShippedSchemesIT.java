package io.github.xunbang.incentive.scheme.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.scheme.RuleChecks;
import io.github.xunbang.incentive.scheme.RuleText;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every shipped scheme is taken whole by the team of its template, is sound and reads well. */
class ShippedSchemesIT extends FrontDoorTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);
  private static final Pattern UNREADABLE =
      Pattern.compile("[{}\\[\\]]|null|罚款|处罚|末位|倒数|垫底|拖后腿|\\b[a-z]+-[a-z]+\\b");

  @Autowired private ShippedSchemes shipped;
  @Autowired private Schemes schemes;
  @Autowired private RuleChecks checks;
  @Autowired private RuleText texts;
  @Autowired private OrganizationService organizations;

  @ParameterizedTest
  @ValueSource(strings = {"电销", "门店", "竞赛", "经纪", "信用社"})
  void isTakenByItsTemplateWithoutAComplaint(String name) {
    String group = newGroup();

    String answer = say(group, "王经理", "方案 启用 " + name);

    assertThat(answer).contains("已启用“" + name + "”").doesNotContain("没改");
    Organization team = organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
    ShippedScheme file = shipped.named(name).orElseThrow();
    assertThat(schemes.all(team.id()))
        .first()
        .satisfies(
            scheme -> {
              assertThat(scheme.name()).isEqualTo(name);
              assertThat(scheme.versions().get(0).rules()).hasSize(file.plainRules().size());
            });
    assertThat(schemes.all(team.id()).stream().skip(1))
        .as("what the document itself calls a draft stands apart and never fires")
        .allMatch(scheme -> scheme.draft().isPresent() && scheme.versions().size() == 1);
    List<Rule> rules =
        schemes.all(team.id()).stream()
            .flatMap(scheme -> scheme.versions().stream())
            .flatMap(version -> version.rules().stream())
            .toList();
    assertThat(checks.problems(rules, file.cap(), team, TODAY))
        .noneMatch(RuleChecks.Problem::refuses);
    assertThat(rules)
        .flatExtracting(rule -> Stream.of(texts.of(rule, team)).toList())
        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContainPattern(UNREADABLE));
  }
}
