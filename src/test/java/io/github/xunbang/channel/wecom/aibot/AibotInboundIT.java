package io.github.xunbang.channel.wecom.aibot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.xunbang.command.Reply;
import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.message.Quote;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class AibotInboundIT {

  private final AibotRig rig = new AibotRig().connected();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void handsOverAGroupTextWithItsMentionAtBusinessTime() {
    Instant simulated = Instant.parse("2026-12-11T00:36:00Z");
    rig.clock.moveTo(simulated);

    InboundMessage message = received(rig.gateway.say("u1", "wrGroup1", "@旬榜 日报 意向12"));

    assertThat(message.conversation()).isEqualTo(Conversation.group("aibot", "wrGroup1"));
    assertThat(message.userId()).isEqualTo("u1");
    assertThat(message.text()).isEqualTo("@旬榜 日报 意向12");
    assertThat(message.voice()).isFalse();
    assertThat(message.quote()).isNull();
    assertThat(message.receivedAt())
        .isCloseTo(simulated, Assertions.within(10, ChronoUnit.SECONDS));
  }

  @Test
  void handsOverAPrivateTextUnderItsSender() {
    InboundMessage message = received(rig.gateway.say("zhangsan", null, "我的"));

    assertThat(message.conversation()).isEqualTo(Conversation.privateChat("aibot", "zhangsan"));
  }

  @Test
  void joinsTheTextsOfAMixedMessageAndKeepsItsPicture() {
    ObjectNode body = rig.gateway.message("u1", "wrG", "mixed");
    ArrayNode items = body.putObject("mixed").putArray("msg_item");
    text(items.addObject(), "@旬榜 日报 意向12");
    image(items.addObject());
    text(items.addObject(), "小结：拜访五店");

    InboundMessage message = received(rig.gateway.call(body));

    assertThat(message.text()).isEqualTo("@旬榜 日报 意向12\n小结：拜访五店");
    assertThat(message.attachments())
        .extracting(Attachment::kind)
        .containsExactly(Attachment.Kind.PICTURE);
    assertThat(message.attachments().get(0).content()).isEmpty();
  }

  @Test
  void marksSpokenText() {
    ObjectNode body = rig.gateway.message("u1", null, "voice");
    body.putObject("voice").put("content", "日报 一向十二");

    InboundMessage message = received(rig.gateway.call(body));

    assertThat(message.voice()).isTrue();
    assertThat(message.text()).isEqualTo("日报 一向十二");
  }

  @Test
  void handsOverPicturesFilesAndVideosWithoutText() {
    for (String type : new String[] {"image", "file", "video"}) {
      ObjectNode body = rig.gateway.message("u1", null, type);
      body.putObject(type).put("url", "https://127.0.0.1/x").put("aeskey", "k");

      InboundMessage message = received(rig.gateway.call(body));

      assertThat(message.text()).isEmpty();
      assertThat(message.attachments()).hasSize(1);
    }
  }

  @Test
  void handsOverTheQuotedText() {
    ObjectNode body = rig.gateway.message("u1", "wrG", "text");
    body.putObject("text").put("content", "@旬榜");
    text(body.putObject("quote"), "日报 意向12 签单2");

    assertThat(received(rig.gateway.call(body)).quote()).isEqualTo(new Quote("日报 意向12 签单2"));
  }

  @Test
  void ignoresTypesItDoesNotKnow() {
    rig.gateway.call(rig.gateway.message("u1", "wrG", "location"));
    String known = rig.gateway.say("u1", "wrG", "我的");

    received(known);

    assertThat(rig.inbound.received).hasSize(1);
  }

  @Test
  void handsOverARedeliveryOnceAndAnswersWithOneBubble() {
    rig.gateway.sendEverythingTwice(true);
    rig.inbound.then =
        (message, sink) ->
            AibotThreads.named("worker").newThread(() -> sink.accept(Reply.text("好"))).start();
    String first = rig.gateway.say("u1", "wrG", "我的");
    String second = rig.gateway.say("u2", "wrG", "排名");

    rig.gateway.awaitReply(first);
    rig.gateway.awaitReply(second);

    assertThat(rig.inbound.received).hasSize(2);
    assertThat(rig.gateway.frames("aibot_respond_msg")).hasSize(2);
  }

  @Test
  void takesARedeliveryWhenNobodyTookTheFirst() {
    rig.gateway.sendEverythingTwice(true);
    int[] calls = {0};
    rig.inbound.then =
        (message, sink) -> {
          if (calls[0]++ == 0) {
            throw new IllegalStateException("not now");
          }
        };

    received(rig.gateway.say("u1", "wrG", "我的"));

    assertThat(calls[0]).isEqualTo(2);
  }

  @Test
  void greetsWhoOpensTheChatOnce() {
    rig.gateway.sendEverythingTwice(true);

    String opened = rig.gateway.event("u1", "enter_chat");

    assertThat(rig.gateway.awaitReply(opened)).contains("你好", "我是 张三", "日报 意向12", "帮助");
    assertThat(rig.gateway.frames("aibot_respond_welcome_msg")).hasSize(1);
  }

  @Test
  void ignoresOtherEvents() {
    rig.gateway.event("u1", "feedback_event");
    rig.gateway.event("u1", "enter_check_update");

    received(rig.gateway.say("u1", "wrG", "我的"));

    await().until(() -> rig.inbound.received.size() == 1);
    assertThat(rig.gateway.bubbles()).isEmpty();
    assertThat(rig.gateway.connections()).isOne();
  }

  private InboundMessage received(String messageId) {
    return rig.awaitMessage(messageId).message();
  }

  private static void text(ObjectNode item, String content) {
    item.put("msgtype", "text").putObject("text").put("content", content);
  }

  private static void image(ObjectNode item) {
    item.put("msgtype", "image").putObject("image").put("url", "https://127.0.0.1/x");
  }
}
