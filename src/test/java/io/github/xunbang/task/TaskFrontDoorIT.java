package io.github.xunbang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.ReportNoted;
import io.github.xunbang.organization.ReportNoted.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notes from the first word to the last, over several days, as a team lives them. */
class TaskFrontDoorIT extends FrontDoorTest {

  private static final LocalDate THURSDAY = LocalDate.of(2026, 12, 3);

  @Autowired private OrganizationService organizations;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private Tasks tasks;
  @Autowired private MongoTemplate mongo;

  private String group;
  private String boss;
  private String leader;
  private String zhang;
  private String li;

  /** 组长 leads 张敏 in 一组; 李强 is in 二组. */
  @BeforeEach
  void team() {
    String team = newTeamMark();
    group = newGroup();
    boss = "老板" + team;
    leader = "组长" + team;
    zhang = "张敏" + team;
    li = "李强" + team;
    say(group, boss, "成员");
    say(group, leader, "我是 " + leader + " 主管 一组");
    say(group, zhang, "我是 " + zhang + " 电话营销员 一组");
    say(group, li, "我是 " + li + " 电话营销员 二组");
    say(group, boss, "任命 " + leader + " 组长");
  }

  @Test
  void remindersStandInTheSettingsAndCanBeMovedAndSwitchedOff() {
    assertThat(say(group, boss, "设置"))
        .contains("待办提醒 09:05", "求助跟催 09:15", "回访提醒 09:10", "派单提醒 09:25");
    say(group, zhang, "待办 12-04 交方案");
    say(group, zhang, "待办 12-07 交报价");

    say(group, boss, "设置 待办提醒 09:45");
    turnClockTo(morning(4, 9, 30));
    assertThat(privatePosts(zhang)).isEmpty();
    turnClockTo(morning(4, 9, 50));
    assertThat(privatePosts(zhang)).singleElement().asString().contains("交方案");

    assertThat(say(group, boss, "关闭 待办提醒")).startsWith("已关闭：待办提醒");
    turnClockTo(morning(7, 10, 0));
    assertThat(privatePosts(zhang)).hasSize(1);
    say(group, boss, "打开 待办提醒");
    turnClockTo(morning(8, 10, 0));
    assertThat(privatePosts(zhang)).hasSize(2);
  }

  @Test
  void aReportIsAnsweredThoughAListenerFailsAndTheListenerIsTriedAgain() {
    ReportNoted noted =
        new ReportNoted(
            "gone" + zhang,
            "m1",
            Conversation.group("simulator", group),
            "key" + zhang,
            Part.HELP,
            THURSDAY,
            "客户嫌贵",
            Instant.parse("2026-12-03T13:40:00Z"));

    assertThatCode(() -> events.publishEvent(noted)).doesNotThrowAnyException();

    assertThat(ReportNoted.ofData(noted.organizationId(), noted.toData())).isEqualTo(noted);
    assertThat(
            mongo.findById(
                "task.help-report|gone" + zhang + "|key" + zhang, Document.class, "jobs"))
        .isNotNull();
  }

  @Test
  void anUnansweredRequestReachesTheLeaderThenTheManagerOnTheirOwnWorkdays() {
    say(group, boss, "请假 " + leader + " 12-04");
    JsonNode answer = post(message(group, zhang, "求助 王女士嫌贵，怎么谈")).path("replies").path(0);
    assertThat(answer.path("text").asString()).contains("求助 H1 已记下").contains("已告诉" + leader);
    assertThat(answer.path("mentions").toString()).contains(leader).doesNotContain(boss);
    turnClockTo(morning(4, 9, 30));
    assertThat(privatePosts(leader))
        .containsExactly("【求助 H1】" + zhang + "：王女士嫌贵，怎么谈\n答复请发：求助 答 H1 办法");

    turnClockTo(morning(6, 20, 0));
    assertThat(privatePosts(leader)).as("on leave on Friday, then a weekend").hasSize(1);

    turnClockTo(morning(7, 9, 30));
    String reminder = "【求助待答】有1条还没人答复：\nH1 " + zhang + "：王女士嫌贵，怎么谈\n答复请发：求助 答 H1 办法";
    assertThat(privatePosts(leader)).hasSize(2).last().isEqualTo(reminder);
    assertThat(notesIn(boss)).isEmpty();

    turnClockTo(morning(10, 12, 0));
    assertThat(notesIn(boss)).containsExactly(reminder);
    assertThat(privatePosts(leader)).hasSize(2);

    assertThat(sayPrivately(li, "求助 答 H1 先带她看样板间")).startsWith("谢谢！已把办法告诉" + zhang);

    turnClockTo(morning(11, 12, 0));
    assertThat(notesIn(zhang)).containsExactly(li + "答复了你的求助 H1（王女士嫌贵，怎么谈）：\n先带她看样板间");
    assertThat(notesIn(boss)).hasSize(1);
    assertThat(tasks.openHelp(organization().id())).isEmpty();
    assertThat(say(group, leader, "求助")).startsWith("现在没有等答复的求助");
  }

