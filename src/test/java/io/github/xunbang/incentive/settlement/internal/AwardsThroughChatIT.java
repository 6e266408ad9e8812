package io.github.xunbang.incentive.settlement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Access;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the figures of a 旬 to what people read of it, through chat alone (design section 8). */
class AwardsThroughChatIT extends FrontDoorTest {

  private static final LocalDateTime MORNING_AFTER = LocalDateTime.of(2026, 12, 11, 9, 6);

  @Autowired private Schemes schemes;
  @Autowired private OrganizationService organizations;
  @Autowired private MetricCatalog metrics;

  private final String mark = newTeamMark();
  private final String group = newGroup();
  private final String boss = "老板" + mark;
  private final String zhang = "张敏" + mark;
  private final String li = "李强" + mark;
  private final String wang = "王芳" + mark;
  private Organization team;

  @BeforeEach
  void aTeamThatReported() {
    say(group, boss, "成员");
    say(group, zhang, "意向8 签单5 业绩3万");
    say(group, li, "意向8 签单3 业绩2万");
    say(group, wang, "意向8 签单1 业绩1万");
    say(group, boss, "加人 赵六" + mark);
    team = organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
  }

  @Test
  void proposalsBecomeNoticesOnlyWhenAManagerSaysSoAndEachReadsTheirOwn() {
    inForce(null, best("R1"), fewDeals("R2"));
    turnClockTo(MORNING_AFTER);

    String proposed = last(boss);
    assertThat(proposed)
        .startsWith("【拟奖惩】2026年12月上旬 共4条，确认前都不生效")
        .contains("拟奖励2条共800元", "绩效扣减建议2条共140元", "奖惩 确认 全部");
    assertThat(proposed.split("\n")).hasSizeLessThanOrEqualTo(12);
    assertThat(String.join("\n", posts(group))).doesNotContain("奖励", "扣减");
    assertThat(sayPrivately(boss, "奖惩 发布")).contains("4条还没确认", "奖惩 确认 全部");

    assertThat(say(group, boss, "奖惩 确认 全部")).isEqualTo("已私信你。");
    await().untilAsserted(() -> assertThat(last(boss)).startsWith("已确认4条："));
    assertThat(last(boss)).contains("奖励2条共800元");
    assertThat(sayPrivately(boss, "奖惩 发布"))
        .startsWith("已发布4条：奖励2条发到群里")
        .contains("没发出去，请当面说：赵六" + mark);

    turnClockTo(MORNING_AFTER.plusMinutes(2));
    String reward = lastWith(posts(group), "【奖励】");
    assertThat(reward)
        .contains("第1名 " + zhang + " 500元（业绩3万）", "第2名 " + li + " 300元（业绩2万）")
        .contains("依据：上旬冲刺(F1第1版)，2026年12月上旬的数。有疑问请在12月19日前私聊我：申诉")
        .doesNotContain("扣减", wang);
    assertThat(lastWith(told(wang), "【奖惩通知】"))
        .contains("少签单(R2) 绩效扣减建议70元", "只发给你", "申诉 3 理由")
        .doesNotContain("罚", zhang);
    assertThat(String.join("\n", posts(group))).doesNotContain("扣减");
    assertThat(told(zhang)).noneMatch(text -> text.contains("【奖惩通知】"));

    assertThat(sayPrivately(boss, "奖惩 发布")).startsWith("已在12月11日(周五)发布过，没有再发一遍");
    turnClockTo(MORNING_AFTER.plusMinutes(5));
    assertThat(posts(group)).filteredOn(text -> text.contains("【奖励】")).hasSize(1);
    assertThat(told(wang)).filteredOn(text -> text.contains("【奖惩通知】")).hasSize(1);
  }

  @Test
  void nobodyWithoutTheRightSeesOrChangesAnothersLines() {
    inForce(null, best("R1"), fewDeals("R2"));
    turnClockTo(MORNING_AFTER);

    for (String line : List.of("预览", "确认 全部", "确认 1", "定 1 500", "作废 1 因为", "发布", "重算", "预览 1")) {
      assertThat(sayPrivately(wang, "奖惩 " + line)).contains("由经理来做");
    }
    assertThat(sayPrivately(wang, "奖惩 复核 全部")).startsWith("没有开奖惩复核");
    assertThat(say(group, wang, "奖惩")).isEqualTo("已私信你。");
    await().untilAsserted(() -> assertThat(last(wang)).contains("少签单(R2) 绩效扣减建议70元 待确认"));
    assertThat(last(wang)).doesNotContain(zhang, li, "500元");
    assertThat(sayPrivately(boss, "奖惩 预览 1-4")).doesNotContain("已确认", "已作废");
  }

