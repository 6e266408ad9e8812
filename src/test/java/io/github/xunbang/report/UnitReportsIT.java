package io.github.xunbang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Store figures, comparisons and what else a report may say; through the front door. */
class UnitReportsIT extends FrontDoorTest {

  @Autowired private OrganizationService organizations;

  @Test
  void ownFiguresComeFirstAndAllUnitsStandInOneLine() {
    String group = stores();

    String answer = say(group, "车娟", "个人业绩1.2万，五店2.3万，八店1.8万，25店挂零");

    assertThat(answer.lines())
        .hasSizeLessThanOrEqualTo(6)
        .startsWith("已登记 12月3日(周四)：业绩1.2万", "五店 业绩2.3万；八店 业绩1.8万；二十五店 业绩0");
  }

  @Test
  void aUnitIsCorrectedUndoneAndLookedUpByItsName() {
    String group = stores();
    say(group, "车娟", "意向3，五店2.3万");

    assertThat(say(group, "车娟", "改 5店 业绩 2.4万")).startsWith("已更正 12月3日(周四)：五店 业绩2.3万→2.4万");
    assertThat(say(group, "车娟", "记录 五店")).contains("五店 最近的登记").contains("2.3万→2.4万");
    assertThat(say(group, "车娟", "撤销")).contains("五店 12月3日(周四) 现在：业绩2.3万");
    assertThat(say(group, "车娟", "撤销")).contains("五店").contains("还没有数");
    assertThat(say(group, "车娟", "我的")).contains("今天：还没报");
  }

  @Test
  void nobodyReportsForAUnitThatIsNotTheirs() {
    String group = stores();

    String refused = say(group, "张敏", "意向12，五店2.3万");

    assertThat(refused).contains("五店不归你报").contains("车娟").contains("没有登记");
    assertThat(say(group, "张敏", "我的")).contains("今天：还没报");
    assertThat(say(group, "张敏", "记录 五店")).contains("只有负责人");
    assertThat(say(group, "老板", "五店2.3万")).startsWith("已登记 12月3日(周四)：五店 业绩2.3万");
  }

  @Test
  void oneOwnSumsAreShownWithTheStoresOneIsResponsibleFor() {
    String group = stores();
    say(group, "车娟", "昨天五店2万，今天五店业绩3万");

    assertThat(say(group, "车娟", "我的")).contains("本月负责：五店 业绩5万；八店 还没有数");
    assertThat(say(group, "车娟", "日报").lines()).contains("五店 八店 二十五店");
  }

  @Test
  void theStoreMetricIsSetInChat() {
    String group = stores();

    assertThat(say(group, "老板", "设置 门店指标 回款")).contains("回款");

    assertThat(say(group, "车娟", "五店2.3万")).contains("五店 回款2.3万");
    assertThat(say(group, "老板", "设置 门店指标 不存在")).contains("设置 门店指标 业绩");
  }

  @Test
  void figuresOfDoubtfulOwnersWaitForTheAnswer() {
    String group = stores();

    String asked = say(group, "车娟", "五店 业绩2.3万\n签单3");

    assertThat(asked).contains("记给谁").contains("回 2 = 记到个人");
    assertThat(say(group, "车娟", "2")).contains("签单3").contains("五店 业绩2.3万");
  }

  @Test
  void aGroupThatOnlyReceivesPostsTakesNoReports() {
    String group = stores();
    Stores.onlyPosts(organizations, group);

    assertThat(say(group, "张敏", "意向12")).contains("不收日报").contains("没有登记");
    assertThat(say(group, "老板", "代报 张敏 意向12")).contains("不收日报");
    assertThat(say(group, "张敏", "我的")).contains("还没报");
  }

  @Test
  void aManagerWhoForgotTheWordIsOfferedToReportForOthers() {
    String group = stores();

    assertThat(say(group, "老板", "张敏 意向12")).contains("回 1 = 代报 张敏 意向12");
    assertThat(say(group, "老板", "1")).contains("已代报 1 人").contains("张敏：意向客户12");
    assertThat(say(group, "张敏", "我的")).contains("意向客户12");
  }

  @Test
  void aProxyLineOfMerePlansSaysSo() {
    String group = stores();

    assertThat(say(group, "老板", "代报 张敏 明日：拜访五店")).contains("张敏：已记行程");
  }

  @Test
  void totalsAloneAreComparedAndStoreNothing() {
    String group = stores();
    say(group, "张敏", "业绩3.5万");

    assertThat(say(group, "张敏", "本月累计业绩18.6万")).contains("你写18.6万，我这里是3.5万");
    assertThat(say(group, "张敏", "本月累计业绩3.5万")).contains("对得上");
    assertThat(say(group, "张敏", "记录").lines()).hasSize(2);
  }

  @Test
  void aSwapWithoutAMetricCorrectsTheOneFigureOrAsks() {
    String group = stores();
    say(group, "张敏", "意向12 签单12 新客户5");

    assertThat(say(group, "张敏", "不是5是6")).contains("新客户信息5→6");
    assertThat(say(group, "张敏", "不是12是15")).contains("改哪一项").contains("回 2 = 改 签单 15");
    assertThat(say(group, "张敏", "2")).contains("签单12→15");
    assertThat(say(group, "张敏", "不是99是15")).contains("没有改动");
  }

  @Test
  void theFreeDaysOfBackFillAreASetting() {
    String group = stores();
    at(LocalDateTime.of(2026, 12, 9, 20, 0));
    say(group, "老板", "设置 补报天数 5");

    assertThat(say(group, "张敏", "12月4日 意向12")).startsWith("已登记 12月4日(周五)");
    assertThat(say(group, "老板", "设置 补报天数 99")).contains("0到31");
  }

  private String stores() {
    String group = newGroup();
    for (String name : new String[] {"老板", "张敏", "车娟"}) {
      say(group, name, "成员");
    }
    Stores.give(organizations, group, "车娟", "五店", "八店", "二十五店");
    return group;
  }
}
