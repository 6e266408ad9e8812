package io.github.xunbang.approval.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.ApprovalHandler;
import io.github.xunbang.boards.FakeOrganizations;
import io.github.xunbang.boards.FakeOutbox;
import io.github.xunbang.boards.Teams;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.organization.TestCommands;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests stored, decided once, and still there after a restart. */
class ApprovalsIT {

  private static final Instant NOW = Instant.parse("2026-12-03T13:40:00Z");

  @TempDir private Path folder;

  private final FakeOutbox outbox = new FakeOutbox();
  private final FakeOrganizations organizations =
      new FakeOrganizations(
          Teams.with(
              List.of(
                  member("m0", "老板", Access.MANAGER, null),
                  member("m1", "组长", Access.LEADER, "一组"),
                  member("m2", "张敏", Access.MEMBER, "一组"))));
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private boolean refuses;
  private EmbeddedTestDatabase database;
  private ApprovalsRepository repository;
  private MongoApprovals approvals;
  private Decisions decisions;
  private int messages;

  @BeforeEach
  void start() {
    database = EmbeddedTestDatabase.in(folder);
    repository = new ApprovalsRepository(database.template());
    ApprovalPosts posts = new ApprovalPosts(outbox);
    approvals =
        new MongoApprovals(
            repository,
            organizations,
            posts,
            new BusinessClock(Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"))));
    decisions =
        new Decisions(
            repository,
            organizations,
            posts,
            TestCommands.provider(ApprovalHandler.class, List.of(new Recording())));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aRequestSurvivesARestartAndIsDecidedThen() {
    Approval asked = request("k1", "补报 12月1日", Access.LEADER);

    database.close();
    start();

    assertThat(approvals.open("o1")).containsExactly(asked);
    assertThat(say("m1", "批准 1")).isEqualTo("done 补报 12月1日");
    assertThat(approvals.open("o1")).isEmpty();
    database.close();
    start();
    assertThatThrownBy(() -> say("m0", "批准 1")).hasMessage("#1 已由组长在12月3日(周四) 21:40批准：补报 12月1日");
  }

  @Test
  void theSameMessageAgainAsksOnceAndNumbersCountOn() {
    Approval first = request("k1", "甲", Access.LEADER);

    assertThat(request("k1", "甲", Access.LEADER)).isEqualTo(first);
    assertThat(request("k2", "乙", Access.LEADER).number()).isEqualTo(2);
    assertThat(outbox.posts()).extracting(post -> post.conversation().id()).containsOnly("m1");
    assertThat(outbox.posts()).hasSize(2);
    assertThat(outbox.posts().get(0).message().text())
        .isEqualTo("【待批 #1】甲\n理由：家里有事\n同意回：批准 1，不同意回：驳回 1 理由");
  }

  @Test
  void aManagersMatterIsNotTheLeaders() {
    request("k1", "冻结后补报", Access.MANAGER);

    assertThat(outbox.posts()).extracting(post -> post.conversation().id()).containsExactly("m0");
    assertThatThrownBy(() -> say("m1", "批准 1")).hasMessage("#1 冻结后补报 要由经理来批。");
    assertThatThrownBy(() -> say("m2", "批准 1")).hasMessageStartingWith("自己的申请要别人来批");
  }

  @Test
  void ofTwoDecidersOnlyOneActs() throws Exception {
    request("k1", "甲", Access.LEADER);
    List<Callable<String>> both =
        List.of(() -> outcome("m0", "批准 1"), () -> outcome("m1", "驳回 1 不行"));
    var pool = Executors.newFixedThreadPool(2);

    List<String> answers = new ArrayList<>();
    for (var answer : pool.invokeAll(both)) {
      answers.add(answer.get());
    }
    pool.shutdown();

    assertThat(done).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.startsWith("#1 已由")).hasSize(1);
  }

  @Test
  void aRedeliveredDecisionIsCarriedOutForItsOwnRequest() {
    request("k1", "甲", Access.LEADER);
    say("m1", "批准 1", "msg-1");
    request("k2", "乙", Access.LEADER);

    assertThat(say("m1", "批准 1", "msg-1")).isEqualTo("done 甲");
    assertThat(approvals.open("o1")).extracting(Approval::title).containsExactly("乙");
  }

  @Test
  void aRefusalOfTheHandlerLeavesTheRequestOpen() {
    request("k1", "甲", Access.LEADER);
    refuses = true;

    assertThatThrownBy(() -> say("m1", "批准")).hasMessage("不行了");

    assertThat(approvals.open("o1")).hasSize(1);
  }

  @Test
  void theRequesterIsToldElsewhereOnly() {
    request("k1", "甲", Access.LEADER);
    say("m1", "驳回 客户已约");

    Post told = outbox.posts().get(outbox.posts().size() - 1);
    assertThat(told.conversation()).isEqualTo(Conversation.privateChat("simulator", "m2"));
    assertThat(told.message().text()).isEqualTo("组长驳回了 #1 甲，理由：客户已约");
  }

  @Test
  void aWithdrawnRequestCannotBeDecided() {
    request("k1", "甲", Access.LEADER);
    approvals.withdraw("o1", 1);
    approvals.withdraw("o1", 1);

    assertThat(approvals.open("o1")).isEmpty();
    assertThatThrownBy(() -> say("m1", "批准 1")).hasMessageStartingWith("#1 已由张敏");
  }

  @Test
  void whatWasDecidedLongAgoStaysReadableAndNumbersAreNeverReused() {
    IntStream.rangeClosed(1, 120)
        .forEach(
            number -> {
              request("k" + number, "第" + number, Access.LEADER);
              say("m1", "批准 " + number);
            });

    assertThat(repository.find("o1").requests()).hasSize(100);
    assertThatThrownBy(() -> say("m0", "批准 3")).hasMessageContaining("批准：第3");
    assertThat(request("k121", "新", Access.LEADER).number()).isEqualTo(121);
  }

  @Test
  void goesWithItsOrganization() {
    request("k1", "甲", Access.LEADER);

    new DeletedOrganizations(new QuestionsRepository(database.template()), repository)
        .onDeleted(new OrganizationDeleted("o1"));

    assertThat(approvals.open("o1")).isEmpty();
    assertThat(request("k1", "甲", Access.LEADER).number()).isEqualTo(1);
  }

  private Approval request(String key, String title, Access needed) {
    return approvals.request(
        caller("m2", Conversation.group("simulator", "g1")),
        key,
        "test",
        title,
        Map.of("a.b", "1", Approval.REASON, "家里有事"),
        needed,
        "m2",
        NOW);
  }

  private String outcome(String memberId, String text) {
    try {
      return say(memberId, text);
    } catch (CommandRejectedException e) {
      return e.getMessage();
    }
  }

  private String say(String memberId, String text) {
    synchronized (this) {
      messages++;
    }
    return say(memberId, text, "msg" + memberId + messages);
  }

  private String say(String memberId, String text, String messageId) {
    boolean approves = text.startsWith("批准");
    CommandHandler handler =
        approves ? new ApproveCommands(decisions) : new RejectCommands(decisions);
    Caller caller = caller(memberId, Conversation.privateChat("simulator", memberId));
    return TestCommands.say(
        handler,
        approves ? "approve.yaml" : "reject.yaml",
        caller,
        TestCommands.message(messageId, caller.conversation(), memberId, null, text, NOW));
  }

  private Caller caller(String memberId, Conversation where) {
    Member member = organizations.get("o1").member(memberId).orElseThrow();
    return new Caller(where, memberId, "o1", memberId, member.name(), member.access());
  }

  private static Member member(String id, String name, Access access, @Nullable String unit) {
    return new Member(
        id, name, access, null, unit, List.of("simulator:" + id), Teams.FOUNDED, null);
  }

  private final class Recording implements ApprovalHandler {

    @Override
    public String kind() {
      return "test";
    }

    @Override
    public Reply approved(Approval approval, CommandCall by) {
      if (refuses) {
        throw new CommandRejectedException("不行了");
      }
      done.add("approved " + approval.number());
      return Reply.text("done " + approval.title());
    }

    @Override
    public Reply rejected(Approval approval, String reason, CommandCall by) {
      done.add("rejected " + approval.number());
      return Reply.text("refused " + approval.title());
    }
  }
}