  @Test
  void signersSignInTurnAndNobodyTheirOwnConfirmation() {
    inForce(null, fewDeals("R2"));
    say(group, boss, "任命 " + zhang + " 经理");
    assertThat(say(group, boss, "设置 奖惩复核 " + li + " " + zhang)).contains(li + "、" + zhang);
    turnClockTo(MORNING_AFTER);

    assertThat(sayPrivately(li, "奖惩 复核 全部")).isEqualTo("现在没有等你复核的。");
    assertThat(sayPrivately(zhang, "奖惩 确认 1")).contains("已确认1条", "奖惩 复核 全部");
    assertThat(sayPrivately(boss, "奖惩 确认 2")).contains("已确认1条");
    assertThat(last(li)).contains("【奖惩复核】有1条等你复核");
    assertThat(sayPrivately(boss, "奖惩 发布 1")).contains("还差" + li + "复核，没有发布");
    assertThat(sayPrivately(zhang, "奖惩 复核 1")).contains("要先由" + li + "复核");
    assertThat(sayPrivately(wang, "奖惩 复核 1")).contains("别人不用复核");
    assertThat(sayPrivately(li, "奖惩 复核")).contains("等你复核的有2条", "绩效扣减建议70元");
    assertThat(sayPrivately(li, "奖惩 复核 全部")).startsWith("已复核2条");
    assertThat(sayPrivately(zhang, "奖惩 复核 1")).contains("是你自己确认的");
    assertThat(sayPrivately(zhang, "奖惩 复核 全部")).startsWith("已复核1条").contains("奖惩 发布");
    assertThat(sayPrivately(boss, "奖惩 发布")).startsWith("已发布1条");
    assertThat(sayPrivately(boss, "奖惩 发布")).contains("还有1条没复核完");
  }

  @Test
  void aTieOverTheLastPlaceIsOneQuestionWithTheLineThatDecidesIt() {
    inForce(
        null,
        tied("R1", Rule.Sense.REWARD, new Payout.Tiers(List.of(tier(1, 500), tier(2, 300)))),
        tied("R2", Rule.Sense.NOTICE, new Payout.Words("请分享经验")));
    turnClockTo(MORNING_AFTER);

    String asked = last(boss);
    assertThat(asked)
        .contains("#1 " + zhang + "、#2 " + li + "、#3 " + wang + " 并列奖(R1) 待定：")
        .contains("待定的请发：奖惩 定 1-3 266.66（0=不奖）");
    assertThat(asked.split("\n")).hasSizeLessThanOrEqualTo(12);
    assertThat(sayPrivately(boss, "奖惩 定 1-3 266.66"))
        .contains("#1 " + zhang + " 并列奖(R1) 拟奖励266.66元", "奖惩 确认 1-3");
    assertThat(sayPrivately(boss, "奖惩 定 4 500")).contains("#4 没有金额", "奖惩 定 4 是");
    assertThat(sayPrivately(boss, "奖惩 定 4 是")).contains("#4 " + zhang + " 并列奖(R2) 请分享经验");
    assertThat(sayPrivately(boss, "奖惩 定 5 否")).contains("不用提醒");
    assertThat(sayPrivately(boss, "奖惩 确认 全部")).contains("#6 待定，请发：奖惩 定 6 是");
    assertThat(sayPrivately(boss, "奖惩 发布")).startsWith("已发布5条：奖励3条发到群里，私信1人，");
    assertThat(told(li)).noneMatch(text -> text.contains("【奖惩通知】"));
  }

