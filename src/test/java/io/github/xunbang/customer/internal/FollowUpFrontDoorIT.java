package io.github.xunbang.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.Phone;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Job;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** 转, 派单 and 跟进 as a team lives them, with the clock turned. */
class FollowUpFrontDoorIT extends FrontDoorTest {

  private static final String PHONE = "13800005678";

  @Autowired private OrganizationService organizations;
  @Autowired private CustomersRepository customers;
  @Autowired private CustomerListsRepository lists;
  @Autowired private CallBackReminders reminders;

  private final List<String> answers = new ArrayList<>();

  private String group;
  private String boss;
  private String leader;
  private String zhang;
  private String li;
  private String wang;

  /** 组长 leads 张敏 in 一组; 李四 is in 二组; 王设计 is the only 设计师. */
  @BeforeEach
  void team() {
    String team = newTeamMark();
    group = newGroup();
    boss = "赵总" + team;
    leader = "钱主" + team;
    zhang = "张敏" + team;
    li = "李四" + team;
    wang = "王设" + team;
    say(group, boss, "成员");
    say(group, leader, "我是 " + leader + " 主管 一组");
    say(group, zhang, "我是 " + zhang + " 电话营销员 一组");
    say(group, li, "我是 " + li + " 电话营销员 二组");
    say(group, wang, "我是 " + wang + " 设计师 三组");
    say(group, boss, "任命 " + leader + " 组长");
    customer(1, "王女士", zhang, PHONE);
  }

  @Test
  void aNoteIsKeptWithDateAndAuthorAndWithoutThePhone() {
    assertThat(say(group, zhang, "跟进 王女士 已约周六量房，电话" + PHONE))
        .startsWith("已记：王女士（K1）已约周六量房，电话138****5678");

    assertThat(say(group, zhang, "跟进 王女士"))
        .contains("K1 王女士 138****5678（" + zhang + "跟）")
        .contains("12月3日 " + zhang + " 跟进：已约周六量房，电话138****5678");
    assertThat(posts(group)).noneMatch(post -> post.contains(PHONE));
  }

  @Test
  void aCallBackRemindsInPrivateOnTheNextWorkdayAndIsTickedOff() {
    assertThat(say(group, zhang, "跟进 王女士 12-20 回访"))
        .isEqualTo(
            "已约：王女士（K1）回访 12月20日(周日)\n跟进 1，12月21日(周一) 09:10私信提醒你\n"
                + "办完发：跟进 完成 1 结果；不办了发：跟进 取消 1");

    turnClockTo(LocalDateTime.of(2026, 12, 21, 9, 9));
    assertThat(privatePosts(zhang)).isEmpty();
    turnClockTo(LocalDateTime.of(2026, 12, 21, 9, 12));

    assertThat(privatePosts(zhang))
        .containsExactly("【跟进 1】今天：王女士（K1）回访\n电话：" + PHONE + "\n办完发：跟进 完成 1 结果");
    assertThat(say(group, zhang, "跟进")).contains("到期1个").contains("12月20日(周日) 已过");
    assertThat(say(group, zhang, "跟进 完成 1 已回访，满意"))
        .isEqualTo("已打勾：王女士（K1）回访：已回访，满意\n手上没有别的跟进了，辛苦了！");
    turnClockTo(LocalDateTime.of(2026, 12, 24, 12, 0));
    assertThat(privatePosts(zhang)).hasSize(1);
    assertThat(say(group, zhang, "跟进 完成 1")).startsWith("跟进 1 之前已经了结");
  }

  @Test
  void oneThatIsNotTickedIsRemindedThreeMoreTimesAndThenTheLeaderReadsItOnce() {
    say(group, zhang, "跟进 王女士 明天 打电话");

    turnClockTo(LocalDateTime.of(2026, 12, 9, 12, 0));
    assertThat(privatePosts(zhang)).hasSize(4);
    assertThat(privatePosts(zhang).get(3)).contains("还没打勾：王女士（K1）打电话（约在12月4日(周五)）");
    assertThat(privatePosts(leader)).isEmpty();
    turnClockTo(LocalDateTime.of(2026, 12, 16, 12, 0));

    assertThat(privatePosts(zhang)).hasSize(4);
    assertThat(privatePosts(leader))
        .singleElement()
        .asString()
        .startsWith(zhang + "有个跟进还没打勾：王女士（K1）打电话，约在12月4日(周五)");
    assertThat(privatePosts(boss)).isEmpty();
  }

