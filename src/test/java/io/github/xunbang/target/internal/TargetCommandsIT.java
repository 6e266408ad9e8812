package io.github.xunbang.target.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.boards.CommandFiles;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Arguments;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.explanation.Explainer;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 目标 as a manager and the people use it. */
class TargetCommandsIT extends FrontDoorTest {

  @Autowired private OrganizationService organizations;
  @Autowired private List<Explainer> explainers;

  private final String group = newGroup();
  private final String boss = "老板" + group;
  private final String zhang = "张敏" + group;

  @BeforeEach
  void enrolATeam() {
    say(group, boss, "成员");
    enrol("张敏", "电话营销员", "一组");
    enrol("李强", "电话营销员", "一组");
    enrol("王芳", "客户经理", "二组");
  }

  @Test
  void showsAQuotaOfThePositionForTodayThisWeekAndTheMonth() {
    manager("目标 电话营销员 意向 每日 10");
    manager("目标 电话营销员 意向 每周 60");
    manager("目标 电话营销员 意向 每月 200");
    say(group, zhang, "意向12");

    assertThat(say(group, zhang, "目标"))
        .startsWith("张敏 2026年12月目标：\n意向客户 12/200个 6%，还差188个，剩20个工作日每天10个")
        .endsWith("；今天12/10个；本周12/60个");
  }

  @Test
  void aDailyQuotaThatBeganInTheMiddleOfTheMonthIsPacedFromItsFirstDay() {
    manager("目标 电话营销员 意向 每日 10");
    say(group, zhang, "意向12");

    // From 3 to 31 December there are 21 workdays, one of them gone: 12 ÷ 10 − 1 = 0.2 days ahead.
    assertThat(say(group, zhang, "目标 意向 本月")).contains("12/210个", "剩20个工作日每天10个，比进度快0.2天");
  }

  @Test
  void aMonthNamedWithoutItsYearIsTheNextOneThatIsNotOver() {
    at(LocalDateTime.of(2026, 11, 30, 9, 0));

    assertThat(manager("目标 团队 签单 12月 24")).startsWith("已定：团队 2026年12月");
    assertThat(manager("目标 团队 签单 11月 24")).startsWith("已定：团队 2026年11月");
    assertThat(manager("目标 团队 签单 10月 24")).startsWith("已定：团队 2027年10月");
  }

  @Test
  void tracksEachLegOfACompoundQuotaAlone() {
    manager("指标 新增 新访 户");
    manager("指标 新增 回访 户");
    manager("目标 客户经理 每日 新访2 回访3 意向4");
    say(group, "王芳" + group, "新访2 回访1 意向5");

    assertThat(say(group, "王芳" + group, "目标 今天"))
        .isEqualTo(
            """
            王芳 12月3日(周四)目标：
            意向客户 5/4个 125%，已完成！
            新访 2/2户 100%，已完成！
            回访 1/3户 33.3%，还差2户""");
  }

  @Test
  void asksForTheQuotaOnAMakeUpSundayAndNotOnTheHoliday() {
    String other = newGroup();
    at(LocalDateTime.of(2024, 2, 4, 21, 0));
    say(other, "甲" + other, "成员");
    say(other, "甲" + other, "目标 团队 意向 每日 10");

    assertThat(say(other, "甲" + other, "目标 团队 今天")).contains("意向客户 0/10个 0%");
    assertThat(say(other, "甲" + other, "目标 团队 本月")).contains("意向客户 0/160个");

    at(LocalDateTime.of(2024, 2, 12, 21, 0));

    assertThat(say(other, "甲" + other, "目标 团队 今天")).contains("还没有目标");
  }

  @Test
  void splitsDownTheTreeOnlyWhenToldToAndChecksTheSum() {
    manager("目标 团队 签单 本月 25");

    String preview = manager("目标 分解 团队 签单 本月");
    String before = say(group, boss, "目标 一组 签单");
    String stored = manager("目标 分解 团队 签单 本月 按人数 生效");

    assertThat(preview)
        .isEqualTo(
            """
            团队 2026年12月 签单分解如下，还没有生效：
            一组 13单
            二组 12单
            合计 25单
            除不尽的1单加给：一组
            确认请发：目标 分解 团队 签单 本月 生效""");
    assertThat(before).contains("还没有目标");
    assertThat(stored).contains("已生效", "一组 17单", "二组 8单", "合计 25单");
    assertThat(manager("目标 检查 团队 签单 本月")).contains("下一级合计25单，正好");
    manager("目标 二组 签单 本月 10");
    assertThat(manager("目标 检查 团队 签单 本月")).contains("下一级合计27单，多2单");
    assertThat(manager("目标 分解 一组 签单 本月 权重 张敏2 李强1")).contains("张敏 12单", "李强 5单");
  }

