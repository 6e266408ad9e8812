package io.github.xunbang.channel.wecom.aibot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AibotConnectionIT {

  private AibotRig rig = new AibotRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void logsInWithBotIdAndSecretAndIsHealthy() {
    rig.connected();

    var body = rig.gateway.frames("aibot_subscribe").get(0).path("body");
    assertThat(body.path("bot_id").asString("")).isEqualTo("BOT");
    assertThat(body.path("secret").asString("")).isEqualTo("SECRET");
    assertThat(rig.lease.name).isEqualTo("aibot:BOT");
    assertThat(health()).isEqualTo(Status.UP);
  }

  @Test
  void keepsOneConnectionWhilePingsAreAnswered() {
    rig.connected();

    await().until(() -> rig.gateway.frames("ping").size() >= 5);

    assertThat(rig.gateway.connections()).isOne();
  }

  @Test
  void reconnectsAfterTwoUnansweredPings() {
    rig.connected();
    rig.gateway.ignorePings(true);

    await().until(() -> rig.gateway.logins() >= 2);
    rig.gateway.ignorePings(false);

    rig.awaitConnected();
    assertThat(rig.gateway.frames("ping").size()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void reconnectsAgainAndAgainAfterDropsWithoutACloseFrame() {
    rig.connected();

    for (int login = 2; login <= 6; login++) {
      int expected = login;
      rig.gateway.dropConnections();
      await().until(() -> rig.gateway.logins() == expected);
    }

    rig.awaitConnected();
    assertThat(rig.gateway.openConnections()).isOne();
  }

  @Test
  void reconnectsWhenTheLogInIsRefusedForNow() {
    rig.gateway.refuse("aibot_subscribe", -1);
    rig.start();
    await().until(() -> rig.gateway.frames("aibot_subscribe").size() >= 3);

    rig.gateway.refuse("aibot_subscribe", 0);

    rig.awaitConnected();
  }

  @Test
  void triesSlowlyAndHangsUpAfterWrongCredentials(CapturedOutput output) {
    rig.close();
    rig = new AibotRig("WRONG").start();

    rig.awaitState(AibotStatus.State.WAITING);

    await().until(() -> rig.gateway.openConnections() == 0);
    assertThat(output).contains("errcode=853000").doesNotContain("WRONG");
    assertThat(health()).isEqualTo(Status.DOWN);
    await().until(() -> rig.gateway.connections() == 2);
  }

  @Test
  void staysAwayForLongWhenAnotherInstanceTookOver(CapturedOutput output) {
    rig.gateway.closeDelayAfterKick(Duration.ofMinutes(5));
    rig.connected();

    rig.gateway.kick();

    rig.awaitState(AibotStatus.State.WAITING);
    await().until(() -> rig.gateway.openConnections() == 0);
    await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofMillis(790))
        .until(() -> rig.gateway.connections() == 1);
    assertThat(output).contains("ERROR").contains("another instance uses this bot id");
    assertThat(rig.connection.status().reason()).contains("another instance");
    rig.awaitConnected();
  }

  @Test
  void doesNotConnectWithoutTheLeaseAndStandsByHealthily() {
    rig.lease.free = false;

    rig.start();

    await()
        .during(Duration.ofMillis(200))
        .atMost(Duration.ofSeconds(2))
        .until(() -> rig.gateway.connections() == 0);
    assertThat(health()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void hangsUpWhenTheLeaseIsLostAndReturnsWithIt() {
    rig.connected();
    rig.lease.free = false;
    rig.awaitState(AibotStatus.State.STANDBY);
    await().until(() -> rig.gateway.openConnections() == 0);

    rig.lease.free = true;

    rig.awaitConnected();
    assertThat(rig.gateway.connections()).isEqualTo(2);
  }

  @Test
  void keepsALivingConnectionWhileTheDatabaseIsAway() {
    rig.connected();

    rig.lease.broken = true;

    await()
        .during(AibotRig.TIMINGS.leaseValidity().multipliedBy(2))
        .atMost(Duration.ofSeconds(2))
        .until(() -> rig.gateway.isSubscribed() && rig.gateway.connections() == 1);
  }

  @Test
  void opensNoConnectionWhileTheDatabaseIsAway() {
    rig.connected();
    rig.lease.broken = true;
    await().until(() -> rig.claim() == AibotLease.Claim.UNCERTAIN);

    rig.gateway.dropConnections();

    rig.awaitState(AibotStatus.State.STANDBY);
    assertThat(rig.gateway.connections()).isOne();
    rig.lease.broken = false;
    rig.awaitConnected();
  }

  @Test
  void givesWayWithoutALongPauseWhenAnotherInstanceTookOverMeanwhile() {
    rig.connected();
    rig.lease.broken = true;
    await().until(() -> rig.claim() == AibotLease.Claim.UNCERTAIN);

    rig.gateway.kick();

    rig.awaitState(AibotStatus.State.STANDBY);
  }

  @Test
  void hangsUpAndReleasesTheLeaseAtTheEndAndCanStartAgain() {
    rig.connected();

    rig.stop();

    await().until(() -> rig.gateway.openConnections() == 0);
    assertThat(rig.lease.held).isFalse();
    assertThat(health()).isEqualTo(Status.DOWN);
    rig.connected();
    assertThat(rig.gateway.logins()).isEqualTo(2);
  }

  @Test
  void livesOnAfterMalformedFramesWithoutPrintingThem(CapturedOutput output) {
    rig.connected();

    rig.gateway.sendRaw("{\"cmd\":\"aibot_msg_callback\", 机密");
    rig.gateway.sendRaw("[1,2]");
    rig.gateway.sendRaw("");
    rig.gateway.sendRaw("[".repeat(5000));
    rig.gateway.sendRaw("{\"cmd\":\"aibot_msg_callback\"}");
    rig.gateway.sendRaw("{\"cmd\":7,\"headers\":[],\"body\":\"机密\"}");
    rig.gateway.sendRaw("{\"cmd\":\"something_new\",\"headers\":{\"req_id\":\"x\"},\"body\":{}}");
    String after = rig.gateway.say("u1", "wrG", "@旬榜 我的");

    rig.awaitMessage(after);
    assertThat(rig.gateway.connections()).isOne();
    assertThat(rig.inbound.received).hasSize(1);
    assertThat(output).contains("Aibot frame skipped").doesNotContain("机密");
  }

  @Test
  void readsFramesWithRawControlCharacters() {
    rig.gateway.sendControlCharacters(true);
    rig.connected();

    String id = rig.gateway.say("u1", "wrG", "@旬榜 日报 意向12");

    assertThat(rig.awaitMessage(id).message().text()).isEqualTo("@旬榜 日报 意向12");
  }

  @Test
  void readsLargeFrames() {
    rig.connected();
    String large = "意向12\n".repeat(100_000);

    String id = rig.gateway.say("u1", "wrG", large);

    assertThat(rig.awaitMessage(id).message().text()).isEqualTo(large);
  }

  private Status health() {
    return new AibotHealthIndicator(rig.connection).health().getStatus();
  }
}
