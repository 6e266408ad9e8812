package io.github.xunbang.channel.wecom.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.Mention;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.outbox.PermanentDeliveryException;
import io.github.xunbang.outbox.TransientDeliveryException;
import io.github.xunbang.outbox.UnknownDeliveryException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire, and what its answers mean (wecom.md section 3). */
class WebhookSenderTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final OutboundMessage SHORT = OutboundMessage.text("【公告】今天 17:40 开会");

  private final WebhookRig rig = new WebhookRig();

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void remindersRingPeopleWithDirectoryIdsAndNobodyElse() {
    String text = "【催报】12月3日\n还没报的：张敏、李强、王芳\n张敏 说：<@all> A<B & [点我](http://x) @所有人";
    List<Mention> mentions =
        List.of(
            new Mention("zhangmin", "张敏"),
            new Mention("li.qiang@corp", "李强"),
            new Mention("woAJ2GCAAAXtWyujaWJHDDGi0mACAAAA", "王芳"),
            new Mention("@all", "所有人"),
            new Mention("all", "所有人"));

    rig.sender.send(rig.webhook, new OutboundMessage(text, mentions, List.of()));

    assertSent("text-with-mentions");
  }

  @Test
  void shortTextsWithoutMentionsStayText() {
    rig.sender.send(rig.webhook, SHORT);

    assertSent("text");
    assertThat(rig.sent().get(0).getUrl()).isEqualTo("/cgi-bin/webhook/send?key=" + WebhookRig.KEY);
  }

  @Test
  void longTextsGoAsMarkdownWithTheMentionsInside() {
    String text = "【晨会】12月4日\n" + "今天有活动 *加油* [点我](http://x) <@all>\n".repeat(60);

    rig.sender.send(
        rig.webhook, new OutboundMessage(text, List.of(new Mention("zhangmin", "张敏")), List.of()));

    assertThat(rig.sent()).hasSize(1);
    var body = JSON.readTree(rig.sent().get(0).getBodyAsString());
    String content = body.path("markdown").path("content").asString();
    assertThat(body.path("msgtype").asString()).isEqualTo("markdown");
    assertThat(content.getBytes(StandardCharsets.UTF_8).length).isBetween(2049, 4096);
    assertThat(content)
        .contains("今天有活动 ＊加油＊ [点我］(http://x) ＜＠all>")
        .endsWith("\n<@zhangmin>")
        .containsOnlyOnce("<@");
  }

  @Test
  void boardsGoAsTablesOfMarkdownV2() {
    rig.sender.send(
        rig.webhook,
        OutboundMessage.text("【旬榜】2026年12月上旬 第1期\n签单\n1. 张敏 24个 ↑2\n2. <font|* 12个 新\n未上报1人：李强"));

    assertSent("board");
  }

  @Test
  void numberedListsThatAreNoBoardsStayText() {
    rig.sender.send(rig.webhook, OutboundMessage.text("【待办】\n1. 回访 王女士\n2. 交 周报"));

    assertThat(rig.sent().get(0).getBodyAsString()).contains("\"msgtype\":\"text\"");
  }

  @Test
  void smallPicturesGoInlineWithTheirMd5() {
    rig.sender.send(rig.webhook, withFile("", Attachment.Kind.PICTURE, "榜.png", png(56)));

    assertSent("image");
    assertThat(rig.uploads()).isEmpty();
  }

  @Test
  void filesAreUploadedWithNameAndLengthBeforeAnythingIsShown() {
    byte[] sheet = "姓名,签单\n张敏,2\n".getBytes(StandardCharsets.UTF_8);

    rig.sender.send(rig.webhook, withFile("【月报】附件", Attachment.Kind.FILE, "12月\"榜\r\n.csv", sheet));

    LoggedRequest upload = rig.uploads().get(0);
    assertThat(upload.getUrl()).contains("type=file").contains("key=" + WebhookRig.KEY);
    assertThat(upload.getHeader("Content-Type")).startsWith("multipart/form-data; boundary=");
    assertThat(upload.getBodyAsString())
        .contains(
            "Content-Disposition: form-data; name=\"media\"; filename=\"12月_榜__.csv\"; filelength="
                + sheet.length)
        .contains("姓名,签单\n张敏,2\n");
    assertThat(rig.sent()).hasSize(2);
    assertThat(JSON.readTree(rig.sent().get(1).getBodyAsString()))
        .isEqualTo(JSON.readTree(WebhookRig.body("file")));
  }

  @Test
  void picturesOverTwoMegabytesGoAsFiles() {
    rig.sender.send(
        rig.webhook, withFile("", Attachment.Kind.PICTURE, "大.png", png(2 * 1024 * 1024 + 1)));

    assertThat(rig.uploads()).hasSize(1);
    assertSent("file");
  }

  @Test
  void anUploadThatFailsLeavesNoHalfMessage() {
    rig.answer(WebhookRig.http(502));

    assertThatThrownBy(
            () -> rig.sender.send(rig.webhook, withFile("看附件", Attachment.Kind.FILE, "a", png(9))))
        .isInstanceOf(TransientDeliveryException.class);
    assertThat(rig.sent()).isEmpty();
  }

  @Test
  void aPartThatIsShownMakesTheRestUnknown() {
    rig.weCom.stubFor(
        com.github.tomakehurst.wiremock.client.WireMock.post(
                com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo(WebhookRig.SEND))
            .withRequestBody(
                com.github.tomakehurst.wiremock.client.WireMock.containing("\"image\""))
            .willReturn(
                com.github.tomakehurst.wiremock.client.WireMock.okJson(
                    WebhookRig.body("answer93018"))));

    assertThatThrownBy(
            () ->
                rig.sender.send(
                    rig.webhook, withFile("看图", Attachment.Kind.PICTURE, "a.png", png(56))))
        .isInstanceOf(UnknownDeliveryException.class)
        .hasMessageContaining("1 of 2 parts")
        .hasMessageContaining("93018");
  }

  @Test
  void theRateLimitBlocksTheKeyForAMinuteWithoutKnockingAgain() {
    rig.answer(45009);
    var refused = refusal(TransientDeliveryException.class);
    rig.answer(0);

    rig.realTime.turn(Duration.ofSeconds(59));
    var waiting = refusal(TransientDeliveryException.class);
    rig.realTime.turn(Duration.ofSeconds(2));
    rig.sender.send(rig.webhook, SHORT);

    assertThat(refused.pause()).isEqualTo(Duration.ofSeconds(60));
    assertThat(waiting.pause()).isEqualTo(Duration.ofSeconds(1));
    assertThat(rig.sent()).hasSize(2);
  }

  @Test
  void atMostTwentyMessagesInAnyMinuteLeaveForOneKey() {
    for (int i = 0; i < 20; i++) {
      rig.sender.send(rig.webhook, SHORT);
      rig.realTime.turn(Duration.ofSeconds(2));
    }

    assertThat(refusal(TransientDeliveryException.class).pause()).isEqualTo(Duration.ofSeconds(21));
    rig.realTime.turn(Duration.ofSeconds(21));
    rig.sender.send(rig.webhook, SHORT);

    assertThat(rig.sent()).hasSize(21);
  }

  @Test
  void busyIsTriedThreeTimesAndThenGivenUp() {
    rig.answer(-1);

    var refused = refusal(PermanentDeliveryException.class);

    assertThat(refused).hasMessageContaining("errcode=-1");
    assertThat(rig.sent()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {93000, 93004, 93008})
  void aDeadKeyIsToldApart(int errcode) {
    rig.answer(errcode);

    assertThat(refusal(WebhookErrors.DeadKeyException.class).errcode()).isEqualTo(errcode);
  }

  @ParameterizedTest
  @ValueSource(ints = {40058, 40008, 44004, 93017, 93018})
  void aPostThatIsRefusedForGoodLeavesTheKeyAlive(int errcode) {
    rig.answer(errcode);

    assertThat(refusal(PermanentDeliveryException.class))
        .isNotInstanceOf(WebhookErrors.DeadKeyException.class)
        .hasMessageContaining("errcode=" + errcode);
  }

  @Test
  void anUnknownCodeCountsAsARefusalForNow() {
    rig.answer(50001);

    assertThat(refusal(TransientDeliveryException.class)).hasMessageContaining("something new");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 404})
  void anHttpErrorHasTakenNothing(int status) {
    rig.answer(WebhookRig.http(status));

    refusal(TransientDeliveryException.class);
  }

  @Test
  void noConnectionHasTakenNothing() {
    rig.weCom.stop();

    refusal(TransientDeliveryException.class);
  }

  @Test
  void noAnswerInTimeLeavesTheOutcomeUnknownAndIsNotSentAgain() {
    rig.answer(WebhookRig.http(200).withBody(WebhookRig.body("answer0")).withFixedDelay(2500));

    refusal(UnknownDeliveryException.class);

    assertThat(rig.sent()).hasSize(1);
  }

  @Test
  void aBrokenOrForeignAnswerLeavesTheOutcomeUnknown() {
    rig.answer(WebhookRig.http(200).withFault(Fault.EMPTY_RESPONSE));
    refusal(UnknownDeliveryException.class);
    rig.answer(WebhookRig.http(200).withBody("<html>Sign in</html>"));
    refusal(UnknownDeliveryException.class);
    rig.answer(WebhookRig.http(200).withBody(""));
    refusal(UnknownDeliveryException.class);

    assertThat(rig.sent()).hasSize(3);
  }

  @Test
  void theKeyIsInNoLogLineAndNoException() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger wxJava = (Logger) LoggerFactory.getLogger("me.chanjar.weixin");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.addAppender(lines);
    wxJava.setLevel(Level.TRACE);
    try {
      for (int errcode : new int[] {0, -1, 93000, 40058, 50001}) {
        rig.answer(errcode);
        attempt();
      }
      rig.answer(
          WebhookRig.http(200)
              .withBody("{\"errcode\":93000,\"errmsg\":\"bad key " + WebhookRig.KEY + "\"}"));
      attempt();
      rig.answer(WebhookRig.http(500));
      attempt();
      rig.weCom.stop();
      attempt();
    } finally {
      root.detachAppender(lines);
      wxJava.setLevel(null);
    }

    // WireMock's own lines about what it received are not ours.
    assertThat(lines.list)
        .filteredOn(line -> !line.getLoggerName().contains("wiremock"))
        .noneMatch(line -> line.getFormattedMessage().contains(WebhookRig.KEY));
    assertThat(rig.webhook.toString()).doesNotContain(WebhookRig.KEY);
  }

  /** Every failure in the test of the key, with its causes. */
  private void attempt() {
    try {
      rig.sender.send(rig.webhook, SHORT);
    } catch (RuntimeException e) {
      for (Throwable at = e; at != null; at = at.getCause()) {
        assertThat(at.toString()).doesNotContain(WebhookRig.KEY);
      }
    }
  }

  private <T extends Throwable> T refusal(Class<T> type) {
    T refused = catchThrowableOfType(type, () -> rig.sender.send(rig.webhook, SHORT));
    assertThat(refused).isNotNull();
    return refused;
  }

  private void assertSent(String file) {
    assertThat(rig.sent()).hasSize(1);
    assertThat(JSON.readTree(rig.sent().get(0).getBodyAsString()))
        .isEqualTo(JSON.readTree(WebhookRig.body(file)));
  }

  private static OutboundMessage withFile(
      String text, Attachment.Kind kind, String name, byte[] content) {
    return new OutboundMessage(text, List.of(), List.of(new Attachment(kind, name, content)));
  }

  /** The beginning of a PNG and then bytes that count from 0. */
  private static byte[] png(int length) {
    byte[] content = new byte[length];
    byte[] magic = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    for (int i = 0; i < length; i++) {
      content[i] = i < magic.length ? magic[i] : (byte) (i - magic.length);
    }
    return content;
  }
}
