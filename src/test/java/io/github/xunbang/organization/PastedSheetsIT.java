package io.github.xunbang.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.message.Conversation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People and stores as they are pasted from sheets: serial columns, spaced names, odd names. */
class PastedSheetsIT extends FrontDoorTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);

  @Autowired private OrganizationService organizations;

  private String group;

  @BeforeEach
  void open() {
    group = newGroup();
    boss("帮助");
    boss("门店\n名称\t上级\t类别\n川西大区\t\t\n一区\t川西大区\t\n25店\t一区\tＡ类 \n26店\t一区\tB类\t");
  }

  @Test
  void theSerialColumnAndNamesSpacedToOneWidthAreUnderstood() {
    String reply = boss("加人\n序号\t姓名\t岗位\t小组\n1\t刘　洋\t导购\t25店\t\n12\t陈一鸣\t导购\t二十五店");

    assertThat(reply).isEqualTo("新增2：刘洋、陈一鸣");
    assertThat(organization().membersWithin(unitId("25店"), TODAY))
        .extracting(Member::name)
        .containsExactly("刘洋", "陈一鸣");
  }

  @Test
  void severalNamesInOneLineAreSeveralPeople() {
    assertThat(boss("加人 张敏、李强、王小五")).isEqualTo("新增3：张敏、李强、王小五");
    assertThat(boss("加人 刘洋、导购、25店")).isEqualTo("新增1：刘洋");
    assertThat(boss("加人 赵六 孙小七")).isEqualTo("新增1：赵六\n孙小七记成了赵六的岗位。是另一位就另起一行写");
    assertThat(boss("加人\n😀小丽 导购")).contains("不能当名字").doesNotContain("我是");
  }

  @Test
  void aStoreOpensOnTheDayGiven() {
    assertThat(boss("门店 40店 一区 A类 12-15起")).contains("新增1：40店(12月15日起)");
  }

  @Test
  void somebodyMayBeCalledLikeAWeekday() {
    boss("加人\n周六 小区经理\n王一 小区经理");

    assertThat(boss("负责\n负责人\t门店\n周六\t25店\n王一\t26店")).startsWith("周六 负责 25店：12月3日起\n王一 负责 26店");
    say(group, "周六", "我是 周六");
    assertThat(boss("代理 周六 到 12-31")).startsWith("周六代理老板：12月3日(周四)到12月31日(周四)");
  }

  @Test
  void aBadLineOfARotaIsNamedAndNothingOfItIsStored() {
    boss("加人\n王一 小区经理");

    assertThat(boss("负责\n王一\t25店\n周九\t26店\n王一\t九十九店"))
        .startsWith("都没登记，改好再整段发一次：\n第2行“周九 26店”：没有叫“周九”")
        .contains("第3行“王一 九十九店”：没有叫“九十九店”");
    assertThat(boss("负责 王一")).isEqualTo("王一 负责：还没有单位");
  }

  @Test
  void twelveAreaManagersBecomeLeadersInOneMessage() {
    boss("加人\n王一 小区经理\n李二 小区经理\n张三丰 小区经理");
    say(group, "王一", "我是 王一");

    assertThat(boss("任命 组长 王一、李二")).isEqualTo("任命好了\n组长2：王一、李二\n有1位还没认领名字，认领时我会私信你再确认一次");
    assertThat(boss("任命\n姓名\t权限\n王一\t成员\n张三丰\t组长")).contains("成员1：王一\n组长1：张三丰");
    assertThat(boss("任命 组长 王一 不存在")).contains("没有叫“不存在”的成员");
    assertThat(boss("成员 王一")).contains("权限：成员");
    assertThat(boss("任命 王一 组长")).isEqualTo("王一：成员 → 组长");
  }

  @Test
  void whoLeavesTogetherComesBackLineByLine() {
    boss("加人 张敏、李强");

    assertThat(boss("移除 张敏 李强")).endsWith("要恢复请发：加人 张敏（一行一位）");
  }

  @Test
  void theRosterIsShownInTheOrderOfTheUnits() {
    boss("门店\n二区 川西大区\n三区 川西大区\n十区 川西大区");
    boss("加人\n甲一 经理岗 十区\n乙一 经理岗 三区\n丙一 经理岗 二区\n丁一 经理岗 一区");

    assertThat(boss("成员")).contains("一区(1)：丁一\n二区(1)：丙一\n三区(1)：乙一\n十区(1)：甲一");
  }

  @Test
  void lastYearsTableMayWriteAStoresNumberEitherWay() {
    assertThat(boss("导入 2025-11\n门店\t业绩\n二十五店\t10万\n26店\t8万\n合计\t18万"))
        .startsWith("已导入2025年11月：2个单位，业绩18万");
    assertThat(boss("导入 2025-10\n门店\t业绩\n25店\t10万\n二十五店\t8万")).contains("第3行：“二十五店”前面已经有一行");
  }

  @Test
  void aCampaignMayNameAStoreEitherWayAndHasItsOwnDays() {
    assertThat(boss("设置 活动 开门红 12-10到12-12 二十五店")).contains("开门红（2026-12-10到12-12，25店）");
    assertThat(boss("设置 活动 冲刺 12-10到12-12 26店")).contains("“开门红”也是", "设置 活动 取消 开门红");
    assertThat(boss("设置 活动 冲刺 12-10到12-13 26店")).contains("冲刺（2026-12-10到12-13，26店）");
  }

  @Test
  void theSettlementDayIsTakenBackByNoneToo() {
    boss("设置 结算日 25");

    assertThat(boss("设置 结算日 无")).isEqualTo("已改好：结算日 没设，按自然月");
    at(LocalDateTime.of(2026, 12, 20, 10, 0));
    assertThat(boss("设置 结算日 31")).contains("不设即按自然月");
  }

  private Organization organization() {
    return organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
  }

  private String unitId(String name) {
    return organization().units().find(name, TODAY).get(0).id();
  }

  private String boss(String line) {
    return say(group, "老板", line);
  }
}
