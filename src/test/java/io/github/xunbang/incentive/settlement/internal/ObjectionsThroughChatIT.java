package io.github.xunbang.incentive.settlement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a published line over 申诉 and 裁定 to its explanation, through chat alone. */
class ObjectionsThroughChatIT extends FrontDoorTest {

  private static final LocalDateTime FRIDAY = LocalDateTime.of(2026, 12, 11, 9, 6);

  private final String mark = newTeamMark();
  private final String group = newGroup();
  private final String boss = "老板" + mark;
  private final String zhang = "张敏" + mark;
  private final String li = "李强" + mark;
  private final String wang = "王芳" + mark;

  /** #1 rewards 张敏, #2 is 王芳's deduction; both are proposed. */
  @BeforeEach
  void aTeamWithProposals() {
    say(group, boss, "成员");
    say(group, zhang, "意向8 签单5 业绩3万");
    say(group, li, "意向8 签单3 业绩2万");
    say(group, wang, "意向8 签单1 业绩1万");
    say(group, boss, "意向8 业绩1.5万");
    say(group, boss, "方案 加 业绩 旬 前一 500");
    say(group, boss, "方案 加 F1 业绩 旬 后一 扣70");
    assertThat(say(group, boss, "方案 预算 F1 600 每旬")).contains("600元");
    assertThat(say(group, boss, "方案 生效 F1")).contains("共2条");
    turnClockTo(FRIDAY);
  }

  @Test
  void anObjectionFreezesTheLineUntilTheOwnerDecidesAndIsAskedAgainOnce() {
    publish();

    assertThat(sayPrivately(wang, "申诉"))
        .startsWith("可以申诉的有1条：\n#2 " + wang)
        .contains("（12月18日为止）", "申诉 2 业绩漏了一单");
    assertThat(sayPrivately(wang, "申诉 2")).isEqualTo("请写明哪里不对，例如：申诉 2 业绩漏了一单");
    assertThat(say(group, wang, "申诉 2 业绩漏了一单")).isEqualTo("已私信你。");
    assertThat(lastToldPrivately(wang)).isEqualTo("已收到 #2 的申诉，这条先冻结。已私信" + boss + "，答复会私信你。");
    assertThat(lastToldPrivately(boss))
        .startsWith("【申诉】" + wang + "对 #2 有疑问\n2026年12月上旬 ")
        .contains("绩效扣减建议70元，先冻结", "理由：业绩漏了一单", "算法：", "裁定 2 维持 理由 ／ 裁定 2 改 200 理由 ／ 裁定 2 撤销 理由")
        .doesNotContain("罚");
    assertThat(lastToldPrivately(boss).split("\n")).hasSizeLessThanOrEqualTo(6);
    assertThat(sayPrivately(wang, "申诉 2 再说一次")).contains("已经在申诉了，等" + boss + "答复");
    assertThat(sayPrivately(boss, "奖惩 作废 2 不要了")).contains("申诉中", "裁定 2 维持");

    turnClockTo(LocalDateTime.of(2026, 12, 15, 20, 0));
    assertThat(toldPrivately(boss)).noneMatch(text -> text.contains("还没答复"));
    turnClockTo(LocalDateTime.of(2026, 12, 18, 10, 0));
    assertThat(toldPrivately(boss))
        .filteredOn(text -> text.contains("对 #2 的申诉等了3个工作日，还没答复"))
        .hasSize(1);

    assertThat(say(group, boss, "裁定")).isEqualTo("已私信你。");
    assertThat(lastToldPrivately(boss)).startsWith("等你裁定的申诉有1条：").contains("：“业绩漏了一单”");
    assertThat(sayPrivately(boss, "裁定 2 好的")).startsWith("没看懂怎么裁定，没有改动");
    assertThat(sayPrivately(boss, "裁定 2 改 很多 补单")).contains("没看懂改成多少", "裁定 2 改 200");
    assertThat(sayPrivately(boss, "裁定 2 改 50")).contains("请写上理由，本人会看到");
    assertThat(sayPrivately(boss, "裁定 2 改 70元 补了一单")).contains("本来就是这个数");
    assertThat(sayPrivately(boss, "裁定 2 改 50 补了一单"))
        .startsWith("已裁定：#2 ")
        .contains("绩效扣减建议50元（70元→50元）", "已私信告诉" + wang);
    assertThat(lastToldPrivately(wang))
        .startsWith("【申诉答复】2026年12月上旬（只发给你）\n#2 ")
        .contains("绩效扣减建议50元（70元→50元）", "理由：补了一单（" + boss + "答复）");
    assertThat(sayPrivately(boss, "裁定 2 撤销 反悔")).contains("之前就裁定过了，没有改动");
    assertThat(sayPrivately(wang, "申诉 2 还是不对")).contains("已经裁定过");
    assertThat(posts(group))
        .noneMatch(text -> text.contains(wang) && text.contains("扣减"))
        .noneMatch(text -> text.contains("漏了一单") || text.contains("补了一单"));
  }

