package io.github.xunbang.incentive.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 口碑, 评分 and 试用 as people use them, and what a settlement reads afterwards. */
class RegistersFrontDoorIT extends FrontDoorTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
  private static final Period DECEMBER = Period.containing(PeriodType.MONTH, DAY);
  private static final Period QUARTER = Period.containing(PeriodType.QUARTER, DAY);

  @Autowired private Registers registers;
  @Autowired private OrganizationService organizations;

  private final String mark = newTeamMark();
  private final String group = newGroup();
  private final String boss = "老板" + mark;
  private final String zhang = "张敏" + mark;
  private final String li = "李强" + mark;
  private final String wang = "王芳" + mark;

  @BeforeEach
  void enrol() {
    say(group, boss, "成员");
    for (String person : new String[] {zhang, li, wang}) {
      say(group, person, "我是 " + person);
    }
  }

  @Test
  void everybodyHasOneBallotThatMayChangeUntilTheMonthIsClosed() {
    sayPrivately(zhang, "口碑 " + li);
    say(group, li, "口碑 " + wang);
    sayPrivately(wang, "口碑 " + li);

    assertThat(sayPrivately(zhang, "口碑 " + wang)).contains("改投好了", "投给" + wang);
    assertThat(say(group, li, "口碑 " + wang)).contains(li + " 改投好了").doesNotContain(wang);
    assertThat(say(group, zhang, "口碑")).contains("你已投票").doesNotContain(wang);
    assertThat(sayPrivately(zhang, "口碑")).contains("你投给了" + wang);
    assertThat(registers.votes(team().id(), DECEMBER)).isEqualTo(votes(Map.of(wang, 2, li, 1)));
    at(LocalDateTime.of(2027, 1, 1, 8, 0));
    assertThat(sayPrivately(zhang, "口碑 " + li + " 上月")).contains("2026年12月", "投给" + li);
    at(LocalDateTime.of(2027, 1, 1, 8, 31));
    assertThat(sayPrivately(zhang, "口碑 " + wang + " 上月")).contains("2026年12月的投票已经截止");
    assertThat(sayPrivately(zhang, "口碑 " + wang)).contains("2027年1月");
    assertThat(registers.votes(team().id(), DECEMBER)).isEqualTo(votes(Map.of(li, 2, wang, 1)));
    assertThat(registers.votes(team().id(), QUARTER)).isEqualTo(votes(Map.of(li, 2, wang, 1)));
  }

  @Test
  void resultsAreForManagersInPrivateUntilTheMonthIsClosed() {
    sayPrivately(zhang, "口碑 " + li);
    sayPrivately(wang, "口碑 " + li);

    assertThat(sayPrivately(boss, "口碑 结果")).contains("还在投票", "第1名 " + li + " 2票");
    assertThat(say(group, boss, "口碑 结果 本月")).contains("请私聊我").doesNotContain(li);
    assertThat(sayPrivately(zhang, "口碑 结果 本月")).contains("还在投票").doesNotContain(li);
    at(LocalDateTime.of(2027, 1, 1, 8, 31));
    assertThat(say(group, zhang, "口碑 结果")).isEqualTo("【口碑奖】2026年12月 共2票\n第1名 " + li + " 2票");
  }

  @Test
  void onlyColleaguesOfTheOwnTeamWithAQuotaCanBeVotedFor() {
    String other = newGroup();
    String stranger = "陈静" + mark;
    say(other, "外人" + mark, "成员");
    say(other, stranger, "我是 " + stranger);
    organizations.change(
        team().id(),
        team ->
            team.withMembers(
                team.members().stream()
                    .map(one -> one.name().equals(wang) ? one.asGuest(true) : one)
                    .toList()));

    assertThat(say(group, zhang, "口碑 " + stranger)).startsWith("没有叫“" + stranger + "”的在职成员");
    assertThat(say(group, zhang, "口碑 " + wang)).contains("编外成员");
    assertThat(say(group, zhang, "口碑 " + zhang)).contains("不能投自己");
    assertThat(registers.votes(team().id(), DECEMBER)).isEmpty();
  }

  @Test
  void namedAssessorsScoreWithTheirWeights() {
    say(group, boss, "评分 设置 季度考核 " + zhang + "60 " + li + "40");

    assertThat(sayPrivately(zhang, "评分 " + wang + " 季度考核 85"))
        .contains(wang + " 季度考核 2026年第4季度 85分（12月3日(周四) " + zhang + "），还差" + li);
    assertThat(scores()).isEqualTo(Map.of(id(wang), new BigDecimal("85")));
    assertThat(say(group, li, "评分 " + wang + " 70")).doesNotContain("70").contains("评的人齐了");
    assertThat(scores()).isEqualTo(Map.of(id(wang), new BigDecimal("79")));
    sayPrivately(zhang, "评分 " + wang + " 季度考核 90");
    assertThat(scores()).isEqualTo(Map.of(id(wang), new BigDecimal("82")));
    assertThat(sayPrivately(boss, "评分 " + wang))
        .isEqualTo(
            wang
                + " 季度考核 2026年第4季度：82分\n12月3日(周四) "
                + zhang
                + "：85分\n12月3日(周四) "
                + li
                + "：70分\n12月3日(周四) "
                + zhang
                + "：90分");
    Period year = Period.containing(PeriodType.YEAR, DAY);
    assertThat(registers.scores(team().id(), "季度考核", year).get(id(wang)))
        .isEqualByComparingTo("82");
    assertThat(registers.scores(team().id(), "季度考核", DECEMBER)).isEmpty();
  }

  @Test
  void nobodyElseScoresAndTheListTellsWhoIsLacking() {
    say(group, boss, "评分 设置 季度考核 " + zhang + " " + li);
    sayPrivately(zhang, "评分 " + wang + " 88");

    assertThat(sayPrivately(wang, "评分 " + zhang + " 100"))
        .contains("季度考核由" + zhang + "、" + li + "评");
    assertThat(sayPrivately(zhang, "评分 " + zhang + " 100")).contains("不能给自己评分");
    assertThat(sayPrivately(wang, "评分 清单")).contains("给经理和评的人看");
    assertThat(sayPrivately(wang, "评分 设置 季度考核 " + wang)).contains("谁来评由经理定");
    assertThat(sayPrivately(wang, "评分 " + wang)).doesNotContain("88");
    assertThat(say(group, boss, "评分 " + wang)).doesNotContain("88").contains("请私聊我");
    assertThat(say(group, boss, "评分 清单"))
        .contains(zhang + "还差1人：" + li, li + "还差2人：" + zhang + "、" + wang);
    assertThat(sayPrivately(zhang, "评分 清单")).contains(zhang + "还差1人").doesNotContain(li + "还差");
  }

  @Test
  void aProbationHasDaysAndEndsWithItsConfirmation() {
    String id = team().id();
    say(group, boss, "试用 " + li + " 3个月");
    say(group, boss, "试用 " + wang + " 12-01至02-28");

    assertThat(registers.onProbation(id, DAY.minusDays(2))).containsExactly(id(wang));
    assertThat(registers.onProbation(id, LocalDate.of(2027, 3, 2))).containsExactly(id(li));
    assertThat(registers.onProbation(id, LocalDate.of(2027, 3, 3))).isEmpty();
    at(LocalDateTime.of(2027, 1, 15, 10, 0));
    assertThat(say(group, boss, "试用 " + li + " 转正")).contains("恭喜" + li + "转正");
    assertThat(registers.onProbation(id, LocalDate.of(2027, 1, 14))).contains(id(li));
    assertThat(registers.onProbation(id, LocalDate.of(2027, 1, 15))).containsExactly(id(wang));
    assertThat(say(group, boss, "试用")).contains("共1人：" + wang + "到2月28日(周日)");
    assertThat(say(group, zhang, "试用 " + zhang + " 转正")).contains("经理");
  }

  @Test
  void aTeamThatIsResetIsForgotten() {
    String id = team().id();
    String manager = boss;
    sayPrivately(zhang, "口碑 " + li);
    say(group, manager, "评分 设置 季度考核 " + zhang);
    sayPrivately(zhang, "评分 " + wang + " 88");
    say(group, manager, "试用 " + li + " 3个月");

    send("POST", "/simulator/api/reset", "{}");

    assertThat(registers.onProbation(id, DAY)).isEmpty();
    assertThat(mongoLeft(id)).isEmpty();
  }

  private String mongoLeft(String organizationId) {
    StringBuilder left = new StringBuilder();
    for (String name :
        new String[] {
          "incentive_ballots", "incentive_marks", "incentive_sheets", "incentive_probation"
        }) {
      mongo
          .getCollection(name)
          .find()
          .forEach(
              document -> {
                if (document.toJson().contains(organizationId)) {
                  left.append(document.toJson());
                }
              });
    }
    return left.toString();
  }

  @Autowired private org.springframework.data.mongodb.core.MongoTemplate mongo;

  private Map<String, BigDecimal> scores() {
    return registers.scores(team().id(), "季度考核", QUARTER);
  }

  private Map<String, Integer> votes(Map<String, Integer> byName) {
    Map<String, Integer> byId = new java.util.HashMap<>();
    byName.forEach((name, count) -> byId.put(id(name), count));
    return byId;
  }

  private Organization team() {
    return organizations.organizationsOf("simulator:" + boss).get(0);
  }

  private String id(String name) {
    return team().members().stream()
        .filter(member -> member.name().equals(name))
        .map(Member::id)
        .findFirst()
        .orElseThrow();
  }
}
