package io.github.xunbang.leave;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.ReportNoted;
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
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.json.JsonMapper;

/** Outings, spot checks and roll calls as a team lives them (S-22 to S-24). */
class CheckFrontDoorIT extends FrontDoorTest {

  private static final LocalDateTime TEN = LocalDateTime.of(2026, 12, 3, 10, 0);
  private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 3);
  private static final LocalDate FRIDAY = THURSDAY.plusDays(1);
  private static final String PHONE = "13800000001";

  @Autowired private OrganizationService organizations;
  @Autowired private Outings outings;
  @Autowired private ApplicationEventPublisher events;

  private String group;
  private String boss;
  private String leader;
  private String zhang;
  private String wang;
  private String li;

  /** 组长 leads 张敏 and 王芳 in 一组; 李强 is in 二组. */
  @BeforeEach
  void team() {
    at(TEN);
    String team = newTeamMark();
    group = newGroup();
    boss = "老板" + team;
    leader = "组长" + team;
    zhang = "张敏" + team;
    wang = "王芳" + team;
    li = "李强" + team;
    say(group, boss, "成员");
    say(group, leader, "我是 " + leader + " 主管 一组");
    say(group, zhang, "我是 " + zhang + " 电话营销员 一组");
    say(group, wang, "我是 " + wang + " 电话营销员 一组");
    say(group, li, "我是 " + li + " 电话营销员 二组");
    say(group, boss, "任命 " + leader + " 组长");
  }

  @Test
  void theContactsPhoneStaysOutOfTheGroupAndIsMaskedForTheLeader() {
    assertThat(say(group, zhang, "外出 八店 找王店长 " + PHONE + " 上午 谈合同"))
        .startsWith("已登记外出：" + zhang + " 12月3日(周四)上午 八店 找王店长\n");

    assertThat(say(group, boss, "外出 今天")).isEqualTo("12月3日(周四) 外出1人：\n" + zhang + "：上午 八店 找王店长");
    assertThat(sayPrivately(leader, "外出 今天")).contains("138****0001 谈合同").doesNotContain(PHONE);
    assertThat(sayPrivately(boss, "外出 今天")).contains(PHONE);
    assertThat(sayPrivately(zhang, "外出")).contains(PHONE);
    assertThat(say(group, li, "外出 今天")).isEqualTo("12月3日(周四) 没有外出登记。");
    assertThat(posts(group)).noneMatch(post -> post.contains(PHONE));
  }

  @Test
  void anItineraryBecomesASlipOnceAndACorrectionReplacesIt() {
    note("k1", FRIDAY, "八店 找王店长 " + PHONE);
    note("k1", FRIDAY, "八店 找王店长 " + PHONE);
    LocalDate monday = FRIDAY.plusDays(3);
    assertThat(outings.on(organization().id(), monday))
        .extracting(Outing::place, Outing::fromReport)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("八店 找王店长 138＊＊＊＊0001", true));

    note("k2", FRIDAY, "九店培训");
    note("k1", FRIDAY, "八店 找王店长 " + PHONE);

    assertThat(outings.on(organization().id(), monday))
        .extracting(Outing::place)
        .containsExactly("九店培训");
    assertThat(sayPrivately(zhang, "外出")).contains("12月7日(周一) 九店培训（日报行程）");
  }

  @Test
  void aDrawIsFixedForItsScopeAndOnlyAManagerDrawsAnew() {
    say(group, zhang, "意向5");
    say(group, wang, "意向6");
    say(group, li, "意向7");
    assertThat(say(group, leader, "抽查 1")).isEqualTo("“抽查”请私聊我发");

    String first = sayPrivately(leader, "抽查 1");

    assertThat(first).startsWith("抽查 C1 12月3日(周四)日报，本组2份抽1份\nC1-1 ").doesNotContain(li);
    assertThat(sayPrivately(leader, "抽查 1"))
        .startsWith("这天已由" + leader + "抽过，同一天同一范围名单不变。")
        .contains(line(first, 1));
    assertThat(sayPrivately(leader, "抽查 2")).contains(line(first, 1), "本组2份抽2份", "C1-2 ");
    assertThat(sayPrivately(leader, "抽查 再抽")).isEqualTo("同一天同一范围只抽一次，再抽要经理来。看名单请发：抽查");
    assertThat(sayPrivately(leader, "抽查 二组")).startsWith("“二组”不是你带的组");
    String all = sayPrivately(boss, "抽查 全部");
    assertThat(all).contains("全队3份抽3份", zhang, wang, li);
    String number = all.substring(all.indexOf('C') + 1, all.indexOf(' ', all.indexOf('C')));
    int next = Integer.parseInt(number) + 1;
    assertThat(sayPrivately(boss, "抽查 再抽 2")).startsWith("第1次再抽，已记录。抽查 C" + next + " ");
    assertThat(sayPrivately(leader, "抽查 C" + next)).isEqualTo("没有C" + next + "这次抽查。看最近的请发：抽查 记录");
  }

  @Test
  void aResultIsRecordedAndToldWarmlyInPrivate() {
    say(group, zhang, "外出 八店 找王店长 " + PHONE);
    say(group, wang, "外出 九店");
    String drawn = sayPrivately(leader, "抽查 外出 全部");
    String first = drawn.contains("C1-1 " + zhang) ? zhang : wang;
    String second = first.equals(zhang) ? wang : zhang;

    assertThat(sayPrivately(leader, "抽查 结果 C1-1 不符")).startsWith("哪里不符？请写上理由");
    assertThat(sayPrivately(leader, "抽查 结果 C1-3 属实")).startsWith("C1抽了2份");
    assertThat(sayPrivately(leader, "抽查 结果 C1-1 属实")).contains("→ 属实", "C1 还有1份没核对");
    assertThat(sayPrivately(leader, "抽查 结果 C1-2 不符 店长说改到下午了，他电话" + PHONE))
        .contains("→ 不符（店长说改到下午了，他电话138＊＊＊＊0001）", "C1 都核对完了");

    turnClockTo(TEN.plusMinutes(2));
    assertThat(privatePosts(first)).containsExactly("你12月3日(周四)的外出抽查核对过了，都属实，辛苦！");
    assertThat(privatePosts(second))
        .singleElement()
        .asString()
        .startsWith("你12月3日(周四)的外出抽查时有一处想跟你对一下：店长说改到下午了")
        .contains("有空找" + leader + "说说就好")
        .doesNotContain(PHONE);
    assertThat(sayPrivately(boss, "抽查 记录")).contains("本组2份抽2份，" + leader + "抽：属实1 不符1 未核0");
    assertThat(sayPrivately(zhang, "抽查 记录")).contains("要组长或经理来发");
    assertThat(posts(group)).noneMatch(post -> post.contains("抽查"));
  }

  @Test
  void aRollCallEndsAfterItsMinutesWithNamesForTheLeaderAndACountForTheGroup() {
    assertThat(say(group, zhang, "到")).doesNotContain("已到岗");
    say(group, boss, "请假 " + li + " 今天");

    assertThat(say(group, boss, "查岗"))
        .isEqualTo(
            "查岗，10:15前（15分钟）请在岗的回一声："
                + String.join("、", leader, zhang, wang)
                + "\n@我回“到”，私聊我也行；在外面的发：外出 地点");

    assertThat(say(group, leader, "查岗")).isEqualTo("全队的查岗还没结束，等这次结束再发：查岗");
    turnClockTo(TEN.plusMinutes(3).plusSeconds(40));
    assertThat(sayPrivately(zhang, "到")).isEqualTo(zhang + "已到岗，用了3分钟，辛苦！");
    assertThat(say(group, zhang, "在的")).isEqualTo(zhang + "已到岗，用了3分钟，辛苦！");
    say(group, wang, "外出 八店");
    assertThat(say(group, li, "到")).doesNotContain("已到岗");
    turnClockTo(TEN.plusMinutes(16));
    turnClockTo(TEN.plusMinutes(40));

    assertThat(privatePosts(boss))
        .containsExactly(
            "查岗结果：全队共3人\n在岗1人：" + zhang + "3分钟\n外出1人：" + wang + "\n还没回应1人（可能在忙，先问一声）：" + leader);
    assertThat(posts(group))
        .filteredOn(post -> post.startsWith("查岗结束"))
        .containsExactly("查岗结束：3人里2人有回应，辛苦大家！");
    assertThat(say(group, leader, "到")).doesNotContain("已到岗");
  }

  @Test
  void nobodyIsAskedMoreThanTwiceADayAndTheSameMessageAsksOnce() {
    Map<String, Object> message = message(group, boss, "查岗 5分钟");
    message.put("messageId", "roll-" + group);
    String first = post(message).toString();
    assertThat(post(message).toString()).isEqualTo(first).contains("查岗，10:05前");
    turnClockTo(TEN.plusMinutes(10));
    assertThat(sayPrivately(boss, "查岗 5分钟")).isEqualTo("已在群里查岗：全队4人，10:15结束，结果私聊发给你。");
    turnClockTo(TEN.plusMinutes(20));

    assertThat(say(group, leader, "查岗")).isEqualTo("本组今天已查岗2次，够了，明天再查。要改次数请经理发：设置 查岗次数 2");

    assertThat(posts(group)).filteredOn(post -> post.startsWith("查岗，")).hasSize(2);
    assertThat(posts(group)).filteredOn(post -> post.startsWith("查岗结束")).hasSize(2);
  }

  private void note(String key, LocalDate reportDay, String text) {
    events.publishEvent(
        new ReportNoted(
            organization().id(),
            member(zhang).id(),
            Conversation.group("simulator", group),
            group + key,
            ReportNoted.Part.ITINERARY,
            reportDay,
            text,
            Instant.parse("2026-12-04T13:40:00Z")));
  }

  @Test
  void whoIsOnLeaveForHalfADayIsCalledInTheOtherHalfOnly() {
    say(group, boss, "请假 " + zhang + " 今天上午 事假");
    say(group, boss, "请假 " + wang + " 今天下午 事假");

    assertThat(say(group, boss, "查岗 5分钟")).contains(wang, li).doesNotContain(zhang);

    turnClockTo(TEN.plusHours(4));
    assertThat(say(group, boss, "查岗 5分钟")).contains(zhang, li).doesNotContain(wang);
  }

  private static String line(String text, int number) {
    return text.split("\n", -1)[number];
  }

  private Organization organization() {
    return organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
  }

  private Member member(String name) {
    return organization().memberNamed(name, THURSDAY).orElseThrow();
  }

  /** Everything pushed to the person; answers to own lines stand there too and are left out. */
  private List<String> privatePosts(String user) {
    String path =
        "/simulator/api/users/"
            + URLEncoder.encode(user, StandardCharsets.UTF_8)
            + "/messages?after=0";
    List<String> texts = new ArrayList<>();
    new JsonMapper()
        .readTree(send("GET", path, null).body())
        .forEach(post -> texts.add(post.path("text").asString()));
    texts.removeIf(text -> !text.startsWith("你12月") && !text.startsWith("查岗结果"));
    return texts;
  }
}
