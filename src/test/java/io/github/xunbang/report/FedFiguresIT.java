package io.github.xunbang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.FigureChange.Operation;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry.Reason;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Figures that deals write from Thursday on: what reports, 撤销, boards and reminders make of them.
 */
class FedFiguresIT extends FrontDoorTest {

  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 12, 2);
  private static final LocalDate THURSDAY = WEDNESDAY.plusDays(1);
  private static final String ZHANG = "张敏";
  private static final String BOSS = "王经理";

  @Autowired private OrganizationService organizations;
  @Autowired private Ledger ledger;

  private final String group = newGroup();
  private int deals;

  @BeforeEach
  void dealsCountFromThursdayOn() {
    at(LocalDateTime.of(2026, 12, 2, 20, 10));
    say(group, BOSS, "成员");
    say(group, ZHANG, "日报 意向5 签单1");
    say(group, "李强", "成员");
    assertThat(say(group, BOSS, "设置 签单来源 签单")).contains("签单，12月3日起由签单自动计入，日报里写的只核对");
    at(THURSDAY_EVENING);
  }

  @Test
  void aReportedDealCountIsComparedAndTheRestStored() {
    deal(ZHANG, THURSDAY, "qiandan", "1");

    String answer = say(group, ZHANG, "意向12 签单2");

    assertThat(answer).contains("意向客户12 签单1").contains("签单写2，台账1：补发 签单 客户 金额");
    assertThat(value(ZHANG, THURSDAY, "yixiang")).isEqualByComparingTo("12");
    assertThat(value(ZHANG, THURSDAY, "qiandan")).isEqualByComparingTo("1");
  }

  @Test
  void fedFiguresAloneAreOnlyCompared() {
    deal(ZHANG, THURSDAY, "qiandan", "1");
    deal(ZHANG, THURSDAY, "huikuan", "20000");

    String answer = say(group, ZHANG, "今天2单，回款3万");

    assertThat(answer)
        .contains("签单写2，台账1：补发 签单 客户 金额")
        .contains("回款写3万，台账2万：补发 回款 #号 金额")
        .contains("没有登记");
    assertThat(say(group, ZHANG, "今天没出单")).contains("签单写0，台账1，以台账为准");
    assertThat(say(group, ZHANG, "签单1")).contains("签单是1，对得上");
    assertThat(say(group, ZHANG, "签单+1")).contains("签单写+1，台账1：补发");
    assertThat(entries(ZHANG, THURSDAY)).isEqualTo(2);
    assertThat(value(ZHANG, THURSDAY, "qiandan")).isEqualByComparingTo("1");
  }

  @Test
  void correctionsAndBackfillGoByTheDayTheySpeakOf() {
    deal(ZHANG, THURSDAY, "qiandan", "1");
    say(group, ZHANG, "意向12");

    assertThat(say(group, ZHANG, "改 签单3")).contains("签单写3，台账1：补发");
    assertThat(say(group, ZHANG, "不对，签单是3不是1")).contains("签单写3，台账1：补发");
    assertThat(say(group, ZHANG, "不是1是3")).contains("签单写3，台账1：补发");
    assertThat(say(group, ZHANG, "昨天签单2，今天签单2")).contains("12月2日").contains("签单写2，台账1");
    assertThat(say(group, ZHANG, "补报 12月2日 签单3")).contains("签单3");
    assertThat(value(ZHANG, WEDNESDAY, "qiandan")).isEqualByComparingTo("3");
    assertThat(value(ZHANG, THURSDAY, "qiandan")).isEqualByComparingTo("1");
  }

  @Test
  void linesAndTablesOfALeaderStoreTheRestAndAddUp() {
    deal(ZHANG, THURSDAY, "qiandan", "1");

    String answer = say(group, BOSS, "姓名\t意向\t签单\n张敏\t12\t2\n李强\t8\t0\n合计\t20\t2");

    assertThat(answer).contains("张敏 签单写2，台账1：补发").doesNotContain("合计写");
    assertThat(value("李强", THURSDAY, "yixiang")).isEqualByComparingTo("8");
    assertThat(value(ZHANG, THURSDAY, "qiandan")).isEqualByComparingTo("1");
    assertThat(say(group, BOSS, "代报 张敏 签单2")).isEqualTo("张敏 签单写2，台账1：补发 签单 客户 金额");
    assertThat(entries(ZHANG, THURSDAY)).isEqualTo(2);
  }

  @Test
  void theOfferedLineAsksOnlyForWhatIsReported() {
    assertThat(say(group, ZHANG, "日报")).contains("日报 意向客户 新客户信息 业绩").doesNotContain("签单");
    assertThat(say(group, ZHANG, "日报 意向12 签单2 3家小区")).contains("回 1").doesNotContain("签单2");
  }

  @Test
  void customersStoresAndOwnMetricsAreComparedAlike() {
    say(group, BOSS, "门店\n测五店 门店");
    say(group, BOSS, "指标 新增 合同额 元 来源 签单额");
    say(group, BOSS, "设置 客户来源 客户");
    at(THURSDAY_EVENING.plusDays(1));

    assertThat(say(group, ZHANG, "意向3 新客户4 合同额5万"))
        .contains("意向客户3")
        .contains("新客户信息写4，台账0：补发 客户 名称 电话 地址")
        .contains("合同额写5万，台账0：补发 签单 客户 金额");
    assertThat(say(group, BOSS, "测五店 意向3 签单2")).contains("测五店 意向客户3").contains("测五店签单写2，台账0");
  }

  @Test
  void undoFindsTheLastReportAndLeavesDealsAlone() {
    say(group, ZHANG, "意向12");
    deal(ZHANG, THURSDAY, "qiandan", "1");

    String answer = say(group, ZHANG, "撤销");

    assertThat(answer).contains("签单1").doesNotContain("意向客户12");
    assertThat(value(ZHANG, THURSDAY, "qiandan")).isEqualByComparingTo("1");
  }

  @Test
  void aDealIsNoReport() {
    deal(ZHANG, THURSDAY, "qiandan", "1");
    deal(BOSS, THURSDAY, "qiandan", "1");

    assertThat(say(group, BOSS, "谁没报")).contains(ZHANG).contains("李强").doesNotContain(BOSS);
    assertThat(say(group, ZHANG, "我的")).contains("签单1").contains("日报 ");

    say(group, ZHANG, "意向12");
    assertThat(say(group, BOSS, "谁没报")).doesNotContain(ZHANG).contains("李强");
  }

  @Test
  void recordsAndReasonsShowTheDealBehindAFigure() {
    deal(ZHANG, THURSDAY, "qiandan", "1");
    deal(ZHANG, THURSDAY, "qiandan", "-0.5");

    assertThat(say(group, ZHANG, "记录")).contains("台账").contains("签单1→0.5").contains("#2 王女士");
    assertThat(say(group, ZHANG, "为什么 签单 今天"))
        .contains("0.5")
        .contains("#1 王女士")
        .contains("每笔自动计入的加起来");
  }

  @Test
  void aFedBoardRanksCreditsBelowZeroAndThoseWithoutAnyAtZero() {
    say(group, ZHANG, "意向12");
    deal(ZHANG, THURSDAY, "qiandan", "-1");
    deal(BOSS, THURSDAY, "qiandan", "2");

    String board = say(group, BOSS, "排名 签单 今天");

    assertThat(board).contains(BOSS).contains("李强").contains("-1").doesNotContain("未上报");
    assertThat(say(group, BOSS, "排名 意向 今天")).contains("未上报").contains("李强");
    assertThat(say(group, BOSS, "战报")).contains("签单 1单").contains("意向客户 12个");
  }

  @Test
  void aLateReportIsComparedWhenItIsApproved() {
    deal(ZHANG, THURSDAY, "qiandan", "1");
    at(LocalDateTime.of(2026, 12, 8, 20, 10));
    assertThat(say(group, ZHANG, "补报 12月3日 意向12 签单2")).contains("审批 #1");

    String answer = say(group, BOSS, "批准 1");

    assertThat(answer).contains("意向客户12").contains("签单写2，台账1");
    assertThat(value(ZHANG, THURSDAY, "qiandan")).isEqualByComparingTo("1");
    assertThat(value(ZHANG, THURSDAY, "yixiang")).isEqualByComparingTo("12");
  }

  @Test
  void importsKeepOutOfWhatDealsWrite() {
    at(LocalDateTime.of(2026, 12, 5, 9, 10));

    assertThat(say(group, BOSS, "导入 2026-12-04\n姓名 签单\n张敏 2"))
        .contains("没有导入")
        .contains("签单12月3日起");
    assertThat(say(group, BOSS, "导入 2026-12-04\n姓名 意向\n张敏 2")).contains("已导入");
    assertThat(say(group, BOSS, "导入 去年12月\n姓名 签单\n张敏 20")).contains("已导入");
  }

  @Test
  void reportsWriteAgainAfterTheSettingWasTakenBack() {
    deal(ZHANG, THURSDAY, "qiandan", "1");
    assertThat(say(group, BOSS, "设置 签单来源 日报")).contains("12月3日由签单自动计入，12月4日起由日报登记");
    assertThat(say(group, ZHANG, "指标 签单")).contains("12月4日起由日报登记");

    at(THURSDAY_EVENING.plusDays(1));

    assertThat(say(group, ZHANG, "昨天签单2，今天签单2")).contains("签单写2，台账1");
    assertThat(value(ZHANG, THURSDAY.plusDays(1), "qiandan")).isEqualByComparingTo("2");
    assertThat(value(ZHANG, THURSDAY, "qiandan")).isEqualByComparingTo("1");
  }

  private void deal(String name, LocalDate day, String metric, String value) {
    Organization team = team();
    String member = member(team, name).id();
    String text = "#" + ++deals + " 王女士";
    ledger.post(
        new Posting(
            team.id(),
            "deal|" + deals + "|" + group,
            member,
            day.atTime(13, 20).toInstant(ZoneOffset.UTC),
            text,
            Reason.DEAL,
            List.of(
                new SubjectChange(
                    member,
                    day,
                    List.of(new FigureChange(metric, Operation.ADD, new BigDecimal(value))),
                    Map.of()))),
        PostingCheck.NONE);
  }

  private BigDecimal value(String name, LocalDate day, String metric) {
    Organization team = team();
    return Months.of(ledger, team.id(), member(team, name).id(), day)
        .value(day, metric)
        .orElse(null);
  }

  private int entries(String name, LocalDate day) {
    Organization team = team();
    return Months.of(ledger, team.id(), member(team, name).id(), day)
        .day(day)
        .orElseThrow()
        .entries()
        .size();
  }

  private Organization team() {
    return organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
  }

  private static Member member(Organization team, String name) {
    return team.memberNamed(name, THURSDAY).orElseThrow();
  }
}