  @Test
  void whatTheRuleLeavesOpenIsDecidedByAPersonWithinTheCap() {
    inForce(new Scheme.Cap(BigDecimal.valueOf(600), PeriodType.XUN), best("R1"), discretion("R3"));
    turnClockTo(MORNING_AFTER);

    assertThat(last(boss)).contains("待定", "奖惩 定 1 500", "超过预算600元");
    assertThat(sayPrivately(boss, "奖惩 确认 1")).contains("#1 还待定", "奖惩 定 1 500");
    assertThat(sayPrivately(boss, "奖惩 定 1 很多")).contains("没看懂金额", "奖惩 定 1 500");
    assertThat(sayPrivately(boss, "奖惩 定 1 -5")).contains("0到1亿之间");
    assertThat(sayPrivately(boss, "奖惩 定 99 5")).contains("没有这个编号：#99");
    assertThat(sayPrivately(boss, "奖惩 定 1 400")).startsWith("已定：#1 " + zhang);
    assertThat(sayPrivately(boss, "奖惩 定 2 300")).contains("奖励会到700元，预算600元，超出100元，没有改动");
    assertThat(sayPrivately(boss, "奖惩 定 2 0")).contains("不奖");
    assertThat(sayPrivately(boss, "奖惩 定 2 200元")).contains("拟奖励200元");
    assertThat(sayPrivately(boss, "奖惩 作废 1")).contains("要写编号和理由", "奖惩 作废 1 ");
    assertThat(sayPrivately(boss, "奖惩 作废 1 数据有误")).isEqualTo("已作废 #1：数据有误");
    assertThat(sayPrivately(boss, "奖惩 确认 1")).contains("#1 已作废");
    assertThat(sayPrivately(boss, "奖惩 作废 1 数据有误")).contains("之前就作废了");
  }

  @Test
  void correctedFiguresBecomeADifferenceAndNeverASilentChange() {
    inForce(null, fewDeals("R2"));
    turnClockTo(MORNING_AFTER);
    sayPrivately(boss, "奖惩 确认 全部");

    say(group, wang, "补报 12月4日 签单4");
    say(group, boss, "批准");
    turnClockTo(MORNING_AFTER.plusMinutes(5));

    assertThat(last(boss))
        .startsWith("【奖惩更正】2026年12月上旬的数有更正，多出1条差额，原来的不动")
        .contains(wang + " 少签单(R2) 绩效扣减建议更正-70元");
    assertThat(sayPrivately(boss, "奖惩 重算")).contains("和原来一样");
    assertThat(sayPrivately(boss, "奖惩 预览")).contains(wang + " 少签单(R2) 绩效扣减建议70元 已确认", "更正-70元 待确认");
  }

  @Test
  void wordsOfPraiseThatNoLongerHoldAreNotCelebratedInTheGroup() {
    inForce(null, praise("R4"));
    turnClockTo(MORNING_AFTER);
    sayPrivately(boss, "奖惩 确认 全部");
    sayPrivately(boss, "奖惩 发布");
    turnClockTo(MORNING_AFTER.plusMinutes(2));
    assertThat(lastWith(posts(group), "【奖励】")).contains(zhang + " 优秀员工");

    say(group, zhang, "改 12月3日 签单1");
    say(group, boss, "批准");
    turnClockTo(MORNING_AFTER.plusMinutes(5));
    assertThat(sayPrivately(boss, "奖惩 预览")).contains("更正：#1不再成立");
    sayPrivately(boss, "奖惩 确认 全部");
    assertThat(sayPrivately(boss, "奖惩 发布")).startsWith("已发布1条");

    assertThat(posts(group)).noneMatch(text -> text.contains("不再成立"));
    assertThat(lastWith(told(zhang), "【奖惩通知】")).contains("更正：#1不再成立");
  }

