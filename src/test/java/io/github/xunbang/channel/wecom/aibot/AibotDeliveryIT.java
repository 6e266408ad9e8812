package io.github.xunbang.channel.wecom.aibot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.channel.wecom.aibot.FakeAibotGateway.Push;
import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.outbox.PermanentDeliveryException;
import io.github.xunbang.outbox.TransientDeliveryException;
import io.github.xunbang.outbox.UnknownDeliveryException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AibotDeliveryIT {

  private static final Conversation GROUP = Conversation.group("aibot", "wrGroup1");

  private final AibotRig rig = new AibotRig().connected();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void pushesMarkdownToAGroupThatSpokeOnce() {
    rig.gateway.say("u1", "wrGroup1", "@旬榜 绑定 一队");

    rig.delivery.deliver(GROUP, OutboundMessage.text("【旬榜】2026年11月上旬 第1期\n1. 张敏 12"));

    assertThat(rig.gateway.pushes())
        .containsExactly(new Push("wrGroup1", 2, "markdown", "【旬榜】2026年11月上旬 第1期  \n1． 张敏 12"));
  }

  @Test
  void pushesToAPrivateChat() {
    rig.gateway.say("zhangsan", null, "我的");

    rig.delivery.deliver(
        Conversation.privateChat("aibot", "zhangsan"), OutboundMessage.text("该报数啦"));

    assertThat(rig.gateway.pushes()).containsExactly(new Push("zhangsan", 1, "markdown", "该报数啦"));
  }

  @Test
  void splitsWhatMarkdownMadeTooLong() {
    rig.gateway.knowChat("wrGroup1");
    String text = "*".repeat(20_000);

    rig.delivery.deliver(GROUP, OutboundMessage.text(text));

    assertThat(rig.gateway.pushes())
        .hasSizeGreaterThan(2)
        .allMatch(push -> push.content().getBytes(StandardCharsets.UTF_8).length <= 20480);
  }

  @Test
  void saysPlainlyThatAnAttachmentCannotBeSent() {
    rig.gateway.knowChat("wrGroup1");
    Attachment board = new Attachment(Attachment.Kind.PICTURE, "旬榜.png", new byte[] {1});

    rig.delivery.deliver(GROUP, new OutboundMessage("", List.of(), List.of(board)));

    assertThat(rig.gateway.pushes().get(0).content()).isEqualTo("（“旬榜.png”在这里发不出来）");
  }

  @Test
  void refusesAnUnknownChatForGood() {
    assertThatThrownBy(() -> rig.delivery.deliver(GROUP, OutboundMessage.text("好")))
        .isInstanceOf(PermanentDeliveryException.class)
        .hasMessageContaining("errcode=93006");
  }

  @Test
  void refusesAGroupThatTheBotLeftForGood() {
    rig.gateway.knowChat("wrGroup1");
    rig.gateway.removeBotFrom("wrGroup1");

    assertThatThrownBy(() -> rig.delivery.deliver(GROUP, OutboundMessage.text("好")))
        .isInstanceOf(PermanentDeliveryException.class)
        .hasMessageContaining("errcode=93001");
  }

  @Test
  void mayRetryAfterTheRateLimit() {
    rig.gateway.knowChat("wrGroup1");
    for (int i = 0; i < 30; i++) {
      rig.delivery.deliver(GROUP, OutboundMessage.text("第" + i + "条"));
    }

    assertThatThrownBy(() -> rig.delivery.deliver(GROUP, OutboundMessage.text("好")))
        .isInstanceOf(TransientDeliveryException.class)
        .hasMessageContaining("errcode=45009");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 846607, 999999})
  void mayRetryWhatIsRefusedForNow(int errcode) {
    rig.gateway.refuse("aibot_send_msg", errcode);

    assertThatThrownBy(() -> rig.delivery.deliver(GROUP, OutboundMessage.text("好")))
        .isInstanceOf(TransientDeliveryException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {93008, 40008, 40058})
  void neverRetriesWhatIsRefusedForGood(int errcode) {
    rig.gateway.refuse("aibot_send_msg", errcode);

    assertThatThrownBy(() -> rig.delivery.deliver(GROUP, OutboundMessage.text("好")))
        .isInstanceOf(PermanentDeliveryException.class);
  }

  @Test
  void doesNotKnowTheOutcomeWithoutAnAck() {
    rig.gateway.knowChat("wrGroup1");
    rig.gateway.withholdAcks(true);

    assertThatThrownBy(() -> rig.delivery.deliver(GROUP, OutboundMessage.text("好")))
        .isInstanceOf(UnknownDeliveryException.class);
  }

  @Test
  void mayRetryWhileNotConnected() {
    rig.stop();

    assertThatThrownBy(() -> rig.delivery.deliver(GROUP, OutboundMessage.text("好")))
        .isInstanceOf(TransientDeliveryException.class);
  }

  @Test
  void reconnectsAndPushesOnceMoreWhenTheSubscriptionIsLost() {
    rig.gateway.knowChat("wrGroup1");
    rig.gateway.forgetSubscriptions();

    rig.delivery.deliver(GROUP, OutboundMessage.text("好"));

    assertThat(rig.gateway.pushes()).hasSize(1);
    assertThat(rig.gateway.logins()).isEqualTo(2);
  }
}