  @Test
  void aDifficultyInAReportOpensOneRequestAndItsCorrectionRewordsIt() {
    noted("m1", "无");
    assertThat(tasks.openHelp(organization().id())).isEmpty();

    noted("m2", "王女士嫌贵");
    noted("m2", "王女士嫌贵");
    noted("m3", "王女士嫌贵，电话13812345678不接");
    noted("m2", "王女士嫌贵");

    assertThat(tasks.openHelp(organization().id()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.memberId()).isEqualTo(member(zhang));
              assertThat(one.text()).isEqualTo("王女士嫌贵，电话138****5678不接");
            });
    turnClockTo(THURSDAY_EVENING.plusMinutes(2));
    assertThat(privatePosts(leader)).hasSize(1).first().asString().startsWith("【求助 H1】" + zhang);

    say(group, leader, "求助 答 H1 我陪你去");
    noted("m4", "赵总约不到");
    noted("m5", "没有了");

    assertThat(tasks.openHelp(organization().id()))
        .as("a new difficulty after the answer is a new request")
        .extracting(HelpRequest::text)
        .containsExactly("赵总约不到");
  }

  @Test
  void aTaskIsChasedOnTheOwnersWorkdaysUntilItIsClosed() {
    say(group, boss, "请假 " + zhang + " 12-04");
    say(group, leader, "待办 @" + zhang + " 周五前 回访王女士");
    say(group, leader, "待办 " + zhang + " 12-07 交方案");
    turnClockTo(morning(6, 20, 0));
    assertThat(notesIn(zhang))
        .as("given; on leave on Friday, then a weekend")
        .containsExactly(
            "【待办 T1】" + leader + "交给你：回访王女士\n12月4日(周五)前完成，做完发：待办 完成 T1",
            "【待办 T2】" + leader + "交给你：交方案\n12月7日(周一)前完成，做完发：待办 完成 T2");

    turnClockTo(morning(7, 9, 10));
    assertThat(notesIn(zhang))
        .last()
        .isEqualTo(
            "【待办】今天到期1条，过期1条：\nT1 12月4日(周五)前 回访王女士（过期3天）\n"
                + "T2 12月7日(周一)前 交方案\n做完发：待办 完成 T1；要延期发：待办 改期 T1 日期");
    assertThat(notesIn(leader))
        .containsExactly("【本周待办】过期未完成1条：\n" + zhang + " T1 12月4日(周五)前 回访王女士（过期3天）");
    assertThat(sayPrivately(zhang, "待办 完成 T1 已约周末")).startsWith("T1 已完成");
    assertThat(sayPrivately(zhang, "待办 改期 T2 12-09 客户出差")).contains("已去问可不可以改到12月9日(周三)前");

    turnClockTo(morning(8, 9, 10));
    assertThat(notesIn(zhang)).hasSize(4).last().asString().contains("【待办】过期1条").contains("T2");
    assertThat(notesIn(leader))
        .hasSize(3)
        .contains(zhang + "想把待办 T2 改到12月9日(周三)（客户出差）：交方案\n同意请发：待办 改期 T2 12-09");
    assertThat(sayPrivately(leader, "待办 改期 T2 12-09")).isEqualTo("T2 已改到12月9日(周三)前。");

    turnClockTo(morning(9, 9, 10));
    assertThat(notesIn(zhang)).last().asString().startsWith("【待办】今天到期1条：\nT2");
    assertThat(tasks.openTodos(organization().id(), unit(zhang), THURSDAY))
        .extracting(TodoItem::due)
        .containsExactly(LocalDate.of(2026, 12, 9));
    assertThat(tasks.openTodos(organization().id(), unit(li), THURSDAY)).isEmpty();
    say(group, zhang, "待办 完成 T2");

    int told = notesIn(zhang).size();
    turnClockTo(morning(16, 12, 0));
    assertThat(notesIn(zhang)).hasSize(told);
    assertThat(notesIn(leader)).noneMatch(text -> text.startsWith("【本周待办】") && text.contains("T2"));
  }

  @Test
  void aMessageSentTwiceGivesOneTask() {
    Map<String, Object> message = message(group, zhang, "待办 周五 交方案");
    message.put("messageId", UUID.randomUUID().toString());

    post(message);
    post(message);

    assertThat(tasks.openTodos(organization().id())).hasSize(1);
  }

  @Test
  void nobodyGivesTasksUpwardsOrIntoAnotherUnit() {
    assertThat(say(group, zhang, "待办 " + leader + " 周五 批方案")).startsWith("不能直接派给" + leader);
    assertThat(say(group, zhang, "待办 " + li + " 周五 交方案")).startsWith("不能直接派给" + li);
    assertThat(say(group, leader, "待办 " + li + " 周五 交方案")).startsWith("不能直接派给" + li);
    assertThat(say(group, leader, "待办 " + zhang + "、" + li + " 周五 交方案")).startsWith("不能直接派给" + li);
    assertThat(tasks.openTodos(organization().id())).isEmpty();
    say(group, boss, "待办 " + li + " 周五 交方案");
    assertThat(say(group, leader, "待办 T1")).isEqualTo("T1 不是你的待办。看自己的发：待办");
    assertThat(say(group, leader, "待办 " + li)).contains("由组长或经理来看");
  }

  @Test
  void anUnnamedIdeaIsKeptWithoutItsAuthor() {
    assertThat(sayPrivately(zhang, "/匿名建议 少开会")).contains("匿名建议 S1 收到");
    say(group, li, "建议 样板间早点开门");

    assertThat(say(group, leader, "建议"))
        .as("own unit's and unnamed ones only")
        .contains("S1 12月3日 匿名：少开会")
        .doesNotContain(li);
    assertThat(say(group, boss, "建议")).contains("本周建议2条").contains(li + "：样板间早点开门");
    assertThat(say(group, boss, "建议 采纳 S2 下周起")).isEqualTo("S2 已采纳，已告诉" + li + "。");

    turnClockTo(THURSDAY_EVENING.plusMinutes(2));
    assertThat(notesIn(li)).containsExactly(boss + "采纳了你的建议 S2（样板间早点开门）：\n下周起");
    assertThat(tasks.ideas(organization().id(), week()))
        .extracting(Idea::memberId, Idea::answer)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(null, ""),
            org.assertj.core.api.Assertions.tuple(member(li), "下周起"));
  }

  @Test
  void figuresBehindTheWordsStayFigures() {
    assertThat(say(group, zhang, "求助：王女士嫌贵\n意向 12\n签单 2")).contains("意向");
    assertThat(say(group, zhang, "求助：王女士嫌贵")).contains("求助 H");
    assertThat(say(group, zhang, "计划 本月 签单12 意向30")).startsWith("已记下 " + zhang);
    assertThat(say(group, zhang, "求助 意向客户3个都嫌贵怎么谈")).startsWith("求助 H");
    assertThat(say(group, zhang, "我的")).doesNotContain("30");
    assertThat(tasks.plan(organization().id(), member(zhang), month())).contains("签单12 意向30");
  }

  @Test
  void leadersSeeWhoseWeekHasNoPlan() {
    say(group, zhang, "计划 本周 跑8家店");

    assertThat(say(group, leader, "计划 谁没交")).contains("还有1人没交计划：" + leader);
    assertThat(say(group, boss, "计划 谁没交 本周")).contains("还有2人没交计划：" + leader + "、" + li);
    assertThat(say(group, leader, "计划 " + zhang)).contains("跑8家店");
  }

  private void noted(String messageId, String text) {
    events.publishEvent(
        new ReportNoted(
            organization().id(),
            member(zhang),
            Conversation.group("simulator", group),
            "simulator|" + group + messageId,
            Part.HELP,
            THURSDAY,
            text,
            Instant.parse("2026-12-03T13:40:00Z")));
  }

  private static LocalDateTime morning(int day, int hour, int minute) {
    return LocalDateTime.of(2026, 12, day, hour, minute);
  }

  private static Period week() {
    return Period.containing(PeriodType.WEEK, THURSDAY);
  }

  private static Period month() {
    return Period.containing(PeriodType.MONTH, THURSDAY);
  }

  private String member(String name) {
    return organization().memberNamed(name, THURSDAY).orElseThrow().id();
  }

  private String unit(String name) {
    return organization().memberNamed(name, THURSDAY).orElseThrow().unitId();
  }

  private Organization organization() {
    return organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
  }

  /** What this room posted, without the answers in the same chat. */
  private List<String> notesIn(String user) {
    List<String> texts = new ArrayList<>(privatePosts(user));
    texts.removeIf(text -> !text.matches("(?s)【.*|.*(?:答复了你的求助|采纳了你的建议|想把待办|完成了：).*"));
    return texts;
  }

  private List<String> privatePosts(String user) {
    String path =
        "/simulator/api/users/"
            + URLEncoder.encode(user, StandardCharsets.UTF_8)
            + "/messages?after=0";
    List<String> texts = new ArrayList<>();
    new JsonMapper()
        .readTree(send("GET", path, null).body())
        .forEach(post -> texts.add(post.path("text").asString()));
    texts.removeIf(text -> OTHER_ROOMS.matcher(text).lookingAt());
    return texts;
  }
}