  @Test
  void onlyWhomItConcernsObjectsAndOnlyWhileItIsTime() {
    assertThat(sayPrivately(wang, "申诉 2 不对")).contains("#2 还没发布，发布后才能申诉");
    publish();

    String unknown = sayPrivately(li, "申诉 99 不对");
    assertThat(unknown).isEqualTo("没有你的 #99。看自己的请发：奖惩");
    assertThat(sayPrivately(li, "申诉 2 不对")).isEqualTo(unknown.replace("99", "2"));
    assertThat(sayPrivately(boss, "申诉 2 不对")).isEqualTo("#2 是" + wang + "的，要" + wang + "自己来提。");
    assertThat(sayPrivately(li, "申诉")).startsWith("现在没有你可以申诉的");
    assertThat(sayPrivately(wang, "申诉 二号 不对")).contains("没看懂是哪一条");
    turnClockTo(LocalDateTime.of(2026, 12, 19, 8, 0));

    assertThat(sayPrivately(wang, "申诉 2 不对")).contains("申诉期到12月18日为止，已经过了");
    assertThat(sayPrivately(wang, "申诉")).startsWith("现在没有你可以申诉的");
  }

  @Test
  void nobodyDecidesAboutOneselfAndNoDecisionBreaksTheCap() {
    publish();
    say(group, boss, "任命 " + zhang + " 经理");
    sayPrivately(zhang, "申诉 1 应该更多");
    sayPrivately(wang, "申诉 2 手机13812345678打不通");
    assertThat(lastToldPrivately(boss)).contains("【申诉】").doesNotContain("13812345678");

    String stranger = sayPrivately(li, "裁定 2 维持 随便");
    assertThat(stranger).startsWith("申诉由方案负责人或经理来裁定");
    assertThat(sayPrivately(li, "裁定 99 维持 随便")).isEqualTo(stranger);
    assertThat(sayPrivately(zhang, "裁定 1 改 600 我说了算")).contains("#1 是你自己的，要请别的经理裁定");
    assertThat(sayPrivately(boss, "裁定 99 维持 随便")).startsWith("没有 #99");
    assertThat(sayPrivately(boss, "裁定 1 改 700 表现好")).contains("奖励会到700元，预算600元，超出100元，没有改动");
    assertThat(sayPrivately(boss, "裁定 1 改为600元，表现好")).contains("奖励600元（500元→600元）", "群里发过的请自己说一声");
    assertThat(sayPrivately(zhang, "裁定 2 撤销 已补单")).contains("#2 ", "：撤销");
    assertThat(lastToldPrivately(wang)).contains("【申诉答复】", "：撤销", "已补单（" + zhang + "答复）");
    assertThat(sayPrivately(boss, "裁定 2 维持 再看看")).contains("#2 已作废，没有在申诉");
    assertThat(sayPrivately(boss, "裁定")).isEqualTo("现在没有等你裁定的申诉。");
  }

  @Test
  void aRepeatedMessageObjectsOnce() {
    publish();
    var message = message(null, wang, "申诉 2 业绩漏了一单");
    message.put("private", true);
    message.put("messageId", "objection-" + mark);

    post(message);
    post(message);

    assertThat(toldPrivately(boss)).filteredOn(text -> text.contains("【申诉】")).hasSize(1);
  }

  @Test
  void everyAmountIsExplainedToWhomItConcernsAndToNobodyElse() {
    assertThat(sayPrivately(wang, "为什么 奖惩")).contains("#2 " + wang, "待确认", "还只是建议，确认前不生效");
    publish();
    sayPrivately(wang, "申诉 2 业绩漏了一单");

    assertThat(say(group, wang, "为什么 奖惩 2")).isEqualTo("已私信你。");
    assertThat(lastToldPrivately(wang))
        .startsWith("#2 " + wang)
        .contains(
            "绩效扣减建议70元 申诉中\n周期：2026年12月上旬（12月1日(周二)到12月10日(周四)）\n怎么算：",
            "\n规则：",
            "(F1)第2版，2026年12月1日起用",
            "每一笔登记：为什么 业绩 2026年12月上旬",
            "12月11日 09:05 算出；12月11日 09:0",
            boss + "确认",
            boss + "发布",
            wang + "申诉“业绩漏了一单”",
            "先冻结，等" + boss + "答复");
    assertThat(sayPrivately(wang, "为什么 业绩 2026年12月上旬")).contains("#261203-");
    assertThat(sayPrivately(zhang, "为什么 拟奖励 上旬"))
        .contains("奖励500元 已发布", "有疑问：12月18日为止可以私聊我：申诉 1 理由（" + boss + "答复）");
    assertThat(sayPrivately(boss, "为什么 奖惩 " + wang)).contains("绩效扣减建议70元");

    String unknown = sayPrivately(li, "为什么 奖惩 99");
    assertThat(sayPrivately(li, "为什么 奖惩 2")).isEqualTo(unknown.replace("99", "2"));
    assertThat(sayPrivately(li, "为什么 奖惩 " + wang)).isEqualTo(sayPrivately(li, "为什么 奖惩 没这人"));
    assertThat(sayPrivately(li, "为什么 奖惩")).startsWith("2026年12月上旬的奖惩单里没有你的");
  }

  private void publish() {
    sayPrivately(boss, "奖惩 确认 全部");
    assertThat(sayPrivately(boss, "奖惩 发布")).startsWith("已发布2条");
  }
}
