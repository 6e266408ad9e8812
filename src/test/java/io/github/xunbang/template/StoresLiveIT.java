package io.github.xunbang.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small chain set up by 方案 启用 门店: what it reads by itself, in all groups and in private. */
class StoresLiveIT extends FrontDoorTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String group = newGroup();
  private final String district = newGroup();
  private final String mark = newTeamMark();
  private final String boss = "老板" + mark;
  private final String che = "车娟" + mark;
  private final String luo = "罗敏" + mark;

  /** 车娟 has two stores in 一区, 罗敏 two in 二区; 一区 has a group of its own. */
  private void chain() {
    say(group, boss, "成员");
    say(group, boss, "设置 名称 连锁" + mark);
    assertThat(say(group, boss, "方案 启用 门店")).doesNotContain("没改");
    say(group, boss, "门店\n一区 小区\n二区 小区\n五店 一区\n八店 一区\n九店 二区\n十店 二区");
    say(group, boss, "加人\n" + che + " 小区经理 一区\n" + luo + " 小区经理 二区");
    say(group, boss, "负责\n" + che + " 五店 八店\n" + luo + " 九店 十店");
    say(group, che, "我是 " + che);
    say(group, luo, "我是 " + luo);
    say(district, boss, "绑定 连锁" + mark);
    say(district, boss, "设置 本群 只看 一区");
    say(group, boss, "目标 五店 业绩 本月 30万");
  }

  @Test
  void theEveningIsLateAndTheMorningSpeaksOfYesterdayInEveryGroupOfItsOwnStores() {
    at(LocalDateTime.of(2026, 12, 10, 10, 0));
    chain();
    turn(10, 21, 0);
    say(group, che, "个人业绩1万，五店 业绩3万，八店 业绩2万");
    turn(12, 20, 0);
    say(group, che, "个人业绩1万，五店 业绩1万，八店 业绩1万");
    say(group, luo, "个人业绩2万，九店 业绩4万，十店 业绩3万");
    turn(13, 12, 0);

    assertThat(heads("groups/" + group))
        .containsExactly(
            "10T20:05 【截止提醒】12月10日(周四)",
            "10T22:05 【催报】12月10日(周四)",
            "10T22:25 【催报】12月10日(周四)",
            "11T08:05 【战报】12月10日(周四)",
            "11T08:20 【晨会】12月11日(周五)",
            "11T08:35 【旬榜】2026年12月上旬 第1期",
            "11T22:05 【催报】12月11日(周五)",
            "11T22:25 【催报】12月11日(周五)",
            "12T08:05 【战报】12月11日(周五)",
            "12T08:20 【晨会】12月12日(周六)",
            "13T08:05 【战报】12月12日(周六)",
            "13T08:20 【晨会】12月13日(周日)");
    assertThat(heads("groups/" + district))
        .containsExactly(
            "10T20:05 【截止提醒】12月10日(周四)",
            "11T08:05 【战报】一区 12月10日(周四)",
            "11T08:20 【晨会】12月11日(周五)",
            "11T08:35 【旬榜】2026年12月上旬 第1期（一区）",
            "11T22:05 【催报】12月11日(周五)",
            "11T22:25 【催报】12月11日(周五)",
            "12T08:05 【战报】一区 12月11日(周五)",
            "12T08:20 【晨会】12月12日(周六)",
            "13T08:05 【战报】一区 12月12日(周六)",
            "13T08:20 【晨会】12月13日(周日)");
    assertThat(heads("users/" + boss).stream().filter(head -> head.contains("缺报名单")))
        .containsExactly("11T08:05 【缺报名单】12月10日(周四)", "12T08:05 【缺报名单】12月11日(周五)");
    assertThat(posts(group))
        .contains("【战报】12月10日(周四)\n合计：业绩 6万\n前三 业绩：%s 1万\n还有1人没报，现在补还算那天的".formatted(che))
        .contains("【战报】12月12日(周六)\n合计：业绩 12万\n前三 业绩：%s 2万、%s 1万".formatted(luo, che));
    assertThat(posts(district))
        .contains("【战报】一区 12月12日(周六)\n合计：业绩 3万\n前三 业绩：%s 1万".formatted(che))
        .noneMatch(text -> text.contains(luo) || text.contains("九店"));
  }

  @Test
  void aStoreUnderTheLineIsAskedAboutAndFollowedUp() {
    at(LocalDateTime.of(2026, 12, 10, 10, 0));
    chain();
    turn(14, 20, 0);
    say(group, che, "五店 业绩3万，八店 业绩2万");
    say(group, luo, "九店 业绩4万，十店 业绩3万");
    turn(16, 12, 0);
    assertThat(sayPrivately(luo, "补救 五店 原因 门口修路 计划 到小区摆点")).startsWith("五店 的补救由负责人来写。");
    assertThat(sayPrivately(che, "补救 五店 原因 门口修路 计划 到小区摆点"))
        .isEqualTo("已记下 五店 的原因和计划，下次例会一起看进展，加油！");
    turn(20, 20, 0);
    say(group, che, "五店 业绩6万，八店 业绩2万");
    turnClockTo(LocalDateTime.of(2027, 1, 1, 12, 0));

    assertThat(told(che, "【补救】"))
        .hasSize(3)
        .satisfies(
            asked ->
                assertThat(asked.get(0))
                    .startsWith("2026-12-16T09:25")
                    .contains("\n五店：业绩 3万/145161元 20.7%\n", "补救 五店 原因"),
            // What is answered is not asked for again.
            asked -> assertThat(asked.get(1)).startsWith("2026-12-18T09:25").doesNotContain("五店"),
            asked ->
                assertThat(asked.get(2))
                    .startsWith("2027-01-01T09:25")
                    .contains("五店：业绩 9万/30万 30%"));
    assertThat(told(luo, "【补救】")).noneMatch(text -> text.contains("五店"));
    assertThat(told(boss, "【例会资料】1月1日").get(0))
        .contains("五店 业绩 3万/145161元 20.7%→之后6万；原因：门口修路；计划：到小区摆点");
    assertThat(posts(district)).noneMatch(text -> text.contains("门口修路"));
    assertThat(told(che, "【培训】")).singleElement().asString().startsWith("2026-12-16T08:45");
    // Days without any report: from the 10th, the 15th and the 21st on.
    assertThat(told(boss, "【催报】连续3个工作日"))
        .extracting(text -> text.substring(0, 16))
        .containsExactly("2026-12-13T22:05", "2026-12-18T22:05", "2026-12-24T22:05");
    assertThat(heads("groups/" + district).stream().filter(head -> head.contains("战报")))
        .extracting(head -> head.substring(0, 2))
        .containsExactly("11", "12", "13", "15", "16", "17", "18", "21", "22", "23", "24");
  }

  private void turn(int day, int hour, int minute) {
    turnClockTo(LocalDateTime.of(2026, 12, day, hour, minute));
  }

  /** {@code 11T08:05} and the first line of each of the bot's posts. */
  private List<String> heads(String conversation) {
    return texts(conversation).stream()
        .map(text -> text.substring(8).lines().findFirst().orElse(""))
        .filter(text -> text.contains("【"))
        .toList();
  }

  private List<String> told(String user, String beginning) {
    return texts("users/" + user).stream()
        .filter(text -> text.substring(17).startsWith(beginning))
        .toList();
  }

  private List<String> texts(String conversation) {
    String[] parts = conversation.split("/");
    String path =
        "/simulator/api/"
            + parts[0]
            + "/"
            + URLEncoder.encode(parts[1], StandardCharsets.UTF_8)
            + "/messages?after=0";
    List<String> texts = new ArrayList<>();
    for (JsonNode post : JSON.readTree(send("GET", path, null).body())) {
      texts.add(post.path("at").asString().substring(0, 16) + " " + post.path("text").asString());
    }
    return texts;
  }
}
