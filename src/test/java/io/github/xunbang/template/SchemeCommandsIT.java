package io.github.xunbang.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 方案 启用 through the front door: every line of every shipped template is one that works. */
class SchemeCommandsIT extends FrontDoorTest {

  @Autowired private TeamTemplates templates;

  @Test
  void everyShippedTemplateIsTakenWholeAndAgainDoesNoHarm() {
    for (String name : List.of("电销", "门店", "经纪", "信用社")) {
      String group = newGroup();

      String answer = say(group, "王经理", "方案 启用 " + name);

      int lines = templates.named(name).orElseThrow().lines().size();
      assertThat(answer).contains("已启用“" + name + "”", "设好" + lines + "项").doesNotContain("没改");
      assertThat(say(group, "王经理", "方案 启用 " + name)).contains("已启用“" + name + "”");
    }
  }

  @Test
  void asksOnWhichDaysTheTeamWorks() {
    String group = newGroup();

    assertThat(say(group, "王经理", "方案 启用 电销")).contains("回 1=周一到周五 2=周一到周六 3=每天");
    assertThat(say(group, "王经理", "2")).contains("周一到周六上班");

    assertThat(say(group, "王经理", "设置 工作日")).contains("周一到周六");
  }

  @Test
  void aNewTelesalesPersonHasTheQuotasOfTheTemplateAtOnce() {
    String group = newGroup();
    say(group, "王经理", "方案 启用 电销");
    say(group, "张敏", "我是 张敏 电话营销员 一组");

    assertThat(say(group, "张敏", "意向6")).contains("意向客户6");
    assertThat(say(group, "张敏", "目标")).contains("意向客户").contains("签单");
  }

  @Test
  void onlyAManagerMayEnableOne() {
    String group = newGroup();
    say(group, "王经理", "成员");

    assertThat(say(group, "张敏", "方案 启用 电销")).contains("经理");
  }
}
