package io.github.xunbang.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Customers as a team enters, completes and looks them up. */
class CustomerFrontDoorIT extends FrontDoorTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);

  @Autowired private OrganizationService organizations;
  @Autowired private MetricCatalog metrics;
  @Autowired private Ledger ledger;
  @Autowired private CustomersRepository customers;
  @Autowired private OwedCustomersRepository owed;

  private String group;
  private String boss;
  private String leader;
  private String zhang;
  private String li;

  @BeforeEach
  void team() {
    String team = newTeamMark();
    group = newGroup();
    boss = "钱总" + team;
    leader = "孙莉" + team;
    zhang = "张敏" + team;
    li = "李强" + team;
    say(group, boss, "成员");
    say(group, leader, "我是 " + leader + " 主管 一组");
    say(group, zhang, "我是 " + zhang + " 电话营销员 一组");
    say(group, li, "我是 " + li + " 电话营销员 二组");
    say(group, boss, "任命 " + leader + " 组长");
  }

  @Test
  void countsOnlyWhenNamePhoneAndAddressAreThere() {
    feedNewCustomers();

    say(group, zhang, "客户 王女士 13812345678");
    assertThat(counted(zhang)).isNull();

    assertThat(say(group, zhang, "高新区天府三街1号")).contains("已补齐", "新客户信息+1");
    assertThat(counted(zhang)).isEqualByComparingTo("1");

    say(group, zhang, "客户 李总 13912345678 麓湖");
    assertThat(counted(zhang)).isEqualByComparingTo("2");
    assertThat(say(group, li, "客户 李总 139-1234-5678 麓湖")).contains("没有重复登记");
    assertThat(counted(li)).isNull();
    say(group, zhang, "客户 改 K2 地址 天府三街2号");
    assertThat(counted(zhang)).isEqualByComparingTo("2");
  }

  @Test
  void anInvalidOneCountsNoLongerAndItsPhoneIsFree() {
    feedNewCustomers();
    say(group, zhang, "客户 王女士 13812345678 麓湖1号");
    say(group, zhang, "客户 李总 13912345678 麓湖2号");

    assertThat(say(group, boss, "客户 删 K1 假地址")).contains("已作废：K1 王女士", zhang + "的新客户信息-1");

    assertThat(counted(zhang)).isEqualByComparingTo("1");
    assertThat(say(group, zhang, "我的客户")).contains("K2").doesNotContain("K1");
    assertThat(say(group, li, "客户 王女士 13812345678 麓湖3号")).contains("已登记客户", "K3");
    assertThat(say(group, boss, "客户 删 K1 又来")).contains("K1 已作废");
    assertThat(counted(zhang)).isEqualByComparingTo("1");
  }

  @Test
  void aMissingPhoneIsAskedForOnceAndNothingElseIsTakenForIt() {
    assertThat(say(group, zhang, "客户 姓名：王女士 地址：高新区天府三街1号")).contains("还差电话").contains("直接回电话");

    assertThat(say(group, zhang, "意向8")).contains("意向客户8");
    assertThat(say(group, zhang, "在吗")).contains("你好");
    assertThat(say(group, zhang, "排名 意向")).doesNotContain("已补齐");
    assertThat(say(group, li, "13812345678")).doesNotContain("已补齐");
    assertThat(say(group, zhang, "13812345678")).contains("已补齐", "138****5678");
    assertThat(say(group, zhang, "13912345678")).doesNotContain("已补齐", "已改");
  }

  @Test
  void theOwnerAndTheManagerReadThePhoneInPrivateAndNobodyElse() {
    say(group, zhang, "客户 王女士 13812345678 高新区天府三街1号");

    assertThat(sayPrivately(zhang, "客户 王女士")).contains("13812345678");
    assertThat(sayPrivately(boss, "客户 K1")).contains("13812345678");
    assertThat(sayPrivately(leader, "客户 K1")).contains("138****5678", "天府三街1号");
    assertThat(sayPrivately(li, "客户 13812345678"))
        .contains("归" + zhang)
        .doesNotContain("138", "天府");
    assertThat(sayPrivately(zhang, "我的客户")).contains("13812345678");
    assertThat(say(group, zhang, "我的客户")).contains("138****5678").doesNotContain("13812345678");
    assertThat(posts(group)).noneMatch(post -> post.contains("13812345678"));
  }

  @Test
  void ofTwoWhoSendOnePhoneAtOnceOneOwnsIt() {
    List<String> answers =
        Stream.of(zhang, li)
            .map(
                user ->
                    CompletableFuture.supplyAsync(
                        () -> sayPrivately(user, "客户 王女士 13812345678 高新区天府三街1号")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).filteredOn(text -> text.contains("已登记客户")).hasSize(1);
    assertThat(answers).filteredOn(text -> text.contains("没有重复登记")).hasSize(1);
  }

  @Test
  void listsTenAPageLatestFirst() {
    for (int at = 10; at < 22; at++) {
      say(group, zhang, "客户 客人" + at + " 138123456" + at + " 天府三街" + at + "号");
    }

    String first = say(group, zhang, "我的客户");
    assertThat(first).contains("你有12位客户", "K12 客人21", "我的客户 2").doesNotContain("客人11");
    assertThat(say(group, zhang, "我的客户 2")).contains("K2 客人11", "K1 客人10").doesNotContain("K3");
  }

  @Test
  void whatACrashLeftUncountedIsCountedBeforeABoardIsFrozen() {
    feedNewCustomers();
    say(group, zhang, "客户 王女士 13812345678");
    String organizationId = organization().id();
    var customer = customers.find(organizationId, 1).orElseThrow();
    owed.add(organizationId, 1, TODAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
    customers.replace(completed(customer));

    ledger.drainPending(organizationId);
    ledger.drainPending(organizationId);

    assertThat(counted(zhang)).isEqualByComparingTo("1");
    assertThat(owed.of(organizationId)).isEmpty();
  }

  private static io.github.xunbang.customer.Customer completed(
      io.github.xunbang.customer.Customer before) {
    var edited = CustomerEdit.of(before, new CustomerDraft("", null, "麓湖", "", true)).apply(TODAY);
    return new io.github.xunbang.customer.Customer(
        edited.organizationId(),
        edited.number(),
        edited.name(),
        edited.phone(),
        edited.address(),
        edited.note(),
        edited.finderId(),
        edited.ownerId(),
        edited.foundOn(),
        edited.completedOn(),
        edited.acts(),
        edited.revision() + 1);
  }

  private Organization organization() {
    return organizations.organizationsOf("simulator:" + zhang).get(0);
  }

  /** The setting counts from the next business day, so it is said on the day before. */
  private void feedNewCustomers() {
    at(THURSDAY_EVENING.minusDays(1));
    say(group, boss, "设置 客户来源 客户");
    at(THURSDAY_EVENING);
  }

  private BigDecimal counted(String user) {
    Member member = organization().memberOf("simulator:" + user, TODAY).orElseThrow();
    String metric = metrics.find(organization().id(), "新客户").orElseThrow().id();
    return ledger
        .month(organization().id(), member.id(), YearMonth.from(TODAY))
        .flatMap(month -> month.day(TODAY))
        .map(sheet -> sheet.values().get(metric))
        .orElse(null);
  }
}
