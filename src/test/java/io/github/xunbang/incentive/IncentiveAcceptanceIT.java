package io.github.xunbang.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
    objection();
    november();
  }

  /**
   * Eleven cities, 44 people: the first three over the budget line share 10,000, 8,000 and 6,000,
   * the best 35 get 56,000, together exactly the cap.
   */
  @Test
  void theContestPaysExactlyItsBudget() {
    at(LocalDateTime.of(2026, 12, 3, 9, 10));
    say(group, boss, "成员");
    say(group, boss, "门店\n" + lines(city -> city(city) + " 城市", 11));
    assertThat(say(group, boss, "方案 启用 竞赛")).contains("已启用").doesNotContain("没改");
    say(group, boss, "设置 活动 取消 业务竞赛");
    say(group, boss, "设置 活动 业务竞赛 12-03到12-05");
    say(group, boss, "目标 导入 业务竞赛\n城市 保费 奋斗\n" + lines(city -> city(city) + " 4万 10万", 11));
    for (int person = 0; person < 44; person++) {
      say(
          group,
          boss,
          "加人 " + seller(person) + (person < 11 ? " 经理 " : " 业务员 ") + city(person % 11));
    }
    for (int person = 0; person < 44; person++) {
      at(LocalDateTime.of(2026, 12, 4, 18, 5).plusMinutes(person));
      say(group, seller(person), "保费" + premium(person) + "元");
    }

    turnClockTo(LocalDateTime.of(2026, 12, 6, 9, 6));

    assertThat(lastOf(boss, "【拟奖惩】")).contains("拟奖励47条共80000元").doesNotContain("待定", "超过预算");
    assertThat(sayPrivately(boss, "奖惩 确认 全部")).contains("80000元");
    assertThat(sayPrivately(boss, "奖惩 发布")).startsWith("已发布47条");
    turnClockTo(LocalDateTime.of(2026, 12, 6, 9, 12));
    String notice = last(posts(group), "【奖励】");
    assertThat(notice)
        .startsWith("【奖励】业务竞赛（12月3日-12月5日） 恭喜！")
        .contains("第1名 " + seller(35) + " 5000元（保费8.18万）")
        .contains("4000元", "3000元", "2000元", "1000元")
        .containsPattern("第1名 \\S+ 12-04 18:\\d\\d达到10万：\\S+4000元、\\S+2000元、\\S+2000元、\\S+2000元\n")
        .doesNotContain("所在单位", "奋斗目标", "100000");
    // The city of person 33 is the first over the line: 1 of 2.5 shares of 10,000.
    assertThat(sayPrivately(seller(0), "为什么 奖惩")).contains("10000", "4000");
    assertThat(sayPrivately(boss, "方案 预算 F1 79999 每活动")).contains("80000");
  }

  /** The three cities of persons 0, 1 and 2 get over the budget line, in the order of 2, 1, 0. */
  private static int premium(int person) {
    int plain = 10_000 + 50 * person;
    return person % 11 < 3 && person >= 33 ? 80_000 + 50 * person : plain;
  }

  private String seller(int person) {
    return "赵钱孙李周吴郑王冯陈褚".charAt(person % 11)
        + "甲乙丙丁".substring(person / 11, person / 11 + 1)
        + mark;
  }

  private static String city(int city) {
    return List.of("太原", "大同", "阳泉", "长治", "晋城", "朔州", "晋中", "运城", "忻州", "临汾", "吕梁").get(city);
  }

  private static String lines(IntFunction<String> line, int count) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
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
    assertThat(sayPrivately(boss, "奖惩 定 13 0")).contains("已定");
    assertThat(sayPrivately(boss, "奖惩 定 14 0")).contains("已定");
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

    assertThat(say(group, zhang, "为什么 奖惩 11")).isEqualTo("已私信你。");
    assertThat(told(zhang).get(told(zhang).size() - 1))
        .contains("目标20单", "完成17单", "3", "70元", "210元", "R5");
    assertThat(sayPrivately(li, "为什么 奖惩 11")).doesNotContain("210");
  }

  private void objection() {
    assertThat(say(group, zhang, "申诉 10 10月8日的10个意向没算")).isEqualTo("已私信你。");
    assertThat(lastOf(boss, "申诉")).contains("10", zhang, "裁定 10");
    assertThat(sayPrivately(boss, "裁定 10 撤销 查到了，已补")).contains("10");
    assertThat(sayPrivately(zhang, "奖惩 10月")).contains("#10").contains("已作废");
  }

  /**
   * A report that comes in after the settlement is a numbered difference, never a silent change.
   */
  private void november() {
    turnClockTo(LocalDateTime.of(2026, 11, 25, 19, 10));
    say(group, zhang, "意向190");
    turnClockTo(LocalDateTime.of(2026, 12, 1, 9, 6));
    String before = sayPrivately(boss, "奖惩 预览 11月");
    assertThat(before.lines())
        .anyMatch(line -> line.contains(zhang + " 少意向客户") && line.contains("50元"));

    say(group, zhang, "补报 11月30日 意向10");
    say(group, boss, "批准");
    turnClockTo(LocalDateTime.of(2026, 12, 1, 9, 12));

    assertThat(lastOf(boss, "【奖惩更正】")).contains(zhang + " 少意向客户", "更正-50元");
    assertThat(sayPrivately(boss, "奖惩 预览 11月").lines())
        .anyMatch(line -> line.contains(zhang + " 少意向客户") && line.contains("建议50元"));
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
    return toldPrivately(user);
  }
}
