package io.github.xunbang.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MetricsFrontDoorIT extends FrontDoorTest {

  private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 3);
  private static final Period MONTH = Period.containing(PeriodType.MONTH, THURSDAY);
  private static final Period LAST_YEAR =
      Period.containing(PeriodType.MONTH, THURSDAY.minusYears(1));

  @Autowired private Figures figures;
  @Autowired private MetricCatalog catalog;
  @Autowired private OrganizationService organizations;

  @Test
  void aRateIsWorkedOutFromTheTeamsSumsAndNotFromTheMembersRates() {
    String group = team("转化");
    say(group, "王经理", "指标 新增 转化率 = 签单 / 意向");
    say(group, "张敏", "日报 意向10 签单5");
    say(group, "李强", "日报 意向90 签单0");

    Organization team = organization("转化");

    String rate = catalog.find(team.id(), "转化率").orElseThrow().id();
    assertThat(figures.ofOrganization(team, MONTH).sums().get(rate)).isEqualByComparingTo("5");
    assertThat(value(team, "张敏", "转化率", MONTH)).isEqualByComparingTo("50");
    assertThat(value(team, "李强", "转化率", MONTH)).isEqualByComparingTo("0");
  }

  @Test
  void aReportedRateOnlyChecksAndIsNeverStored() {
    String group = team("核对");
    say(group, "王经理", "指标 新增 转化率 = 签单 / 意向");

    String wrong = say(group, "张敏", "日报 意向12 签单2 转化率30%");
    String right = say(group, "李强", "日报 意向12 签单2 转化率16.7%");

    assertThat(wrong).contains("意向客户12").contains("转化率").contains("30").contains("16.6667");
    assertThat(right).contains("意向客户12").doesNotContain("转化率");
  }

  @Test
  void aRetiredAndARenamedMetricKeepTheirOldFigures() {
    String group = team("改名");
    say(group, "张敏", "日报 意向12 签单2");

    say(group, "王经理", "指标 改名 签单 成单");
    say(group, "王经理", "指标 停用 意向");

    Organization team = organization("改名");
    assertThat(value(team, "张敏", "成单", MONTH)).isEqualByComparingTo("2");
    assertThat(sums(team, "张敏", MONTH).get("yixiang")).isEqualByComparingTo("12");
    assertThat(say(group, "王经理", "指标")).contains("成单（成交、签单）").contains("已停用：意向客户");
    say(group, "张敏", "日报 签单3");
    assertThat(value(team, "张敏", "成单", MONTH)).isEqualByComparingTo("3");
  }

  @Test
  void noMetricIsCalledLikeACampaignAUnitOrAMember() {
    String group = team("重名");
    say(group, "王经理", "门店 新增 五星店");
    say(group, "王经理", "设置 活动 国庆冲刺 8-1到11-30");

    String member = say(group, "王经理", "指标 新增 张敏 个");
    String unit = say(group, "王经理", "指标 改名 意向 五星店");
    String campaign = say(group, "王经理", "指标 别名 意向 加 国庆冲刺");

    assertThat(member).contains("“张敏”已经是成员的名字").contains("请换个名字");
    assertThat(unit).contains("“五星店”已经是单位名");
    assertThat(campaign).contains("“国庆冲刺”已经是活动名");
    assertThat(say(group, "王经理", "指标 意向")).startsWith("意向客户（意向）");
  }

  @Test
  void aPeriodEndFigureIsTheLatestAndAPercentageIsAveraged() {
    String group = team("期末");
    say(group, "王经理", "指标 新增 在册客户 户 期末");
    say(group, "王经理", "指标 新增 费用率 % 越低越好");
    say(group, "张敏", "昨天 在册客户 40 费用率 30%");
    say(group, "张敏", "日报 在册客户 35 费用率 20%");

    Organization team = organization("期末");

    assertThat(value(team, "张敏", "在册客户", MONTH)).isEqualByComparingTo("35");
    assertThat(value(team, "张敏", "费用率", MONTH)).isEqualByComparingTo("25");
  }

  @Test
  void lastYearsTableIsImportedForPeopleAndUnitsAndCountsInThatMonthOnly() {
    String group = team("导入");

    String people =
        say(
            group,
            "王经理",
            "导入 去年12月\n序号\t姓名\t业绩（万元）\t意向\n1\t张敏\t12.5\t35\n2\t李强\t-\t20\n\t合计\t12.5\t55");
    String units = say(group, "王经理", "导入 2025年12月\n门店,业绩\n一组,30万");

    Organization team = organization("导入");
    assertThat(people).contains("已导入2025年12月：2人，业绩12.5万 意向客户55").contains("新增3个数");
    assertThat(units).contains("1个单位，业绩30万");
    assertThat(value(team, "张敏", "业绩", LAST_YEAR)).isEqualByComparingTo("125000");
    assertThat(sums(team, "张敏", MONTH)).isEmpty();
    Unit first = team.units().named("一组", THURSDAY).get(0);
    assertThat(unit(team, first, "业绩")).isEqualByComparingTo("425000");
  }

  @Test
  void oneBadLineAndNothingOfTheTableIsStored() {
    String group = team("坏行");

    String answer = say(group, "王经理", "导入 去年12月\n姓名 业绩\n张敏 12万\n李强 三五万左右");

    assertThat(answer).startsWith("没有导入").contains("第3行");
    assertThat(sums(organization("坏行"), "张敏", LAST_YEAR)).isEmpty();
  }

  @Test
  void aPartOfAnImportedMonthIsNotImportedOnTop() {
    String group = team("重叠");
    say(group, "王经理", "导入 去年12月\n姓名 业绩 意向\n张敏 12万 3");

    String part = say(group, "王经理", "导入 去年12月上旬\n姓名 业绩\n张敏 5万");
    String year = say(group, "王经理", "导入 去年\n姓名 业绩\n张敏 90万");
    String other = say(group, "王经理", "导入 去年12月上旬\n姓名 签单\n张敏 5");

    assertThat(part).startsWith("没有导入").contains("导入过（2025-12-01到2025-12-31）");
    assertThat(year).startsWith("没有导入");
    assertThat(other).startsWith("已导入");
    assertThat(value(organization("重叠"), "张敏", "业绩", LAST_YEAR)).isEqualByComparingTo("120000");
  }

  @Test
  void aRedeliveredImportAnswersTheSameAndChangesNothing() {
    String group = team("重发");
    Map<String, Object> message = message(group, "王经理", "导入 去年12月\n姓名 业绩\n张敏 12万\n李强 3万");
    message.put("messageId", "import-" + group);

    String first = post(message).path("replies").toString();
    String second = post(message).path("replies").toString();

    assertThat(second).isEqualTo(first).contains("新增2个数");
  }

  @Test
  void anImportedMonthIsNoBestDay() {
    String group = team("最好");
    say(group, "王经理", "导入 上月\n姓名 意向\n张敏 300");

    say(group, "张敏", "日报 意向5");

    Organization team = organization("最好");
    assertThat(value(team, "张敏", "意向", MONTH.previous())).isEqualByComparingTo("300");
  }

  @Test
  void aPlainMemberMayNeitherImportNorChangeMetrics() {
    String group = team("权限");

    assertThat(say(group, "张敏", "导入 去年12月\n姓名 业绩\n张敏 12万")).contains("经理");
    assertThat(say(group, "张敏", "指标 停用 意向")).contains("要经理来定");
    assertThat(sums(organization("权限"), "张敏", LAST_YEAR)).isEmpty();
  }

  /** A group with a manager and two members of 一组. */
  private String team(String name) {
    String group = newGroup();
    say(group, "王经理", "绑定 " + name);
    say(group, "张敏", "我是 张敏 电话营销员 一组");
    say(group, "李强", "我是 李强 电话营销员 一组");
    return group;
  }

  private Organization organization(String name) {
    return organizations.all().stream()
        .filter(organization -> organization.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private BigDecimal value(Organization team, String member, String metric, Period period) {
    return sums(team, member, period).get(catalog.find(team.id(), metric).orElseThrow().id());
  }

  private Map<String, BigDecimal> sums(Organization team, String name, Period period) {
    var found = figures.ofMembers(team, team.members(), period);
    String id = team.memberNamed(name, THURSDAY).orElseThrow().id();
    return found.containsKey(id) ? found.get(id).sums() : Map.of();
  }

  private BigDecimal unit(Organization team, Unit unit, String metric) {
    return figures
        .ofUnits(team, team.units().all(), LAST_YEAR)
        .get(unit.id())
        .sums()
        .get(catalog.find(team.id(), metric).orElseThrow().id());
  }
}