  @Test
  void refusesASplitThatDoesNotAddUp() {
    manager("目标 团队 业绩 本月 30万");

    assertThat(manager("目标 分解 团队 业绩 本月 指定 一组18万 二组10万 生效"))
        .isEqualTo("各份加起来28万，总目标30万，少2万，没有保存。请改好再发：目标 分解 一区 业绩 本月 指定 五店18万 八店12万");
    assertThat(manager("目标 分解 团队 业绩 本月 权重 一组3 生效")).startsWith("还缺二组");
    assertThat(manager("目标 一组 业绩")).contains("还没有目标");
    assertThat(manager("目标 分解 团队 业绩 本月 指定 一组18万 二组12万 生效")).contains("已生效");
    assertThat(manager("目标 一组 业绩")).contains("业绩 0/18万");
  }

  @Test
  void splitsAYearByWhatWasReachedTheYearBefore() {
    say(group, zhang, "业绩3万");

    assertThat(manager("目标 明年 业绩 加20%")).contains("已定：团队 2027年 业绩 3.6万", "2026年至今3万×1.2");
    assertThat(manager("目标 分解 团队 业绩 明年 按去年 按月")).contains("2027年12月 3.6万", "2027年1月 0元");
    assertThat(manager("目标 分解 团队 签单 本月 12 按去年")).startsWith("没有可用的权重");
  }

  @Test
  void storesNothingOfASheetWithABadLine() {
    String wrongName = manager("目标 导入 本月\n姓名\t签单\t奋斗\t业绩(万元)\n张敏\t20\t24\t30\n李四\t10\t12\t20");
    String wrongSum = manager("目标 导入 本月\n姓名\t签单\n张敏\t20\n李强\t10\n合计\t31");
    String wrongNumber = manager("目标 导入 本月\n姓名\t签单\n张敏\t二十来个\n李强\t10");

    assertThat(wrongName).startsWith("第3行“李四”：没有这个人或门店").contains("整张表都没有保存");
    assertThat(wrongSum).contains("第4行“合计”：签单合计写的是31单，各行加起来是30单，差1单");
    assertThat(wrongNumber).startsWith("第2行“张敏”：“二十来个”不是准确的数字");
    assertThat(say(group, zhang, "目标")).contains("还没有目标");
  }

  @Test
  void importsASheetWithItsChecksum() {
    String imported =
        manager("目标 导入 本月\n姓名\t签单\t奋斗\t业绩(万元)\n张敏\t20\t24\t30\n李强\t10\t-\t20\n合计\t30\t24\t50");

    assertThat(imported).isEqualTo("已导入2026年12月目标：2行4项\n签单30单，签单奋斗24单，业绩50万");
    assertThat(say(group, zhang, "目标")).contains("签单 0/20单", "业绩 0/30万");
  }

  @Test
  void keepsEveryStateWithWhoAndWhen() {
    manager("目标 张敏 签单 本月 20");
    manager("目标 张敏 签单 本月 24 奋斗 30");
    manager("目标 张敏 签单 本月 24 奋斗 30");

    assertThat(manager("目标 记录 张敏 签单 本月"))
        .startsWith("张敏 2026年12月 签单 目标记录：\n第2版 12-3 21:40 老板")
        .contains("24单，奋斗30单\n第1版 12-3 21:40 老板")
        .endsWith("20单");
    assertThat(manager("目标 清单")).contains("张敏 2026年12月 签单 24单，奋斗30单");
  }

  @Test
  void showsOthersTargetsToManagersOnly() {
    manager("目标 李强 签单 本月 20");
    manager("目标 团队 签单 本月 60");

    assertThat(say(group, zhang, "目标 李强")).startsWith("别人的目标只有组长和经理能看");
    assertThat(say(group, zhang, "目标 二组")).startsWith("别人的目标");
    assertThat(say(group, zhang, "目标 团队")).contains("签单 0/60单");
    assertThat(say(group, zhang, "目标")).startsWith("团队 2026年12月目标");
    assertThat(manager("目标 李强")).contains("签单 0/20单");
  }