  @Test
  void leaveThatComesLaterMovesTheReminderToTheNextWorkday() {
    say(group, zhang, "跟进 王女士 12-07 回访");
    assertThat(say(group, boss, "请假 " + zhang + " 12-07 事假")).startsWith("已登记：");

    turnClockTo(LocalDateTime.of(2026, 12, 7, 12, 0));
    assertThat(privatePosts(zhang)).noneMatch(post -> post.startsWith("【跟进"));
    turnClockTo(LocalDateTime.of(2026, 12, 8, 9, 12));

    assertThat(privatePosts(zhang)).filteredOn(post -> post.startsWith("【跟进")).hasSize(1);
  }

  @Test
  void aReminderThatRunsTwiceSpeaksOnce() {
    say(group, zhang, "跟进 王女士 12-07 回访");
    turnClockTo(LocalDateTime.of(2026, 12, 7, 9, 12));

    reminders.run(
        new Job(
            "again",
            reminders.kind(),
            organization().id(),
            Instant.parse("2026-12-07T01:10:00Z"),
            Map.of("member", member(zhang).id(), "number", "1", "attempt", "0")));
    turnClockTo(LocalDateTime.of(2026, 12, 7, 9, 20));

    assertThat(privatePosts(zhang)).hasSize(1);
  }

  @Test
  void aHandOverThatWasCutOffIsFinishedByTheReminder() {
    say(group, zhang, "跟进 王女士 12-07 回访");
    Customer stored = customers.find(organization().id(), 1).orElseThrow();
    customers.replace(ownedBy(stored, member(li).id()));

    turnClockTo(LocalDateTime.of(2026, 12, 7, 9, 12));

    assertThat(privatePosts(zhang)).isEmpty();
    assertThat(privatePosts(li)).singleElement().asString().startsWith("【跟进 1】今天：王女士（K1）");
  }

  @Test
  void handingOverDateRemindsSevenDaysBefore() {
    assertThat(say(group, zhang, "跟进 王女士 交房 12-21 提前7天 验房"))
        .startsWith("已约：王女士（K1）验房（交房 12月21日(周一)） 12月14日(周一)");

    turnClockTo(LocalDateTime.of(2026, 12, 14, 9, 12));

    assertThat(privatePosts(zhang))
        .singleElement()
        .asString()
        .startsWith("【跟进 1】今天：王女士（K1）验房（交房 12月21日(周一)）");
  }

  @Test
  void severalPeopleTickOffEachTheirOwn() {
    assertThat(say(group, zhang, "跟进 王女士 12-07 回访 @设计师 @" + leader + " @我"))
        .contains(wang + "（跟进 1）、" + leader + "（跟进 1）、" + zhang + "（跟进 1）");
    turnClockTo(THURSDAY_EVENING.plusMinutes(2));
    assertThat(privatePosts(wang)).singleElement().asString().startsWith(zhang + "请你跟进");

    assertThat(whisper(wang, "跟进 完成 1 没问题")).startsWith("已打勾：");
    turnClockTo(LocalDateTime.of(2026, 12, 7, 9, 12));

    assertThat(privatePosts(wang)).hasSize(1);
    assertThat(privatePosts(leader)).hasSize(2);
    assertThat(privatePosts(leader).get(1)).contains("138****5678");
    assertThat(privatePosts(zhang))
        .contains(wang + "办完了：王女士（K1）回访：没问题")
        .anyMatch(post -> post.contains("电话：" + PHONE));
  }

  @Test
  void aHandOverMovesCustomerCallBacksAndPhoneToTheNewOwner() {
    say(group, zhang, "跟进 王女士 12-07 回访");

    assertThat(say(group, zhang, "转 王女士 @" + li))
        .isEqualTo(
            "已转：K1 王女士 138****5678，"
                + zhang
                + "→"
                + li
                + "，1个约好的回访一起转了\n"
                + "首登仍记"
                + zhang
                + " 12月1日(周二)；完整电话只私信给了"
                + li);

    turnClockTo(LocalDateTime.of(2026, 12, 7, 9, 12));
    assertThat(privatePosts(li)).hasSize(2);
    assertThat(privatePosts(li).get(0)).contains("电话：" + PHONE).contains("首登人" + zhang);
    assertThat(privatePosts(li).get(1)).startsWith("【跟进 1】今天：王女士（K1）回访");
    assertThat(privatePosts(zhang)).isEmpty();
    assertThat(posts(group)).noneMatch(post -> post.contains(PHONE));
    assertThat(say(group, zhang, "转 王女士 " + leader))
        .isEqualTo("王女士（K1）由" + li + "跟，只有本人、组长和经理能动。看自己的请发：我的客户");
    assertThat(customers.find(organization().id(), 1).orElseThrow().finderId())
        .isEqualTo(member(zhang).id());
  }

