package io.github.xunbang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import org.junit.jupiter.api.Test;

/** Figures for a frozen 旬: asked for, approved or rejected, through the front door. */
class LateFiguresIT extends FrontDoorTest {

  @Test
  void lateFiguresWaitForApprovalAndKeepTheirDate() {
    String group = team();

    String asked = say(group, "张敏", "11月25日 意向12");

    assertThat(asked).contains("11月下旬已封榜，已提交审批 #1，经理批准后登记，榜不变");
    assertThat(say(group, "张敏", "记录 11月25日")).contains("还没有登记");
    assertThat(say(group, "老板", "批准 1")).contains("已批准 #1").contains("意向客户12");
    assertThat(say(group, "张敏", "记录 11月25日")).contains("意向客户12");
  }

  @Test
  void rejectedFiguresAreNotStored() {
    String group = team();
    say(group, "张敏", "11月25日 意向12");

    assertThat(say(group, "老板", "驳回 1 对不上")).contains("没有登记").contains("对不上");
    assertThat(say(group, "张敏", "记录 11月25日")).contains("还没有登记");
  }

  @Test
  void aManagersLateEntryGoesStraightIn() {
    String group = team();

    assertThat(say(group, "老板", "代报 张敏 11月25日 意向12")).contains("已代报 1 人");
    assertThat(say(group, "老板", "11月25日 意向3")).startsWith("已登记 11月25日(周三)");
  }

  @Test
  void whatCouldNotBeStoredIsRefusedBeforeAnybodyIsAsked() {
    String group = team();

    assertThat(say(group, "张敏", "11月25日 意向99999")).contains("超出了范围");
    assertThat(say(group, "张敏", "11月1日 意向5")).contains("已提交审批 #1");
  }

  private String team() {
    String group = newGroup();
    say(group, "老板", "成员");
    say(group, "张敏", "成员");
    return group;
  }
}
