package io.github.xunbang.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The acceptance examples of design section 8 through chat alone: set up by template, three months
 * of reports, deals and payments, settlement, confirmation, notices, explanation.
 */
class IncentiveAcceptanceIT extends FrontDoorTest {

  private static final String CUSTOMERS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午";

  private final String mark = newTeamMark();
  private final String group = newGroup();
  private final String boss = "方总" + mark;
  private final String zhang = "张敏" + mark;
  private final String li = "李强" + mark;
  private final String wang = "王芳" + mark;
  private final String zhao = "赵勇" + mark;
  private int deals;

  @Test
  void threeMonthsOfATelesalesTeam() {
    september();
    october();
    proposalsOfOctober();
    decisions();
    november();
  }

  /** Nobody has a deal but one, signed on the 25th and paid on the 2nd of the next month. */
  private void september() {
    at(LocalDateTime.of(2026, 9, 1, 9, 10));
    say(group, boss, "成员");
    assertThat(say(group, boss, "方案 启用 电销")).contains("已启用");
    say(group, boss, "1");
    for (String person : List.of(zhang, li, wang, zhao)) {
      say(group, boss, "加人 " + person + " 电话营销员");
    }
    say(group, boss, "设置 签单来源 签单");
    at(LocalDateTime.of(2026, 9, 25, 15, 10));
    sign(zhao, "郑女士", 10_000, null);

    turnClockTo(LocalDateTime.of(2026, 10, 1, 9, 6));

    assertThat(lastOf(boss, "【拟奖惩】"))
        .contains("2026年9月", "少意向客户", "绩效扣减建议1000元")
        .doesNotContain("签单提成", "没有适用");
    turnClockTo(LocalDateTime.of(2026, 10, 2, 15, 10));
    pay(zhao, 1);
  }

  /** 190 leads and 17 deals, exactly 10 deals, 9.5 deals, and the payment of the 2nd. */
  private void october() {
    turnClockTo(LocalDateTime.of(2026, 10, 12, 19, 10));
    say(group, zhang, "意向100");
    for (String person : List.of(li, wang, zhao)) {
      say(group, person, "意向200");
    }
    earn(zhang, 17);
    earn(li, 10);
    earn(wang, 9);
    pay(wang, sign(wang, "冯女士", 2_000, zhao));
    turnClockTo(LocalDateTime.of(2026, 10, 29, 19, 10));
    say(group, zhang, "意向90");
  }

  private void proposalsOfOctober() {
    turnClockTo(LocalDateTime.of(2026, 10, 31, 9, 6));

    assertThat(lastOf(boss, "【拟奖惩】"))
        .startsWith("【拟奖惩】2026年10月 共10条，确认前都不生效")
        .contains("10单时绩效扣减建议700元", "9单时没有本条，但也没有“签单提成”");
    assertThat(sayPrivately(boss, "奖惩 预览 10月").lines())
        .anyMatch(line -> line.contains(zhang + " 少意向客户") && line.contains("50元"))
        .anyMatch(line -> line.contains(zhang + " 电销少签单") && line.contains("210元"))
        .anyMatch(line -> line.contains(li + " 电销少签单") && line.contains("700元"))
        .anyMatch(line -> line.contains(zhang + " 签单提成") && line.contains("3400元"))
        .anyMatch(line -> line.contains(li + " 签单提成") && line.contains("2000元"))
        .anyMatch(line -> line.contains(wang + " 电销少签单") && line.contains("待定"))
        .noneMatch(line -> line.contains(wang + " 签单提成"))
        .noneMatch(line -> line.contains(zhao + " 电销少签单"));
    assertThat(sayPrivately(zhao, "为什么 签单 10月")).contains("郑女士", "1.5单");
  }

  private void decisions() {
    assertThat(sayPrivately(boss, "奖惩 定 17 0")).contains("已定");
    assertThat(sayPrivately(boss, "奖惩 定 18 0")).contains("已定");
    assertThat(sayPrivately(boss, "奖惩 确认 10月")).startsWith("已确认10条");
    assertThat(sayPrivately(boss, "奖惩 发布")).startsWith("已发布");
    turnClockTo(LocalDateTime.of(2026, 10, 31, 9, 12));

    assertThat(last(posts(group), "【奖励】"))
        .contains("第1名 " + zhang + " 500元", "签单提成", zhang + " 3400元", li + " 2000元")
        .doesNotContain("扣减", "210", "700");
    assertThat(lastOf(zhang, "【奖惩通知】"))
        .contains("绩效扣减建议50元", "绩效扣减建议210元", "申诉")
        .doesNotContain(li);
    assertThat(String.join("\n", posts(group))).doesNotContain("绩效扣减");

    assertThat(say(group, zhang, "为什么 奖惩 15")).isEqualTo("已私信你。");
    assertThat(told(zhang).get(told(zhang).size() - 1))
        .contains("目标20单", "完成17单", "3", "70元", "210元", "R5");
    assertThat(sayPrivately(li, "为什么 奖惩 15")).doesNotContain("210");
  }

  /** An objection is upheld, and a late payment after the closing becomes a numbered difference. */
  private void november() {
    assertThat(sayPrivately(zhang, "申诉 14 10月8日的10个意向没算")).contains("14");
    assertThat(sayPrivately(boss, "裁定 14 撤销 查到了，已补")).contains("14");
    turnClockTo(LocalDateTime.of(2026, 11, 2, 10, 0));
    assertThat(sayPrivately(zhang, "奖惩 10月")).contains("#14").contains("已作废");
  }

  private void earn(String user, int count) {
    for (int i = 0; i < count; i++) {
      pay(user, sign(user, CUSTOMERS.charAt(i) + "公司" + user.charAt(0), 2_000, null));
    }
  }

  private int sign(String user, String customer, int amount, String partner) {
    String shared = partner == null ? "" : " 协作 " + partner;
    deals++;
    assertThat(say(group, user, "签单 " + customer + " " + amount + "元" + shared))
        .contains("#" + deals);
    if (partner != null) {
      assertThat(say(group, partner, "是")).contains("已确认");
    }
    return deals;
  }

  private void pay(String user, int number) {
    assertThat(say(group, user, "回款 #" + number + " 全款")).contains("回款");
  }

  private String lastOf(String user, String head) {
    return last(told(user), head);
  }

  private static String last(List<String> texts, String head) {
    return texts.stream()
        .filter(text -> text.contains(head))
        .reduce((one, next) -> next)
        .orElse("no " + head + " in " + texts);
  }

  private List<String> told(String user) {
    List<String> texts = new ArrayList<>();
    String path =
        "/simulator/api/users/" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "/messages";
    JsonMapper.builder()
        .build()
        .readTree(send("GET", path + "?after=0", null).body())
        .forEach(post -> texts.add(post.path("text").asString()));
    return texts;
  }
}
