package io.github.xunbang.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.incentive.settlement.Awards;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who has no right to another's awards neither reads nor changes them by any command there is
 * (S-144): every command file is said with the persons, numbers and rules in question.
 */
class AwardsStayPrivateIT extends FrontDoorTest {

  private static final LocalDateTime FRIDAY = LocalDateTime.of(2026, 12, 11, 9, 6);
  private static final Period SETTLED =
      Period.containing(PeriodType.XUN, LocalDate.of(2026, 12, 1));

  /** Said of every command; N is a number, W the person, U the unit. */
  private static final List<String> SHAPES = List.of("", "W", "#N W 上旬");

  private static final int NUMBERS = 2;

  /** What else is said of commands about awards; one of this room without a line here fails. */
  private static final Map<String, List<String>> ABOUT_AWARDS =
      Map.ofEntries(
          Map.entry(
              "奖惩",
              List.of(
                  "上旬", "全部", "N W", "预览", "预览 上旬", "预览 N", "确认 N", "确认 全部", "定 N 1", "作废 N 因为",
                  "复核", "复核 N", "复核 全部", "发布", "发布 N", "重算", "R1", "U")),
          Map.entry("申诉", List.of("N x", "#N 不对", "W 不对", "全部", "U")),
          Map.entry("裁定", List.of("N", "N 维持 x", "N 改 1 x", "N 撤销 x", "W 撤销 x")),
          Map.entry(
              "为什么",
              List.of(
                  "奖惩", "奖惩 N", "奖惩 W", "奖惩 W 上旬", "奖惩 U", "奖惩 R1", "拟奖励 N", "拟奖励 W", "奖励 W",
                  "绩效扣减 W", "扣减 N", "W 奖惩", "W 缺报", "W 业绩 上旬")),
          Map.entry("导出", List.of("奖惩", "奖惩 上旬", "奖惩 本月", "奖惩 W", "奖惩 N", "明细")),
          Map.entry("方案", List.of("F1", "试算 F1 上旬", "试算 上旬", "试算 F1 本月", "停 R1", "负责 F1 W", "清单")),
          Map.entry("规则", List.of("R1", "F1", "全部", "改 R1 金额 1", "W")),
          Map.entry("试算", List.of("上旬", "F1 上旬", "W")),
          Map.entry("口碑", List.of("结果", "结果 上旬")),
          Map.entry("评分", List.of("清单", "W 季度考核 85")),
          Map.entry("试用", List.of("W 转正", "W 3个月")));

  /** Said last: afterwards the speaker's own team is silent or gone. */
  private static final Set<String> ENDING = Set.of("暂停", "解绑", "绑定", "切换", "移除");

  @Autowired private Awards awards;
  @Autowired private CommandCatalog catalog;
  @Autowired private List<CommandHandler> handlers;
  @Autowired private OrganizationService organizations;

  private final String mark = newTeamMark();
  private final String group = newGroup();
  private final String otherGroup = newGroup();
  private final String boss = "老板" + mark;
  private final String zhang = "张敏" + mark;
  private final String zhao = "赵六" + mark;
  private final String member = "李强" + mark;
  private final String leader = "王芳" + mark;
  private final String outsider = "外人" + mark;
  private Organization team;

  /** 一组 has awards in every state; 二组's leader and member, and another team's boss, have none. */
  @BeforeEach
  void awardsOfOneUnitThatAreNobodyElsesBusiness() {
    say(group, boss, "成员");
    say(group, boss, "门店\n一组 小组\n二组 小组");
    say(group, zhang, "意向8 签单5 业绩31234.5元");
    say(group, zhao, "意向8 签单6 业绩21234.5元");
    say(group, member, "意向8 签单5 业绩3万");
    say(group, leader, "意向8 签单5 业绩3万");
    say(group, boss, "加人\n" + zhang + " 一组\n" + zhao + " 一组");
    say(group, boss, "加人\n" + member + " 二组\n" + leader + " 二组");
    say(group, boss, "任命 " + leader + " 组长");
    say(group, boss, "方案 加 业绩 旬 3% 签单不少于5 一组");
    say(group, boss, "方案 加 F1 缺报 旬 每次17元 一组");
    say(group, boss, "方案 加 F1 签单 旬 满6 建议面谈 一组");
    assertThat(say(group, boss, "方案 生效 F1")).contains("共3条");
    say(otherGroup, outsider, "成员");
    turnClockTo(FRIDAY);
    team = organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
    decide();
  }

