package io.github.xunbang.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money of deals, as people type it, with the clock turned. */
class PaymentsFrontDoorIT extends FrontDoorTest {

  @Autowired private OrganizationService organizations;
  @Autowired private MetricCatalog catalog;
  @Autowired private Ledger ledger;

  private String group;

  /** 经理 is the manager, 张敏 and 李四 are members; 签单 and 回款 count deals from the 25th on. */
  @BeforeEach
  void enrol() {
    at(LocalDateTime.of(2026, 11, 24, 15, 0));
    group = newGroup();
    say(group, "经理" + group, "成员");
    say(group, "张敏" + group, "我是 张敏");
    say(group, "李四" + group, "我是 李四");
    say(group, "经理" + group, "设置 签单来源 签单");
    at(LocalDateTime.of(2026, 11, 25, 15, 0));
  }

  private BigDecimal dealsOf(String name, LocalDate day) {
    Organization organization =
        organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
    String member = organization.memberNamed(name, day).orElseThrow().id();
    String metric = catalog.find(organization.id(), "签单").orElseThrow().id();
    return ledger.day(organization.id(), List.of(member), day).get(member).values().get(metric);
  }

  private String zhang(String text) {
    return say(group, "张敏" + group, text);
  }

  private String manager(String text) {
    return say(group, "经理" + group, text);
  }

  private static int number(String reply) {
    Matcher number = Pattern.compile("#(\\d+)").matcher(reply);
    assertThat(number.find()).as(reply).isTrue();
    return Integer.parseInt(number.group(1));
  }

  @Test
  void signedOnThe25thAndPaidOnThe2ndCountsInTheNextMonthForBoth() {
    int deal = number(zhang("签单 王女士 5.8万 协作 李四"));

    at(LocalDateTime.of(2026, 12, 2, 16, 0));
    assertThat(zhang("回款 #" + deal + " 3万")).contains("共收3万/5.8万，还差2.8万", "计入12月回款");
    assertThat(zhang("回款 王女士 尾款")).contains("全款5.8万已收齐", "计入12月：张敏0.5单 李四0.5单");

    assertThat(manager("排名 签单 本月")).contains("0.5单");
    assertThat(manager("排名 签单 上月")).doesNotContain("0.5单");
  }

  @Test
  void withASettlementDayOfThe30thThe31stBelongsToTheNextMonth() {
    manager("设置 结算日 30");
    int deal = number(zhang("签单 王女士 5.8万"));

    at(LocalDateTime.of(2026, 12, 31, 16, 0));

    assertThat(zhang("回款 #" + deal + " 全款")).contains("计入2027年1月（12月31日起）：张敏1单");
  }

  @Test
  void aRefundAfterTheClosingAppearsInTheOpenPeriodAndTheFrozenBoardStays() {
    int deal = number(zhang("签单 王女士 5.8万"));
    at(LocalDateTime.of(2026, 12, 2, 16, 0));
    zhang("回款 #" + deal + " 全款");
    turnClockTo(LocalDateTime.of(2026, 12, 11, 9, 0));
    String frozen = manager("排名 签单 上旬");
    assertThat(frozen).contains("张敏 1单");

    String asked = zhang("退单 #" + deal + " 客户不装了");
    assertThat(asked).contains("还没登记", "审批 #");
    String approved = manager("批准");

    assertThat(approved).contains("已退单", "冲12月上旬，记在今天：张敏-1单");
    assertThat(manager("排名 签单 上旬")).isEqualTo(frozen);
    assertThat(dealsOf("张敏", LocalDate.of(2026, 12, 11))).isEqualByComparingTo("-1");
    assertThat(dealsOf("张敏", LocalDate.of(2026, 12, 2))).isEqualByComparingTo("1");
    assertThat(zhang("回款 #" + deal + " 100元")).contains("已经退单了");
  }

  @Test
  void lateMoneyWaitsForTheManagerAndEntersItsOwnDay() {
    int deal = number(zhang("签单 王女士 5.8万"));
    at(LocalDateTime.of(2026, 12, 15, 10, 0));

    assertThat(zhang("回款 #" + deal + " 全款 12-03")).contains("还没登记", "审批 #");
    assertThat(manager("批准")).contains("已批准", "计入12月：张敏1单");

    assertThat(manager("排名 签单 12-03")).contains("张敏 1单");
  }

  @Test
  void whatCannotBeIsRefusedWithALineToType() {
    int deal = number(zhang("签单 王女士 5.8万"));

    assertThat(zhang("回款 #" + deal + " 6万")).contains("还差5.8万", "没有登记");
    assertThat(zhang("回款 #" + deal + " 3万 11-20")).contains("还没签");
    assertThat(zhang("回款 #" + deal + " 3万 明天")).contains("还没到");
    assertThat(zhang("回款 #" + deal + " 3")).contains("3万还是3元");
    assertThat(zhang("回款 #999 3万")).contains("没有 #999");
    assertThat(zhang("回款 #" + deal)).contains("还差5.8万", "回款 #" + deal + " 尾款");
    assertThat(say(group, "李四" + group, "回款 #" + deal + " 3万")).contains("签单人、组长或经理");
    assertThat(zhang("未回款")).contains("1单共还差5.8万");
  }

  @Test
  void aCorrectionNeedsAManagerAndKeepsTheOldValue() {
    int deal = number(zhang("签单 王女士 5.8万"));
    zhang("回款 #" + deal + " 3万");

    assertThat(zhang("更正 #" + deal + " 回款1 2.8万 财务核对")).contains("3万→2.8万", "审批 #");
    assertThat(manager("批准")).contains("共收2.8万/5.8万", "冲减11月回款：张敏-2000元");
    assertThat(manager("回款 改 #" + deal + " 1 2.9万")).contains("2.8万→2.9万", "共收2.9万");
    assertThat(manager("退款 #" + deal + " 5000 换了便宜的")).contains("共收2.4万/5.8万");
    assertThat(manager("为什么 张敏 回款")).contains("2.4万");
  }

  @Test
  void theSameMessageTwiceIsOnePaymentAndANumberAloneIsAFigure() {
    int deal = number(zhang("签单 王女士 5.8万"));
    Map<String, Object> line = message(group, "张敏" + group, "回款 #" + deal + " 3万");
    line.put("messageId", "m-" + group);

    String first = post(line).path("replies").path(0).path("text").asString();
    String again = post(line).path("replies").path(0).path("text").asString();

    assertThat(again).isEqualTo(first);
    assertThat(zhang("未回款")).contains("差2.8万/5.8万");
    assertThat(zhang("意向5 回款3万")).contains("意向客户5");
  }

  @Test
  void whoIsOwedMoneyIsRemindedOnMondayMorningInPrivate() {
    int deal = number(zhang("签单 王女士 5.8万"));

    turnClockTo(LocalDateTime.of(2026, 11, 30, 9, 30));
    String inPrivate =
        send("GET", "/simulator/api/users/" + encoded("张敏" + group) + "/messages?after=0", null)
            .body();
    assertThat(inPrivate).contains("还没收齐的：1单共还差5.8万", "#" + deal + " 王女士");

    zhang("回款 #" + deal + " 全款");
    turnClockTo(LocalDateTime.of(2026, 12, 7, 9, 30));
    assertThat(
            send("GET", "/simulator/api/users/" + encoded("张敏" + group) + "/messages?after=0", null)
                .body())
        .containsOnlyOnce("还没收齐的");
  }

  private static String encoded(String segment) {
    return java.net.URLEncoder.encode(segment, java.nio.charset.StandardCharsets.UTF_8);
  }
}
