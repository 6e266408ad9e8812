package io.github.xunbang.channel.wecom.aibot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.xunbang.command.Reply;
import io.github.xunbang.inbound.ReplySink;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.outbox.PermanentDeliveryException;
import io.github.xunbang.outbox.TransientDeliveryException;
import io.github.xunbang.outbox.UnknownDeliveryException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AibotReplyIT {

  private final AibotRig rig = new AibotRig().connected();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void answersAMessageWithOneFinishedStream() {
    String asked = rig.gateway.say("u1", "wrG", "@旬榜 日报 意向12");

    sinkOf(asked).accept(Reply.text("12月3日(周四) 已登记\n意向5→12"));

    assertThat(rig.gateway.replies(asked)).containsExactly("12月3日(周四) 已登记  \n意向5→12");
  }

  @Test
  void sendsSeveralMessagesOfOneReplyInOrder() {
    String asked = rig.gateway.say("u1", "wrG", "@旬榜 排名");

    sinkOf(asked)
        .accept(
            new Reply(
                List.of(
                    OutboundMessage.text("一"),
                    OutboundMessage.text("二"),
                    OutboundMessage.text("三"))));

    assertThat(rig.gateway.replies(asked)).containsExactly("一", "二", "三");
  }

  @Test
  void splitsALongReplyBetweenLines() {
    String asked = rig.gateway.say("u1", "wrG", "@旬榜 记录");
    String line = "意向客户十二".repeat(20);
    String text =
        IntStream.range(0, 200).mapToObj(i -> i + " " + line).collect(Collectors.joining("\n"));

    sinkOf(asked).accept(Reply.text(text));

    List<String> replies = rig.gateway.replies(asked);
    assertThat(replies).hasSizeGreaterThan(2);
    assertThat(replies)
        .allMatch(reply -> reply.getBytes(StandardCharsets.UTF_8).length <= 20480)
        .allMatch(reply -> reply.endsWith(line));
    assertThat(String.join("\n", replies).replace("  \n", "\n")).isEqualTo(text);
  }

  @Test
  void sendsNothingForSilence() {
    String asked = rig.gateway.say("u1", "wrG", "@旬榜 😀");

    sinkOf(asked).accept(Reply.SILENCE);

    assertThat(rig.gateway.frames("aibot_respond_msg")).isEmpty();
  }

  @Test
  void reconnectsAndSendsOnceMoreWhenTheSubscriptionIsLost() {
    String asked = rig.gateway.say("u1", "wrG", "@旬榜 我的");
    ReplySink sink = sinkOf(asked);
    rig.gateway.loseSubscription(1);

    sink.accept(Reply.text("好"));

    assertThat(rig.gateway.replies(asked)).containsExactly("好");
    assertThat(rig.gateway.logins()).isEqualTo(2);
    await().until(() -> rig.gateway.openConnections() == 1);
  }

  @Test
  void sendsEveryAnswerOnceWhenManyMeetTheLostSubscription() {
    rig.gateway.ackDelay(Duration.ofMillis(100));
    List<String> asked = askInGroups(20);
    List<ReplySink> sinks = asked.stream().map(this::sinkOf).toList();
    rig.gateway.forgetSubscriptions();
    ExecutorService workers = Executors.newFixedThreadPool(20);

    CompletableFuture<?>[] answers =
        sinks.stream()
            .map(sink -> CompletableFuture.runAsync(() -> sink.accept(Reply.text("好")), workers))
            .toArray(CompletableFuture<?>[]::new);

    CompletableFuture.allOf(answers).join();
    assertThat(asked).allSatisfy(id -> assertThat(rig.gateway.replies(id)).containsExactly("好"));
    assertThat(rig.gateway.logins()).isEqualTo(2);
    workers.shutdownNow();
  }

  @Test
  void givesUpForNowWhenTheSubscriptionIsLostTwice() {
    ReplySink sink = sinkOf(rig.gateway.say("u1", "wrG", "@旬榜 我的"));
    rig.gateway.loseSubscription(2);

    assertThatThrownBy(() -> sink.accept(Reply.text("好")))
        .isInstanceOf(TransientDeliveryException.class)
        .hasMessageContaining("846609");

    assertThat(rig.gateway.frames("aibot_respond_msg")).hasSize(2);
  }

  @Test
  void reconnectsWhenAPingTellsThatTheSubscriptionIsLost() {
    rig.gateway.forgetSubscriptions();

    await().until(() -> rig.gateway.logins() == 2);
  }

  @Test
  void doesNotKnowTheOutcomeWithoutAnAck() {
    ReplySink sink = sinkOf(rig.gateway.say("u1", "wrG", "@旬榜 我的"));
    rig.gateway.withholdAcks(true);

    assertThatThrownBy(() -> sink.accept(Reply.text("好")))
        .isInstanceOf(UnknownDeliveryException.class);

    assertThat(rig.gateway.frames("aibot_respond_msg")).hasSize(1);
  }

  @Test
  void doesNotKnowTheOutcomeWhenTheConnectionDropsBeforeTheAck() {
    ReplySink sink = sinkOf(rig.gateway.say("u1", "wrG", "@旬榜 我的"));
    rig.gateway.withholdAcks(true);
    CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> sink.accept(Reply.text("好")));
    await().until(() -> rig.gateway.frames("aibot_respond_msg").size() == 1);

    rig.gateway.dropConnections();

    assertThatThrownBy(() -> answer.get(1400, TimeUnit.MILLISECONDS))
        .hasCauseInstanceOf(UnknownDeliveryException.class);
  }

  @Test
  void refusesForNowWhileNotConnected() {
    ReplySink sink = sinkOf(rig.gateway.say("u1", "wrG", "@旬榜 我的"));
    rig.lease.free = false;
    rig.awaitState(AibotStatus.State.STANDBY);

    assertThatThrownBy(() -> sink.accept(Reply.text("好")))
        .isInstanceOf(TransientDeliveryException.class);
  }

  @Test
  void answersOverTheNextConnectionToo() {
    String asked = rig.gateway.say("u1", "wrG", "@旬榜 我的");
    ReplySink sink = sinkOf(asked);
    rig.gateway.dropConnections();
    await().until(() -> rig.gateway.logins() == 2);
    rig.awaitConnected();

    sink.accept(Reply.text("好"));

    assertThat(rig.gateway.replies(asked)).containsExactly("好");
  }

  @Test
  void refusesForGoodWhenTheReplyWindowIsUnknown() {
    rig.gateway.refuse("aibot_respond_msg", 846605);
    ReplySink sink = sinkOf(rig.gateway.say("u1", "wrG", "@旬榜 我的"));

    assertThatThrownBy(() -> sink.accept(Reply.text("好")))
        .isInstanceOf(PermanentDeliveryException.class)
        .hasMessageContaining("errcode=846605")
        .hasMessageContaining("invalid req_id");
  }

  @Test
  void neverSaysAShownPartAgainWhenALaterPartFails() {
    ReplySink sink = sinkOf(rig.gateway.say("u1", "wrG", "@旬榜 我的"));
    rig.gateway.rateLimit(1, 1000);

    assertThatThrownBy(
            () ->
                sink.accept(
                    new Reply(List.of(OutboundMessage.text("一"), OutboundMessage.text("二")))))
        .isInstanceOf(UnknownDeliveryException.class)
        .hasMessageContaining("1 of 2 parts delivered");
  }

  @Test
  void doesNotMakeConversationsWaitForEachOther() {
    rig.gateway.ackDelay(Duration.ofMillis(250));
    List<ReplySink> sinks = askInGroups(40).stream().map(this::sinkOf).toList();
    ExecutorService workers = Executors.newFixedThreadPool(40);

    List<CompletableFuture<Void>> answers =
        sinks.stream()
            .map(sink -> CompletableFuture.runAsync(() -> sink.accept(Reply.text("好")), workers))
            .toList();

    // One after the other they would take ten seconds.
    assertThatCode(
            () ->
                CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                    .get(8, TimeUnit.SECONDS))
        .doesNotThrowAnyException();
    workers.shutdownNow();
  }

  @Test
  void waitsForEachAckBeforeTheNextFrameOfTheSameRequest() {
    String asked = rig.gateway.say("u1", "wrG", "@旬榜 我的");
    sinkOf(asked);
    rig.gateway.ackDelay(Duration.ofMillis(100));
    AibotSession session = rig.connection.live();
    AibotFrame first = AibotFrame.request("aibot_respond_msg", "R1", stream("a"));
    AibotFrame second = AibotFrame.request("aibot_respond_msg", "R1", stream("b"));

    CompletableFuture<AibotFrame> one = session.request(first);
    CompletableFuture<AibotFrame> two = session.request(second);

    await().until(() -> rig.gateway.frames("aibot_respond_msg").size() == 2);
    assertThat(one).isDone();
    assertThat(two.join().errcode()).isZero();
    assertThat(rig.gateway.replies(asked)).containsExactly("a", "b");
  }

  private JsonNode stream(String content) {
    var body = rig.frames.object().put("msgtype", "stream");
    body.putObject("stream").put("id", content).put("finish", true).put("content", content);
    return body;
  }

  private List<String> askInGroups(int groups) {
    return IntStream.range(0, groups)
        .mapToObj(i -> rig.gateway.say("u" + i, "wrG" + i, "@旬榜 我的"))
        .toList();
  }

  private ReplySink sinkOf(String messageId) {
    return rig.awaitMessage(messageId).sink();
  }
}