  @Test
  void takesTheSecondHalfOfTheMonthAndFreeRanges() {
    assertThat(manager("目标 张敏 签单 下半月 12")).startsWith("已定：张敏 2026年12月下半月 签单 12单");
    assertThat(manager("目标 一组 意向 8-11月 80")).startsWith("8月1日-11月30日已经过完");
    assertThat(manager("目标 一组 意向 12月1日到12月20日 80")).startsWith("已定：一组 12月1日-12月20日 意向客户 80个");
    assertThat(manager("目标 一组 意向 1月 80")).startsWith("已定：一组 2027年1月 意向客户 80个");
    assertThat(manager("目标 一组 意向 下月 90")).startsWith("已改：一组 2027年1月 意向客户 80个→90个（第2版）");
  }

  @Test
  void answersBadLinesWithALineToType() {
    assertThat(manager("目标 签单 本月 24")).startsWith("要写给谁定");
    assertThat(manager("目标 张敏 本月 24")).startsWith("要写一个指标");
    assertThat(manager("目标 取消 张敏 签单 本月")).startsWith("张敏 2026年12月 签单没有单独定过目标");
    assertThat(manager("目标 张敏 签单 本月 0")).startsWith("签单目标要大于0");
    assertThat(manager("目标 张敏 签单 上月 24")).startsWith("2026年11月已经过完");
    assertThat(manager("目标 张敏 签单 本月 24.3")).startsWith("签单按整数或半数算");
    assertThat(manager("目标 张敏 签单 本月 二十来个")).startsWith("“二十来个”不是准确的数字");
    assertThat(manager("目标 张敏 签单 本月 每日 24")).contains("一行只定一个对象一个期限");
    assertThat(manager("目标 张敏 李强 签单 本月 24")).contains("一行只定一个对象一个期限");
    assertThat(manager("目标 张敏 业绩 本月 占门店300%")).startsWith("比例目标");
    assertThat(manager("目标 分解 张敏 签单 本月 24 按旬")).contains("张敏 2026年12月 签单分解如下", "2026年12月上旬 8单");
    assertThat(manager("目标 分解 团队 签单 本旬 24 按月")).startsWith("2026年12月上旬不能这样整分");
    assertThat(manager("设置 完成率分档 80,90")).startsWith("“80,90”不能分档");
    assertThat(manager("设置 完成率分档 100,60")).isEqualTo("已改好：完成率分档 100,60");
  }

  @Test
  void explainsAPercentageWithItsNumbers() {
    manager("目标 张敏 签单 本月 24");
    say(group, zhang, "签单2");

    assertThat(why("目标 签单 本月"))
        .isEqualTo(
            """
            张敏 2026年12月 签单目标24单：单独定的目标（第1版）
            完成率=2单÷24单=8.3%，实际来自1天的登记""");
    assertThat(why("完成率 上月")).contains("没有目标");
    assertThat(why("排名 签单")).isEmpty();
  }

  @Test
  void keepsTargetsOfTwoTeamsApart() {
    manager("目标 张敏 签单 本月 24");
    String other = newGroup();
    say(other, "别家" + other, "成员");

    assertThat(say(other, "别家" + other, "目标 王芳 签单 本月 24")).startsWith("没看懂“王芳”");
  }

  private void enrol(String name, String position, String unit) {
    say(group, name + group, "我是 " + name + " " + position + " " + unit);
  }

  private String manager(String text) {
    return say(group, boss, text);
  }

  private String why(String question) {
    Conversation where = Conversation.group("simulator", group);
    Organization organization = organizations.boundTo(where).orElseThrow();
    String memberId =
        organization.memberNamed("张敏", THURSDAY_EVENING.toLocalDate()).orElseThrow().id();
    InboundMessage message =
        new InboundMessage(
            "1",
            where,
            "u",
            null,
            question,
            false,
            null,
            List.of(),
            THURSDAY_EVENING.atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    Caller caller = new Caller(where, "u", organization.id(), memberId, "张敏", Access.MEMBER);
    CommandCall call =
        new CommandCall(
            CommandFiles.definition("records.yaml"), caller, message, question, Arguments.NONE);
    return explainers.stream()
        .filter(explainer -> explainer instanceof TargetExplainer)
        .map(explainer -> explainer.explain(call))
        .flatMap(Optional::stream)
        .findFirst()
        .map(TargetCommandsIT::text)
        .orElse("");
  }

  private static String text(Reply reply) {
    return reply.messages().get(0).text();
  }
}