  @Test
  void noCommandShowsOrChangesThemToAnybodyWithoutTheRight() {
    assertThat(commandsOfTheRoom()).isSubsetOf(ABOUT_AWARDS.keySet());
    List<Award> before = awards.of(team.id(), SETTLED);
    List<String> secrets = secrets(before);
    assertThat(sayPrivately(zhang, "奖惩")).contains(secrets.get(0));
    int alreadyPosted = posts(group).size();
    Map<String, List<String>> leaks = new LinkedHashMap<>();

    // What one says in the group, the next says in private.
    int turn = 0;
    for (String stranger : List.of(member, leader, outsider)) {
      boolean far = stranger.equals(outsider);
      String where = far ? otherGroup : group;
      List<String> lines = lines(before, far ? List.of("W") : SHAPES);
      for (String line : lines) {
        boolean aloud = turn++ % 2 == 0;
        String answer = aloud ? say(where, stranger, line) : sayPrivately(stranger, line);
        note(leaks, stranger, line, answer, secrets);
      }
      turn += 1 - lines.size() % 2;
      toldPrivately(stranger).forEach(post -> note(leaks, stranger, "private", post, secrets));
    }
    posts(group).stream()
        .skip(alreadyPosted)
        .forEach(post -> note(leaks, "everybody", "group", post, secrets));

    assertThat(leaks).isEmpty();
    assertThat(awards.of(team.id(), SETTLED)).isEqualTo(before);
  }

  /** Published, objected to, confirmed and proposed, but no reward published: that is public. */
  private void decide() {
    for (Award award : awards.of(team.id(), SETTLED)) {
      boolean reward = award.rule().id().equals("R1");
      boolean zhangs = award.subjectName().equals(zhang);
      if (reward && !zhangs) {
        continue;
      }
      sayPrivately(boss, "奖惩 确认 " + award.number());
      if (!reward) {
        sayPrivately(boss, "奖惩 发布 " + award.number());
      }
      if (!reward && zhangs) {
        sayPrivately(zhang, "申诉 " + award.number() + " 我那天在外面跑客户");
      }
    }
    assertThat(awards.of(team.id(), SETTLED))
        .extracting(Award::state)
        .contains(
            Award.State.PROPOSED,
            Award.State.CONFIRMED,
            Award.State.PUBLISHED,
            Award.State.OBJECTED);
  }

  private List<String> commandsOfTheRoom() {
    return handlers.stream()
        .filter(one -> one.getClass().getPackageName().startsWith("io.github.xunbang.incentive"))
        .map(CommandHandler::name)
        .toList();
  }

  /** Amounts that stand in no rule, every working, and what was objected. */
  private static List<String> secrets(List<Award> of) {
    List<String> secrets = new ArrayList<>();
    for (Award award : of) {
      if (award.amount() != null) {
        secrets.add(award.amount().stripTrailingZeros().toPlainString() + "元");
      }
      secrets.addAll(award.working());
      if (!award.words().isEmpty()) {
        // The words alone stand in the rule, which everybody may read.
        secrets.add(award.subjectName() + " " + award.rule().title());
      }
    }
    secrets.add("我那天在外面跑客户");
    return secrets.stream().distinct().toList();
  }

  /** Commands about awards first, those that end a team last. */
  private List<String> lines(List<Award> of, List<String> shapes) {
    return catalog.all().stream()
        .map(CommandDefinition::name)
        .sorted(Comparator.comparing(AwardsStayPrivateIT::turn))
        .flatMap(
            name ->
                Stream.concat(shapes.stream(), ABOUT_AWARDS.getOrDefault(name, List.of()).stream())
                    .flatMap(shape -> filled(name, shape, of)))
        .distinct()
        .toList();
  }

  private static int turn(String name) {
    return ENDING.contains(name) ? 2 : ABOUT_AWARDS.containsKey(name) ? 0 : 1;
  }

  /** About awards with some numbers, else with the first. */
  private Stream<String> filled(String name, String shape, List<Award> of) {
    String line = (name + " " + shape).strip().replace("W", zhang).replace("U", "一组");
    boolean every = ABOUT_AWARDS.containsKey(name) && line.contains("N");
    return of.stream()
        .limit(every ? NUMBERS : 1)
        .map(award -> line.replace("N", String.valueOf(award.number())));
  }

  private static void note(
      Map<String, List<String>> leaks,
      String who,
      String line,
      String answer,
      List<String> secrets) {
    List<String> seen = secrets.stream().filter(answer::contains).toList();
    if (!seen.isEmpty()) {
      leaks.put(who + "> " + line + " : " + answer, seen);
    }
  }
}