  @Test
  void theSameHandOverMessageTwiceHandsOverOnce() {
    Map<String, Object> message = message(group, zhang, "转 K1 " + li);
    message.put("messageId", "hand-over-" + group);
    String first = post(message).toString();

    String second = post(message).toString();

    assertThat(second).isEqualTo(first);
    assertThat(customers.find(organization().id(), 1).orElseThrow().acts()).hasSize(1);
  }

  @Test
  void severalOfOneNameAreToldApartByNumber() {
    customer(2, "王女士", zhang, "13900001111");

    assertThat(say(group, zhang, "转 王女士 " + li))
        .isEqualTo("叫“王女士”的有2个，请用号码：\nK2 王女士 139****1111\nK1 王女士 138****5678\n请发：转 K2 " + li);
  }

  @Test
  void allCustomersOfALeaverGoToAColleagueAfterOneQuestion() {
    customer(2, "刘先生", zhang, "13900001111");
    say(group, zhang, "跟进 刘先生 12-07 回访");
    assertThat(say(group, leader, "转 " + zhang + " 全部 " + li)).startsWith("一次转全部要经理来");

    assertThat(say(group, boss, "转 " + zhang + " 全部 " + li))
        .startsWith(zhang + "的2个客户全部转给" + li + "？");
    assertThat(say(group, boss, "1")).startsWith("已转：" + zhang + "的2个客户→" + li);

    turnClockTo(LocalDateTime.of(2026, 12, 7, 9, 12));
    assertThat(privatePosts(li)).hasSize(2);
    assertThat(privatePosts(li).get(0)).startsWith(zhang + "的2个客户转给你了");
    assertThat(privatePosts(zhang)).isEmpty();
    assertThat(say(group, boss, "转 " + zhang + " 全部 " + li)).startsWith(zhang + "名下没有客户");
  }

  @Test
  void aDispatchedDesignerTakesItByOneDigitAndTheSenderIsTold() {
    assertThat(say(group, zhang, "派单 王女士 @" + wang + " 周六上门量尺"))
        .isEqualTo(
            "派单 P1：王女士（K1）→"
                + wang
                + "\n周六上门量尺（12月5日(周六)）\n"
                + "已私信"
                + wang
                + "，接单了告诉你；撤回发：派单 撤回 P1");
    turnClockTo(THURSDAY_EVENING.plusMinutes(2));
    assertThat(privatePosts(wang))
        .singleElement()
        .asString()
        .startsWith("【派单 P1】王女士（K1）\n电话：" + PHONE + "\n地址：锦江路1号\n要求：周六上门量尺");

    assertThat(whisper(wang, "收到")).doesNotContain("已接单");
    assertThat(whisper(wang, "1")).startsWith("已接单：派单 P1 王女士（K1）");

    turnClockTo(LocalDateTime.of(2026, 12, 4, 12, 0));
    assertThat(privatePosts(zhang)).containsExactly("派单 P1 王女士（K1） " + wang + "已接单");
    assertThat(say(group, wang, "派单 P1")).contains("138****5678").doesNotContain(PHONE);
    assertThat(whisper(wang, "派单 P1")).contains(PHONE);
    assertThat(say(group, wang, "跟进 王女士 已量尺")).startsWith("已记：");
    assertThat(say(group, wang, "派单 完成 P1 尺寸已发")).startsWith("派单 P1 完成");
    assertThat(say(group, zhang, "派单")).startsWith("没有在办的派单");
    assertThat(posts(group)).noneMatch(post -> post.contains(PHONE));
  }