  @Test
  void givingUpACorrectionNeverLiftsASchemeAboveItsCap() {
    inForce(new Scheme.Cap(BigDecimal.valueOf(800), PeriodType.XUN), best("R1"));
    turnClockTo(MORNING_AFTER);
    sayPrivately(boss, "奖惩 确认 全部");
    say(group, wang, "补报 12月4日 业绩8万");
    say(group, boss, "批准");
    turnClockTo(MORNING_AFTER.plusMinutes(5));
    assertThat(sayPrivately(boss, "奖惩 预览")).contains("更正-200元", "更正-300元");
    assertThat(sayPrivately(boss, "奖惩 确认 全部")).startsWith("已确认3条");
    int less = numberOf("更正-200元");

    assertThat(sayPrivately(boss, "奖惩 作废 " + less + " 已经发了"))
        .contains("奖励会到1000元，预算800元，超出200元，没有改动");
    sayPrivately(boss, "奖惩 发布");
    sayPrivately(zhang, "申诉 " + less + " 已经发了");
    assertThat(sayPrivately(boss, "裁定 " + less + " 撤销 同意")).contains("奖励会到1000元");
    assertThat(sayPrivately(boss, "裁定 " + less + " 维持 预算有限")).contains("维持");
  }

  @Test
  void wordsThatARuleLeavesOpenAreGivenOrNotAndNeverBecomeMoney() {
    say(group, "赵六" + mark, "意向8 签单1 业绩1万");
    inForce(null, lastOne("R5"));
    turnClockTo(MORNING_AFTER);
    assertThat(sayPrivately(boss, "奖惩 预览")).contains("请定给谁");

    assertThat(sayPrivately(boss, "奖惩 定 1 500")).contains("没有金额", "奖惩 定 1 是");
    assertThat(sayPrivately(boss, "奖惩 定 1 给"))
        .startsWith("已定：#1")
        .contains("待改进")
        .doesNotContain("元");
    assertThat(sayPrivately(boss, "奖惩 定 2 0")).startsWith("已定：#2");
    assertThat(sayPrivately(boss, "奖惩 确认 全部")).startsWith("已确认2条");
    assertThat(sayPrivately(boss, "奖惩 预览")).contains("待改进 已确认");
  }

  @Test
  void whoHasNoPrivateChatIsNotSaidToHaveBeenTold() {
    inForce(null, fewDeals("R2"));
    turnClockTo(MORNING_AFTER);
    sayPrivately(boss, "奖惩 确认 全部");
    sayPrivately(boss, "奖惩 发布");
    int his = numberOf("赵六");

    assertThat(sayPrivately(boss, "奖惩 作废 " + his + " 谈过了"))
        .contains("没法私信赵六" + mark + "，请当面说")
        .doesNotContain("私信告诉了本人");
  }

  @Test
  void proposalsReachAnotherManagerWhenTheOwnerCannotBeWrittenTo() {
    inForce(null, fewDeals("R2"));
    say(group, boss, "任命 赵六" + mark + " 经理");
    owner("赵六" + mark);
    turnClockTo(MORNING_AFTER);

    assertThat(last(boss)).startsWith("【拟奖惩】2026年12月上旬");
  }

  @Test
  void withoutAnyManagerToWriteToTheGroupReadsThatThereIsSomethingAndNotWhat() {
    inForce(null, fewDeals("R2"));
    organizations.change(
        team.id(),
        now ->
            now.withMembers(
                now.members().stream()
                    .map(
                        one ->
                            one.name().equals(boss)
                                ? one.withAccess(Access.MEMBER)
                                : one.name().startsWith("赵六")
                                    ? one.withAccess(Access.MANAGER)
                                    : one)
                    .toList()));
    turnClockTo(MORNING_AFTER);

    assertThat(posts(group))
        .filteredOn(text -> text.contains("2026年12月上旬的奖惩建议算好了"))
        .singleElement()
        .asString()
        .contains("经理请私聊我发：奖惩")
        .doesNotContain("扣减", wang);
  }

  @Test
  void aLaterClosingPostponesTheProposalsAndASwitchedOffPostIsCaughtUp() {
    inForce(null, best("R1"));
    say(group, boss, "设置 封榜时间 10:00");
    turnClockTo(MORNING_AFTER);
    assertThat(told(boss)).noneMatch(text -> text.contains("【拟奖惩】"));
    assertThat(sayPrivately(boss, "奖惩 预览 上一旬")).contains("还没封榜");

    turnClockTo(LocalDateTime.of(2026, 12, 11, 10, 2));

    assertThat(told(boss)).filteredOn(text -> text.contains("【拟奖惩】")).hasSize(1);
  }

