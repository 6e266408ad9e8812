package io.github.xunbang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.message.Conversation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Units, people, responsibilities and deputies set up by chat: the chain of S-06 with 2 大区, 12 小区
 * and 36 stores.
 */
class ChainSetUpIT extends FrontDoorTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);

  @Autowired private OrganizationService organizations;

  private String group;

  @BeforeEach
  void open() {
    group = newGroup();
    boss("帮助");
  }

  @Test
  void aChainOfThirtySixStoresIsSetUpByPastedLines() {
    String units = boss(tree());
    String people = boss(managers());
    String rota = boss(responsibilities());

    assertThat(units).startsWith("新增50：").endsWith("共50个单位：大区2 小区12 门店36");
    assertThat(people).startsWith("新增12：").doesNotContain("没登记");
    assertThat(rota).contains("经理甲 负责 1店、2店、3店：12月3日起").doesNotContain("注意");
    Organization chain = organization();
    assertThat(chain.units().active(TODAY)).hasSize(50);
    Unit store = unit("三十六店");
    assertThat(store.classOn(TODAY)).isEqualTo("C");
    assertThat(chain.units().path(store.id()))
        .extracting(Unit::name)
        .containsExactly("36店", "十二区", "湖南二区");
    assertThat(chain.responsibleUnits(member("经理乙").id(), TODAY))
        .extracting(Unit::name)
        .containsExactly("4店", "5店", "6店");
    assertThat(boss("门店").lines().count()).isLessThanOrEqualTo(18);
    assertThat(boss("门店 十二区")).contains("36店 C类").contains("经理癸丑");
  }

  @Test
  void thePastedTableMayBeSentTwiceAndInTabs() {
    boss(tree());

    assertThat(boss(tree().replace(' ', '\t'))).startsWith("没变化50");
    assertThat(organization().units().active(TODAY)).hasSize(50);
  }

  @Test
  void aBadLineIsNamedAndTheOthersStand() {
    boss("加人 李强");

    String reply =
        boss(
            """
            门店
            一区 小区
            五店 一区 A类
            五店 一区 B类
            六店 九区
            七店 一区 D类
            业绩 一区
            李强 一区
            八店 一区 二区
            十店 一区 C类""");

    assertThat(reply)
        .contains("新增3：一区、五店、十店")
        .contains("没登记6：")
        .contains("第3行“五店 一区 B类”：和第2行是同一个")
        .contains("第4行“六店 九区”：没有“九区”")
        .contains("第5行“七店 一区 D类”：类别只有A、B、C")
        .contains("第6行“业绩 一区”：“业绩”已经是指标")
        .contains("第7行“李强 一区”：“李强”已经是成员");
    assertThat(unit("五店").classOn(TODAY)).isEqualTo("A");
  }

  @Test
  void noUnitHangsBelowItself() {
    boss("门店\n湖南大区\n一区 湖南大区\n五店 一区");

    assertThat(boss("门店 湖南大区 五店")).contains("五店在湖南大区的下面，不能反过来挂");
    assertThat(boss("门店 一区 一区")).contains("不能挂在自己下面");
    assertThat(boss("门店 一区 撤销")).contains("下面还有1个单位");
    assertThat(unit("湖南大区").parentId()).isNull();
  }

  @Test
  void twoUnitsOfOneParentNeverShareAName() {
    boss("门店\n一区\n二区\n五店 一区\n八店 一区\n一组 一区 小组\n一组 二区 小组");

    assertThat(boss("门店 八店 改名 5店")).contains("同一上级里已经有“5店”");
    assertThat(boss("门店 一组 C类")).contains("有2个“一组”");
    assertThat(boss("门店 五店 改名 业绩")).contains("已经是指标");
    assertThat(boss("门店 八店 改名 八一店")).isEqualTo("改好了：八店 → 八一店，以前的数都在。");
    assertThat(boss("加人 刘洋 业务员 二区一组")).startsWith("新增1：刘洋");
    assertThat(organization().unitOf(member("刘洋"), TODAY).map(Unit::parentId))
        .contains(unit("二区").id());
  }

  @Test
  void aClassChangeKeepsTheDaysBefore() {
    boss("门店\n一区\n五店 一区 A类");
    at(LocalDateTime.of(2026, 12, 20, 10, 0));

    assertThat(boss("门店 五店 B类 12-15起")).contains("改了1：五店 A→B类(12月15日起)");

    assertThat(unit("五店").classOn(LocalDate.of(2026, 12, 14))).isEqualTo("A");
    assertThat(unit("五店").classOn(LocalDate.of(2026, 12, 15))).isEqualTo("B");
    assertThat(boss("门店 五店 甲类")).contains("类别只有A、B、C");
  }

  @Test
  void eightyPeopleFitIntoOneMessage() {
    boss("门店\n一组\n二组");
    String lines =
        Stream.iterate(1, number -> number <= 80, number -> number + 1)
            .map(number -> number + "、员工" + number + "\t电话营销员\t" + (number % 2 == 0 ? "一组" : "二组"))
            .collect(Collectors.joining("\n"));

    assertThat(boss("加人\n姓名\t岗位\t小组\n" + lines)).startsWith("新增80：员工1、");
    assertThat(organization().membersWithin(unit("一组").id(), TODAY)).hasSize(40);
    assertThat(boss("岗位")).contains("电话营销员 80人");
  }

  @Test
  void aChangedPositionHoldsFromItsDayOn() {
    boss("门店\n一组\n二组");
    boss("加人 张敏 电话营销员 一组");
    at(LocalDateTime.of(2026, 12, 20, 10, 0));

    assertThat(boss("岗位 张敏 业务员 自 12-15")).isEqualTo("张敏：电话营销员 → 业务员，12月15日(周二)起");
    assertThat(boss("加人 张敏 二组")).isEqualTo("改了1：张敏 业务员 二组");

    Member changed = member("张敏");
    assertThat(changed.positionOn(LocalDate.of(2026, 12, 14))).isEqualTo("电话营销员");
    assertThat(changed.positionOn(LocalDate.of(2026, 12, 15))).isEqualTo("业务员");
    assertThat(organization().unitOf(changed, LocalDate.of(2026, 12, 19)).map(Unit::name))
        .contains("一组");
    assertThat(boss("岗位 张敏 业务员 12-01起")).contains("12月3日才加入");
  }

  @Test
  void badPeopleLinesAreNamed() {
    boss("门店 新增 一组");

    String reply = boss("加人\n张敏 电话营销员 一组\n张敏 业务员\n一组 业务员\n王 业务员\n赵六 业务员 三组\n签单 业务员");

    assertThat(reply)
        .contains("新增1：张敏")
        .contains("第2行“张敏 业务员”：和第1行同名")
        .contains("第3行“一组 业务员”：“一组”已经是单位")
        .contains("第4行“王 业务员”：“王”不能当名字")
        .contains("第5行“赵六 业务员 三组”：没有“三组”（是不是一组）")
        .contains("第6行“签单 业务员”：“签单”已经是指标");
  }

  @Test
  void whoLeavesKeepsTheHistoryAndComesBackOnlyWithAManager() {
    boss("门店 新增 五店");
    say(group, "车娟", "帮助");
    boss("负责 车娟 五店");

    assertThat(boss("移除 老板")).contains("这样就没有经理了");
    assertThat(boss("移除 车娟")).contains("五店明天起没人负责");
    at(LocalDateTime.of(2026, 12, 5, 10, 0));

    assertThat(say(group, "车娟", "我是 车娟")).contains("不能自己登记回来");
    assertThat(organization().responsibleUnits("m2", LocalDate.of(2026, 12, 5))).isEmpty();
    assertThat(organization().responsibleUnits("m2", TODAY)).hasSize(1);
    boss("加人 车娟 小区经理");
    assertThat(say(group, "车娟", "我是 车娟")).contains("名单上的这位就是你");
    assertThat(organization().members()).filteredOn(one -> one.name().equals("车娟")).hasSize(2);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(privately("老板")).contains("“车娟”刚由本人认领"));
  }

  @Test
  void rotaDaysShowGapsAndOverlaps() {
    boss("门店 新增 五店");
    boss("加人\n车娟 小区经理\n王强 小区经理");

    assertThat(boss("负责 车娟 五店 12-03到12-11"))
        .isEqualTo("车娟 负责 五店：12月3日-12月11日\n注意 五店：12月12日-12月31日没人");
    assertThat(boss("负责 王强 五店 12-10到12-31")).contains("12月10日-12月11日车娟和王强重叠");
    assertThat(boss("负责 车娟 五店 12-10到12-11 搭档")).doesNotContain("注意");
    assertThat(boss("负责 王强 五店 下月")).isEqualTo("王强 负责 五店：1月1日-1月31日");
    assertThat(boss("负责 车娟 五店 12-11到12-05")).contains("结束日期在开始日期前面");
    assertThat(boss("负责 王强 五店")).isEqualTo("王强 负责 五店：12月3日起");
    assertThat(boss("负责")).startsWith("王强：五店");
  }

  @Test
  void aDeputyHasTheRightsUntilTheDayIsOver() {
    say(group, "李四", "帮助");
    say(group, "王五", "帮助");

    assertThat(say(group, "李四", "加人 张敏")).contains("要经理来发");
    assertThat(boss("代理 李四 到 12-05")).contains("李四代理老板：12月3日(周四)到12月5日(周六)");

    assertThat(say(group, "李四", "加人 张敏")).startsWith("新增1：张敏");
    assertThat(sayPrivately("李四-" + group, "加人 周九")).startsWith("新增1：周九");
    assertThat(say(group, "李四", "代理 王五 到 12-05")).contains("代理来的权限不能再转给别人");
    assertThat(boss("代理 李四 王五 到 12-05")).contains("李四自己没有组长或经理权限");
    assertThat(boss("代理 老板 到 12-05")).contains("不能代理自己");
    assertThat(boss("代理 李四 到 12-01")).contains("已经过去了");
    assertThat(boss("代理 张敏 到 12-05")).contains("还没认领名字");
    assertThat(boss("代理 李四")).contains("请写明代理人和结束日期");
    turnClockTo(LocalDateTime.of(2026, 12, 6, 3, 59));
    assertThat(say(group, "李四", "加人 赵六")).startsWith("新增1：赵六");
    turnClockTo(LocalDateTime.of(2026, 12, 6, 4, 1));
    assertThat(say(group, "李四", "加人 孙七")).contains("要经理来发");
  }

  @Test
  void aDeputyIsCalledBackAtOnce() {
    say(group, "李四", "帮助");
    boss("代理 李四 到 12-31");

    assertThat(boss("代理 取消 李四")).contains("马上生效");

    assertThat(say(group, "李四", "加人 张敏")).contains("要经理来发");
  }

  @Test
  void nobodyNamesAMemberOrUnitOfAnotherTeam() {
    String other = newGroup();
    say(other, "别家经理", "门店 新增 九十九店");
    say(other, "别家经理", "加人 别家人");

    for (String line :
        List.of("移除 别家人", "岗位 别家人 业务员", "负责 别家人 九十九店", "代理 别家人 到 12-31", "任命 别家人 组长", "成员 别家人")) {
      assertThat(boss(line)).as(line).contains("没有叫“别家人”");
    }
    assertThat(boss("门店 九十九店")).contains("没有叫“九十九店”的单位");
    assertThat(boss("设置 本群 只看 九十九店")).contains("没有叫“九十九店”");
  }

  @Test
  void inPrivateTheTeamIsAskedOnceAndNoOtherIsReached() {
    String first = newGroup();
    String second = newGroup();
    String user = "双队-" + first;
    for (String team : List.of(first, second)) {
      var message = message(team, user, "加人 " + (team.equals(first) ? "甲队人" : "乙队人"));
      post(message);
    }

    String asked = sayPrivately(user, "移除 乙队人");

    assertThat(asked).startsWith("你在2个团队里").contains("切换 " + first).contains("切换 " + second);
    assertThat(sayPrivately(user, "切换 " + first)).startsWith("以后私聊都算“" + first);
    assertThat(sayPrivately(user, "移除 乙队人")).contains("没有叫“乙队人”的成员");
    assertThat(sayPrivately(user, "成员 甲队人")).contains("甲队人");
    assertThat(sayPrivately(user, "切换")).contains("切换 2 = " + second);
    assertThat(sayPrivately(user, "切换 2")).startsWith("以后私聊都算“" + second);
    assertThat(sayPrivately(user, "移除 乙队人")).startsWith("乙队人今天是最后一天");
  }

  @Test
  void aMemberSeesOnlyTheOwnDetailsALeaderThoseOfTheUnit() {
    boss("门店\n一组\n二组");
    say(group, "组长王", "我是 组长王 组长 一组");
    say(group, "张敏", "我是 张敏 电话营销员 一组");
    say(group, "李强", "我是 李强 电话营销员 二组");
    boss("任命 组长王 组长");

    assertThat(say(group, "张敏", "成员 张敏")).contains("权限：成员");
    assertThat(say(group, "张敏", "成员 李强")).isEqualTo("李强 · 电话营销员 · 二组");
    assertThat(say(group, "组长王", "成员 张敏")).contains("权限：成员");
    assertThat(say(group, "组长王", "成员 李强")).isEqualTo("李强 · 电话营销员 · 二组");
    assertThat(boss("成员 李强")).contains("权限：成员");
    assertThat(say(group, "张敏", "成员 一组")).contains("2 人").contains("张敏").doesNotContain("李强");
  }

  @Test
  void whoEnrolsInAnUnknownUnitIsAskedOnceUnitsAreSetUp() {
    assertThat(say(group, "张敏", "我是 张敏 业务员 新组")).contains("新组");
    boss("门店\n一组\n二组");

    assertThat(say(group, "李强", "我是 李强 业务员 三组")).contains("没有“三组”，是不是").contains("一组");
    assertThat(say(group, "李强", "我是 李强 业务员 1组")).contains("李强 · 业务员 · 一组");
  }

  @Test
  void everyActIsShownWithoutSecrets() {
    boss("加人\n张敏 电话营销员\n李强 业务员");
    boss("设置 日界 3点");
    boss("门店");
    boss("移除 王五");

    String acts = boss("记录 管理");

    assertThat(acts.lines().toList())
        .containsExactly(
            "12月的管理记录，共2条：", "12-3 21:40 老板：设置 日界 3点", "12-3 21:40 老板：加人 张敏 电话营销员 / 李强 业务员");
    say(group, "张敏", "帮助");
    assertThat(say(group, "张敏", "记录 管理")).contains("要经理来发");
  }

  @Test
  void aGroupHasARole() {
    boss("门店\n一区\n二区");

    assertThat(boss("设置 本群 只收榜")).isEqualTo("已改好：本群只收榜，看全部");
    assertThat(boss("设置 本群 只看 一区 2区")).isEqualTo("已改好：本群只收榜，只看一区、二区");
    assertThat(boss("设置 本群 唱歌")).contains("请这样写：设置 本群 只收榜");

    Conversation here = Conversation.group("simulator", group);
    assertThat(organization().takesReports(here)).isFalse();
    assertThat(organization().group(here).orElseThrow().unitIds()).hasSize(2);
    assertThat(boss("设置 本群 报数和收榜")).contains("报数和收榜，只看一区、二区");
    assertThat(boss("设置 本群 看全部")).contains("报数和收榜，看全部");
  }

  @Test
  void anUntiedGroupLeavesItsTeamWhole() {
    boss("加人 张敏");
    Organization before = organization();

    assertThat(boss("解绑")).contains("团队、人和业绩都留着").contains("绑定 " + before.name());

    assertThat(organizations.boundTo(Conversation.group("simulator", group))).isEmpty();
    assertThat(organizations.get(before.id()).members()).hasSize(2);
  }

  private String boss(String text) {
    return say(group, "老板", text);
  }

  /** User ids are new in every group, so that nobody belongs to two teams. */
  @Override
  protected String say(String where, String user, String text) {
    var message = message(where, user + "-" + where, text);
    message.put("name", user);
    StringJoiner texts = new StringJoiner("\n");
    post(message).path("replies").forEach(reply -> texts.add(reply.path("text").asString()));
    return texts.toString();
  }

  private String privately(String user) {
    String path =
        "/simulator/api/users/"
            + java.net.URLEncoder.encode(
                user + "-" + group, java.nio.charset.StandardCharsets.UTF_8)
            + "/messages?after=0";
    return send("GET", path, null).body();
  }

  private Organization organization() {
    return organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
  }

  private Unit unit(String name) {
    return organization().units().find(name, TODAY).get(0);
  }

  private Member member(String name) {
    return organization().memberNamed(name, TODAY.plusDays(20)).orElseThrow();
  }

  private static final List<String> AREAS =
      List.of("一区", "二区", "三区", "四区", "五区", "六区", "七区", "八区", "九区", "十区", "十一区", "十二区");
  private static final List<String> LEADERS =
      List.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "癸子", "癸丑");

  private static String tree() {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("门店").add("湖南一区 大区").add("湖南二区 大区");
    for (int area = 0; area < 12; area++) {
      lines.add(AREAS.get(area) + (area < 6 ? " 湖南一区" : " 湖南二区"));
    }
    for (int store = 1; store <= 36; store++) {
      String unitClass = List.of("A", "B", "C").get((store - 1) % 3);
      lines.add(store + "店 " + AREAS.get((store - 1) / 3) + " " + unitClass + "类");
    }
    return lines.toString();
  }

  private static String managers() {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("加人");
    for (int area = 0; area < 12; area++) {
      lines.add("经理" + LEADERS.get(area) + " 小区经理 " + AREAS.get(area));
    }
    return lines.toString();
  }

  private static String responsibilities() {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("负责");
    for (int area = 0; area < 12; area++) {
      int first = 3 * area + 1;
      lines.add(
          "经理%s %s %d店 %d店 %d店"
              .formatted(LEADERS.get(area), AREAS.get(area), first, first + 1, first + 2));
    }
    return lines.toString().replaceAll("(?m)^(经理\\S+) \\S+区 ", "$1 ");
  }
}
