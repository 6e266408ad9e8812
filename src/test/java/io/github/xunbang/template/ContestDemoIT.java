package io.github.xunbang.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The contest of eleven cities, loaded like the other demo teams and set up by chat lines alone.
 */
class ContestDemoIT extends FrontDoorTest {

  private static final String NAME = "示范竞赛";

  @Autowired private DemoTeams teams;
  @Autowired private OrganizationService organizations;

  @Test
  void isTheThirdTeamAndFillsTheContestOfTheRunningMonth() {
    at(LocalDateTime.of(2026, 12, 18, 21, 40));
    assertThat(teams.names()).hasSize(3).endsWith(NAME);
    DemoTeams.Cast cast = teams.open(NAME, "simulator");
    List<String> refused = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    cast.setup().forEach(line -> answers.add(say(NAME, line.user(), line.text())));
    answers.stream().filter(answer -> answer.contains("没改")).forEach(refused::add);

    List<DemoTeams.Line> lines = teams.fill(cast);

    assertThat(refused).as("%s", answers).isEmpty();
    Organization organization = organizations.get(cast.organizationId());
    assertThat(organization.units().active(LocalDate.of(2026, 12, 18)))
        .hasSize(11)
        .extracting(Unit::kind)
        .containsOnly("城市");
    assertThat(organization.members()).hasSize(41);
    List<String> said = new ArrayList<>();
    lines.forEach(line -> said.add(say(NAME, line.user(), line.text())));
    assertThat(said.get(2)).contains("太原").contains("保费");
    assertThat(said.get(3)).contains("F1 竞赛", "预算每活动80000元", "R1", "R2");
    assertThat(sayPrivately("contest-00", "方案 试算 F1 业务竞赛"))
        .contains("到今天为止", "合计：拟奖励", "预算：每活动80000元")
        .satisfies(text -> assertThat(text.lines().count()).isLessThanOrEqualTo(12));
  }
}