  private void inForce(Scheme.Cap cap, Rule... rules) {
    String bossId = team.memberNamed(boss, LocalDate.of(2026, 12, 3)).orElseThrow().id();
    Scheme scheme =
        new Scheme(
            team.id(),
            "F1",
            "上旬冲刺",
            bossId,
            cap,
            7,
            List.of(
                new Scheme.Version(
                    1,
                    Scheme.State.IN_FORCE,
                    LocalDate.of(2026, 12, 1),
                    List.of(rules),
                    bossId,
                    Instant.EPOCH,
                    null)));
    schemes.update(team.id(), before -> List.of(scheme));
  }

  private Rule best(String id) {
    return rule(
        id,
        "业绩前二",
        Rule.Sense.REWARD,
        List.of(),
        new Selection.Best(new Measure.Value(metric("业绩")), 2),
        new Payout.Tiers(List.of(tier(1, 500), tier(2, 300))));
  }

  /** Everybody with fewer than three deals. */
  private Rule fewDeals(String id) {
    Condition few =
        new Condition(
            Condition.Of.SELF,
            new Measure.Value(metric("签单")),
            null,
            false,
            new Limit.Number(BigDecimal.valueOf(3)),
            false,
            1);
    return rule(
        id,
        "少签单",
        Rule.Sense.DEDUCTION,
        List.of(few),
        new Selection.Everyone(),
        new Payout.Fixed(BigDecimal.valueOf(70)));
  }

  /** All three have 8 leads. */
  private Rule tied(String id, Rule.Sense sense, Payout payout) {
    return rule(
        id,
        "并列奖",
        sense,
        List.of(Condition.atLeast(new Measure.Value(metric("意向客户")), BigDecimal.ONE)),
        new Selection.Best(new Measure.Value(metric("意向客户")), 2),
        payout);
  }

  /** Words for everybody with at least five deals. */
  private Rule praise(String id) {
    return rule(
        id,
        "优秀",
        Rule.Sense.REWARD,
        List.of(Condition.atLeast(new Measure.Value(metric("签单")), BigDecimal.valueOf(5))),
        new Selection.Everyone(),
        new Payout.Words("优秀员工"));
  }

  private Rule lastOne(String id) {
    return rule(
        id,
        "业绩后一",
        Rule.Sense.NOTICE,
        List.of(),
        new Selection.Last(new Measure.Value(metric("业绩")), 1),
        new Payout.Words("待改进"));
  }

  private void owner(String name) {
    String id =
        organizations
            .get(team.id())
            .memberNamed(name, LocalDate.of(2026, 12, 3))
            .orElseThrow()
            .id();
    schemes.update(
        team.id(), before -> before.stream().map(scheme -> scheme.withOwner(id)).toList());
  }

  /** The number of the line in which this stands. */
  private int numberOf(String words) {
    return sayPrivately(boss, "奖惩 预览")
        .lines()
        .filter(line -> line.startsWith("#") && line.contains(words))
        .map(line -> Integer.valueOf(line.substring(1, line.indexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private Rule discretion(String id) {
    return rule(
        id,
        "特别贡献",
        Rule.Sense.REWARD,
        List.of(Condition.atLeast(new Measure.Value(metric("签单")), BigDecimal.valueOf(5))),
        new Selection.Everyone(),
        new Payout.Discretion("特别奖"));
  }

  private Rule rule(
      String id,
      String title,
      Rule.Sense sense,
      List<Condition> conditions,
      Selection selection,
      Payout payout) {
    return new Rule(
        id,
        title,
        sense,
        Rule.Currency.YUAN,
        PeriodType.XUN,
        null,
        Audience.EVERYBODY,
        conditions,
        selection,
        payout,
        null,
        null,
        Guard.NONE);
  }

  private static Payout.Tier tier(int place, int amount) {
    return new Payout.Tier(place, place, BigDecimal.valueOf(amount));
  }

  private String metric(String name) {
    return metrics.find(team.id(), name).orElseThrow().id();
  }

  private String last(String user) {
    List<String> all = told(user);
    return all.get(all.size() - 1);
  }

  private static String lastWith(List<String> texts, String word) {
    return texts.stream()
        .filter(text -> text.contains(word))
        .reduce((one, next) -> next)
        .orElse("no " + word + " in " + texts);
  }

  private List<String> told(String user) {
    return toldPrivately(user);
  }
}
