package io.github.xunbang.channel.wecom.aibot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fake keeps the platform's rules, so that tests against it mean something. */
class FakeAibotGatewayIT {

  private final AibotRig rig = new AibotRig().connected();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void refusesTextPushes() {
    rig.gateway.knowChat("wrG");
    ObjectNode body = rig.frames.object().put("chatid", "wrG").put("msgtype", "text");

    assertThat(errcode("aibot_send_msg", "p1", body)).isEqualTo(40008);
  }

  @Test
  void refusesContentThatIsTooLong() {
    rig.gateway.say("u1", "wrG", "我的");

    assertThat(errcode("aibot_respond_msg", "R1", stream("s", "意".repeat(6827), true)))
        .isEqualTo(40058);
    assertThat(errcode("aibot_respond_msg", "R1", stream("s", "意".repeat(6826), true))).isZero();
  }

  @Test
  void replacesAnOpenStreamAndRefusesChangesOfAFinishedOne() {
    String asked = rig.gateway.say("u1", "wrG", "我的");

    assertThat(errcode("aibot_respond_msg", "R1", stream("s", "在算", false))).isZero();
    assertThat(errcode("aibot_respond_msg", "R1", stream("s", "好了", true))).isZero();
    assertThat(errcode("aibot_respond_msg", "R1", stream("s", "又", true))).isEqualTo(846608);

    assertThat(rig.gateway.replies(asked)).containsExactly("好了");
  }

  @Test
  void letsStreamsExpireAfterSixMinutes() {
    rig.gateway.say("u1", "wrG", "我的");
    errcode("aibot_respond_msg", "R1", stream("s", "在算", false));

    rig.gateway.advance(Duration.ofMinutes(7));

    assertThat(errcode("aibot_respond_msg", "R1", stream("s", "好了", true))).isEqualTo(846608);
  }

  @Test
  void refusesRepliesToUnknownRequestsAndToEvents() {
    rig.gateway.event("u1", "feedback_event");

    assertThat(errcode("aibot_respond_msg", "R1", stream("s", "好", true))).isEqualTo(846605);
    assertThat(errcode("aibot_respond_msg", "R99", stream("s", "好", true))).isEqualTo(846605);
  }

  @Test
  void kicksTheFirstSubscriberWhenASecondComes() {
    rig.gateway.closeDelayAfterKick(Duration.ofMinutes(5));
    AibotProperties same = new AibotProperties("BOT", "SECRET", rig.gateway.endpoint(), "旬榜");
    AibotLease lease =
        new AibotLease(new AibotRig.FakeLease(), "BOT", AibotRig.TIMINGS, rig.clock.realTime());
    try (AibotConnection second =
        new AibotConnection(same, AibotRig.TIMINGS, lease, rig.frames, rig.clock.realTime())) {
      second.start((session, frame) -> {});

      rig.awaitState(AibotStatus.State.WAITING);

      assertThat(rig.connection.status().reason()).contains("another instance");
      second.stop();
    }
  }

  private int errcode(String cmd, String requestId, JsonNode body) {
    return rig.connection.live().request(AibotFrame.request(cmd, requestId, body)).join().errcode();
  }

  private ObjectNode stream(String id, String content, boolean finish) {
    ObjectNode body = rig.frames.object().put("msgtype", "stream");
    body.putObject("stream").put("id", id).put("finish", finish).put("content", content);
    return body;
  }
}
