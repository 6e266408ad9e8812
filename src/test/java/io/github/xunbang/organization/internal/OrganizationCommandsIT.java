package io.github.xunbang.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.MemberClaimed;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationCreated;
import io.github.xunbang.organization.SettingsChanged;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 认领 绑定 任命 我是 成员 设置, from the door to the stored organization. */
class OrganizationCommandsIT {

  private static final Conversation OTHER = Conversation.group("aibot", "g2");

  private EmbeddedTestDatabase database;
  private Installation installation;

  @BeforeEach
  void start() {
    database = EmbeddedTestDatabase.inMemory();
    installation = new Installation(database.template(), "aibot:boss");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void bindingCreatesTheTeamAndMakesTheSenderItsManager() {
    String reply = installation.say(Installation.GROUP, "boss", "王总🌸", "绑定 华东一队");

    assertThat(reply).startsWith("本群已绑定到“华东一队”，王总是经理。").hasLineCount(5);
    assertThat(team().members()).extracting(Member::access).containsExactly(Access.MANAGER);
    assertThat(installation.events).containsExactly(new OrganizationCreated(team().id()));
    assertThat(installation.organizations.identify(installation.message("boss")).access())
        .isEqualTo(Access.ADMIN);
  }

  @Test
  void aNamelessAdministratorBecomesManagerOnEnrolling() {
    assertThat(installation.say("boss", "绑定 华东一队")).contains("我是 你的姓名");

    installation.say("boss", "我是 王总");

    assertThat(team().members()).extracting(Member::access).containsExactly(Access.MANAGER);
  }

  @Test
  void bindingASecondGroupToTheSameNameJoinsTheTeam() {
    bind();

    installation.say(OTHER, "boss", null, "绑定 华东一队");

    assertThat(installation.organizations.all()).hasSize(1);
    assertThat(team().groups()).hasSize(2);
  }

  @Test
  void aGroupMovesOnlyWhileItsTeamHoldsNoFigures() {
    bind();
    installation.holdsFigures = true;

    rejected(() -> installation.say("boss", "绑定 华北"), "本群属于“华东一队”，里面已经有业绩");

    assertThat(installation.organizations.all()).hasSize(1);
    installation.holdsFigures = false;
    assertThat(installation.say("boss", "绑定 华北")).startsWith("本群已绑定到“华北”");
    assertThat(team().name()).isEqualTo("华北");
    assertThat(installation.organizations.all())
        .filteredOn(one -> one.name().equals("华东一队"))
        .allMatch(one -> one.groups().isEmpty());
  }

  @Test
  void anAdministratorOfTheSimulatorReachesNoRealTeam() {
    bind();
    Conversation simulated = Conversation.group("simulator", "s1");
    Organization playground = installation.organizations.create("s1", true);
    installation.organizations.bind(simulated, playground.id());
    installation.organizations.enrol(
        playground.id(), "simulator:u1", "小明", null, null, Access.ADMIN);

    installation.say(simulated, "u1", "小明", "绑定 华东一队");

    Organization reached = installation.organizations.boundTo(simulated).orElseThrow();
    assertThat(reached.simulated()).isTrue();
    assertThat(reached.id()).isNotEqualTo(team().id());
    assertThat(reached.memberNamed("小明", LocalDate.of(2026, 12, 3)))
        .hasValueSatisfying(member -> assertThat(member.access()).isEqualTo(Access.ADMIN));
  }

  @Test
  void badTeamNamesAreRefused() {
    for (String name : List.of("", "  ", "@所有人", "<b>队</b>", "队\n队", "很".repeat(21), "***")) {
      rejected(() -> installation.say("boss", "绑定 " + name), "请这样写：绑定 华东一队");
    }
    assertThat(installation.organizations.all()).isEmpty();
  }

  @Test
  void enrollingStoresNamePositionAndUnit() {
    bind();

    String reply = installation.say("zhangmin", "我是 张敏 电话营销员 一组");

    assertThat(reply).startsWith("登记好了：张敏 · 电话营销员 · 一组");
    assertThat(member("张敏").access()).isEqualTo(Access.MEMBER);
    assertThat(installation.organizations.identify(installation.message("zhangmin")).name())
        .isEqualTo("张敏");
  }

  @Test
  void enrollingAgainCorrectsAndNeverLowers() {
    bind();
    installation.say("zhangmin", "我是 张民");
    installation.say("boss", "任命 张民 组长");

    assertThat(installation.say("zhangmin", "我是 张敏 一组")).isEqualTo("已登记：张敏 · 一组");

    assertThat(member("张敏").access()).isEqualTo(Access.LEADER);
    assertThat(team().members()).hasSize(2);
  }

  @Test
  void twoEqualNamesAreToldApart() {
    bind();
    installation.say("zhangmin", "我是 张敏");
    installation.say("other", "我是 张敏2");

    rejected(() -> installation.say("third", "我是 张敏"), "请这样写：我是 张敏3");
  }

  @Test
  void claimingARosterNameTiesItWithoutItsRights() {
    bind();
    installation.organizations.enrol(team().id(), null, "李强", null, "二组", Access.MANAGER);

    assertThat(installation.say("liqiang", "我是 李强")).startsWith("登记好了：李强 · 二组，名单上的这位就是你");

    assertThat(member("李强").access()).isEqualTo(Access.MEMBER);
    assertThat(installation.events)
        .contains(
            new MemberClaimed(team().id(), member("李强").id(), "aibot:liqiang", Access.MANAGER));
  }

  @Test
  void namesThatCarryMarkupOrAreNoNamesStoreNothing() {
    bind();
    for (String said :
        List.of(
            "我是",
            "我是 <b>张敏</b>",
            "我是 @张敏",
            "我是说昨天没报",
            "我是谁",
            "我是不是第一",
            "我是 12345",
            "我是 王",
            "我是 合计",
            "我是 А张敏",
            "我是 新来的",
            "我是 张敏 a b c d")) {
      rejected(() -> installation.say("zhangmin", said), "请这样写：我是 张敏");
    }
    assertThat(team().members()).hasSize(1);
  }

  @Test
  void whoHasNoTeamIsToldWhatToDo() {
    rejected(() -> installation.say("zhangmin", "我是 张敏"), "请管理员先发：绑定 团队名");
    rejected(
        () ->
            installation.say(
                Conversation.privateChat("aibot", "zhangmin"), "zhangmin", null, "我是 张敏"),
        "请到团队群里发：我是 姓名");
  }

  @Test
  void listenersAddTheirLinesAndAFailingOneIsSaid() {
    bind();
    installation.listeners.add(
        (caller, message) -> List.of(caller.name() + " " + caller.memberId() + " 意向12"));
    installation.listeners.add(
        (caller, message) -> {
          throw new IllegalStateException("planted");
        });

    String reply = installation.say("zhangmin", "我是 张敏");

    assertThat(reply).contains("\n张敏 m2 意向12\n").endsWith("请发“我的”核对一下。");
  }

  @Test
  void appointingChangesTheLevel() {
    bind();
    installation.say("zhangmin", "我是 张敏");

    assertThat(installation.say("boss", "任命 @张敏为组长")).isEqualTo("张敏：成员 → 组长");
    assertThat(installation.say("boss", "任命 张敏 组长")).isEqualTo("张敏已经是组长了。");
    rejected(() -> installation.say("boss", "任命 李四 组长"), "没有叫“李四”的成员");
    rejected(() -> installation.say("boss", "任命 张敏 皇帝"), "请写明姓名和经理、组长、成员中的一个");
    assertThat(member("张敏").access()).isEqualTo(Access.LEADER);
  }

  @Test
  void theLastManagerStays() {
    bind();
    installation.say("zhangmin", "我是 张敏");
    installation.organizations.enrol(team().id(), null, "空位", null, null, Access.MANAGER);

    rejected(() -> installation.say("boss", "任命 王总 成员"), "王总是唯一的经理");

    installation.say("boss", "任命 张敏 经理");
    assertThat(installation.say("zhangmin", "任命 王总 成员")).isEqualTo("王总：经理 → 成员");
  }

  @Test
  void membersAreCountedThenListedByUnit() {
    bind();
    installation.say("zhangmin", "我是 张敏 电话营销员 一组");
    for (int number = 1; number <= 12; number++) {
      installation.organizations.enrol(team().id(), null, "成员" + number, null, "二组", Access.MEMBER);
    }

    assertThat(installation.say("zhangmin", "成员"))
        .isEqualTo(
            """
            “华东一队” 14 人 · 经理 1 · 待认领 12
            一组(1)：张敏
            二组(12)：成员1、成员2、成员3、成员4、成员5、成员6、成员7、成员8、成员9、成员10 等
            未分组(1)：王总
            看一位请发：成员 姓名""");
    assertThat(installation.say("zhangmin", "成员 @张敏"))
        .isEqualTo("张敏\n岗位：电话营销员\n小组：一组\n权限：成员\n加入：2026年12月3日");
    assertThat(installation.say("boss", "成员 成员3")).startsWith("成员3（还没认领");
    rejected(() -> installation.say("zhangmin", "成员 <王五>"), "没有叫“＜王五＞”的成员");
  }

  @Test
  void manyUnitsStayWithinTwelveLines() {
    bind();
    for (int number = 1; number <= 40; number++) {
      installation.organizations.enrol(
          team().id(), null, "成员" + number, null, "第" + number + "组", Access.MEMBER);
    }

    assertThat(installation.say("boss", "成员")).hasLineCount(12).contains("另有 32 组 32 人");
  }

  @Test
  void settingsAreListedShownAndChanged() {
    bind();

    assertThat(installation.say("boss", "设置"))
        .isEqualTo("【设置】名称 华东一队；封榜时间 08:30；日界 04:00\n【自动发送】无\n下次几点发请发：设置 定时\n改一项请发：设置 封榜时间 08:30");
    assertThat(installation.say("boss", "设置 日界 四点半")).isEqualTo("已改好：日界 04:30");
    assertThat(installation.say("boss", "设置 封榜时间：9点")).isEqualTo("已改好：封榜时间 09:00");
    assertThat(installation.say("boss", "设置 名称 华东二队")).isEqualTo("已改好：名称 华东二队");

    assertThat(team().businessDay().dayStart()).isEqualTo(LocalTime.of(4, 30));
    assertThat(team().businessDay().closingTime()).isEqualTo(LocalTime.of(9, 0));
    assertThat(team().name()).isEqualTo("华东二队");
    assertThat(installation.events).contains(new SettingsChanged(team().id(), Set.of("日界")));
  }

  @Test
  void badSettingsAreRefusedWithALineToType() {
    bind();

    rejected(() -> installation.say("boss", "设置 天气 晴"), "可以设：名称、封榜时间、日界");
    rejected(() -> installation.say("boss", "设置 日界 9点"), "请这样写：设置 日界 4点");
    rejected(() -> installation.say("boss", "设置 封榜时间 很早"), "请这样写：设置 封榜时间 08:30");
    rejected(() -> installation.say("boss", "设置 名称 @所有人"), "请这样写：设置 名称 华东一队");
    assertThat(team().settings()).isEmpty();
  }

  @Test
  void aClosedBoardIsNotReopenedByALaterClosingTime() {
    bind();
    installation.clock.moveTo(Instant.parse("2026-12-11T01:00:00Z"));

    rejected(() -> installation.say("boss", "设置 封榜时间 10:00"), "今早的榜已在 08:30 封好");

    installation.clock.moveTo(Instant.parse("2026-12-12T01:00:00Z"));
    assertThat(installation.say("boss", "设置 封榜时间 10:00")).startsWith("已改好");
  }

  @Test
  void theClaimCodeWorksOnceAndLastsOverARestart() {
    Installation fresh = new Installation(database.template(), "");
    rejected(() -> fresh.say("anna", "认领 XXXXXX"), "认领码不对");

    assertThat(fresh.say("anna", "认领 ８f3k2p")).startsWith("认领成功");

    assertThat(fresh.say("anna", "认领 8F3K2P")).startsWith("你已经是管理员了");
    rejected(() -> fresh.say("berta", "认领 8F3K2P"), "这里已经有管理员了");
    Installation restarted = new Installation(database.template(), "");
    rejected(() -> restarted.say("berta", "认领 8F3K2P"), "这里已经有管理员了");
    assertThat(restarted.organizations.identify(restarted.message("anna")).access())
        .isEqualTo(Access.ADMIN);
  }

  @Test
  void fiveWrongCodesLockThePersonOutForAnHour() {
    AtomicLong nanos = new AtomicLong();
    Installation fresh = new Installation(database.template(), "", nanos::get);
    for (int attempt = 0; attempt < 5; attempt++) {
      rejected(() -> fresh.say("anna", "认领 XXXXXX"), "认领码不对");
    }

    rejected(() -> fresh.say("anna", "认领 8F3K2P"), "认领码错了太多次");

    nanos.addAndGet(Duration.ofMinutes(61).toNanos());
    assertThat(fresh.say("anna", "认领 8F3K2P")).startsWith("认领成功");
  }

  private void bind() {
    installation.say(Installation.GROUP, "boss", "王总", "绑定 华东一队");
  }

  private Organization team() {
    return installation.organizations.boundTo(Installation.GROUP).orElseThrow();
  }

  private Member member(String name) {
    return team().memberNamed(name, LocalDate.of(2026, 12, 3)).orElseThrow();
  }

  private static void rejected(ThrowingCallable said, String part) {
    assertThatThrownBy(said)
        .isInstanceOf(CommandRejectedException.class)
        .hasMessageContaining(part);
  }
}