  @Test
  void theOpenFormsOfALeaverGoAlong() {
    customer(1, "王女士", zhang, PHONE);
    say(group, zhang, "派单 王女士 " + wang + " 12-05上门量尺");

    assertThat(say(group, boss, "转 " + wang + " 全部 " + li))
        .startsWith(wang + "的1张派单全部转给" + li + "？");
    say(group, boss, "1");

    assertThat(say(group, li, "派单")).contains("P1 王女士（K1）→" + li);
    assertThat(say(group, li, "派单 接 P1")).startsWith("已接单");
  }

  @Test
  void withoutAReceiptTheReceiverIsRemindedOnceAndTheSenderTold() {
    say(group, zhang, "派单 王女士 " + wang + " 周六上门量尺");

    turnClockTo(LocalDateTime.of(2026, 12, 4, 9, 27));
    assertThat(privatePosts(wang)).hasSize(2);
    assertThat(privatePosts(wang).get(1)).startsWith("派单 P1 还等着接：王女士（K1）");
    assertThat(privatePosts(zhang)).singleElement().asString().contains(wang + "还没回");
    turnClockTo(LocalDateTime.of(2026, 12, 9, 12, 0));

    assertThat(privatePosts(wang)).hasSize(2);
    assertThat(say(group, wang, "派单 拒 P1 排满了")).startsWith("已回绝：派单 P1 王女士（K1）：排满了");
    assertThat(say(group, wang, "派单 接 P1")).isEqualTo("派单 P1 王女士（K1）没接，不用再回。看在办的请发：派单");
  }

  @Test
  void anotherGroupGetsTheFormMaskedAndWhoTakesItThePhoneInPrivate() {
    String designers = newGroup();
    say(designers, boss, "绑定 " + organization().name());
    say(designers, boss, "设置 本群 叫 设计群");

    assertThat(say(group, zhang, "派单 王女士 设计群 周六上门量尺")).contains("已发到设计群");
    turnClockTo(THURSDAY_EVENING.plusMinutes(2));
    assertThat(posts(designers))
        .anyMatch(post -> post.startsWith("【派单 P1】王女士（K1）\n电话：138****5678"));
    assertThat(say(group, li, "派单 接 P1")).contains("要由设计群来回");
    assertThat(say(designers, wang, "派单 接 P1")).startsWith("已接单：派单 P1");
    assertThat(say(designers, li, "派单 接 P1")).contains(wang);

    turnClockTo(THURSDAY_EVENING.plusMinutes(4));
    assertThat(privatePosts(wang)).singleElement().asString().contains("电话：" + PHONE);
    assertThat(posts(designers)).noneMatch(post -> post.contains(PHONE));
  }

  /** Says it in private; {@link #privatePosts} leaves the answer out. */
  private String whisper(String user, String text) {
    String answer = sayPrivately(user, text);
    answers.add(answer);
    return answer;
  }

  private void customer(int number, String name, String owner, String phone) {
    String memberId = member(owner).id();
    LocalDate day = LocalDate.of(2026, 12, 1);
    customers.nextNumber(organization().id());
    customers.insert(
        new Customer(
            organization().id(),
            number,
            name,
            Phone.ofDigits(phone),
            "锦江路1号",
            "",
            memberId,
            memberId,
            day,
            day,
            List.of(),
            1));
    lists.add(organization().id(), memberId, number, "test" + number);
  }

  private static Customer ownedBy(Customer one, String ownerId) {
    return new Customer(
        one.organizationId(),
        one.number(),
        one.name(),
        one.phone(),
        one.address(),
        one.note(),
        one.finderId(),
        ownerId,
        one.foundOn(),
        one.completedOn(),
        one.acts(),
        one.revision() + 1);
  }

  private Organization organization() {
    return organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
  }

  private Member member(String name) {
    return organization().memberNamed(name, LocalDate.of(2026, 12, 3)).orElseThrow();
  }

  private List<String> privatePosts(String user) {
    String path =
        "/simulator/api/users/"
            + URLEncoder.encode(user, StandardCharsets.UTF_8)
            + "/messages?after=0";
    List<String> pushes = new ArrayList<>();
    JsonMapper.builder()
        .build()
        .readTree(send("GET", path, null).body())
        .forEach(post -> pushes.add(post.path("text").asString()));
    pushes.removeAll(answers);
    pushes.removeIf(text -> OTHER_ROOMS.matcher(text).lookingAt());
    return pushes;
  }
}
