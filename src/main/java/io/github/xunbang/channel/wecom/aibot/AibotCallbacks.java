package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.inbound.InboundGateway;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.outbox.DirectReplies;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes what the server calls: hands messages to {@code inbound}, greets who opens the chat. */
final class AibotCallbacks {

  private static final Logger log = LoggerFactory.getLogger(AibotCallbacks.class);
  private static final String GREETING =
      """
      你好，我是旬榜，帮你记业绩、看排名 😊
      第一次来，先告诉我你是谁：我是 张三
      报今天的数：日报 意向12 签单2
      看自己：我的　看榜：排名　更多：帮助""";

  private final InboundGateway gateway;
  private final AibotTranslator translator;
  private final AibotSender sender;
  private final AibotFrames frames;
  private final DirectReplies budget;
  private final Executor executor;

  /** {@code executor} runs the greeting, which waits for its answer. */
  AibotCallbacks(
      InboundGateway gateway,
      AibotTranslator translator,
      AibotSender sender,
      AibotFrames frames,
      DirectReplies budget,
      Executor executor) {
    this.gateway = gateway;
    this.translator = translator;
    this.sender = sender;
    this.frames = frames;
    this.budget = budget;
    this.executor = executor;
  }

  /** Takes one callback; whatever it holds, the connection lives on. */
  void accept(AibotSession session, AibotFrame frame) {
    String messageId = frame.body().path("msgid").asString("");
    if (!messageId.isEmpty() && !session.firstSight(messageId)) {
      log.debug("Aibot callback came again: msgid={}", messageId);
      return;
    }
    try {
      handle(frame);
    } catch (RuntimeException e) {
      session.forget(messageId);
      log.error("Aibot callback failed: cmd={} msgid={}", frame.cmd(), messageId, e);
    }
  }

  private void handle(AibotFrame frame) {
    if (AibotFrame.MESSAGE.equals(frame.cmd())) {
      message(frame);
    } else if (frame.eventType().equals("enter_chat")) {
      executor.execute(() -> greet(frame));
    } else {
      log.debug("Aibot callback ignored: cmd={} event={}", frame.cmd(), frame.eventType());
    }
  }

  private void message(AibotFrame frame) {
    @Nullable InboundMessage message = translator.translate(frame.body());
    if (message != null) {
      gateway.accept(
          message,
          new AibotReplySink(sender, frames, budget, message.conversation(), frame.requestId()));
    }
  }

  private void greet(AibotFrame event) {
    ObjectNode body = frames.object().put("msgtype", "text");
    body.putObject("text").put("content", GREETING);
    try {
      sender.send(AibotFrame.WELCOME, event.requestId(), body);
    } catch (RuntimeException e) {
      // Not worth a retry: the greeting is due within five seconds or not at all.
      log.warn("Aibot greeting not delivered: {}", e.getMessage());
    }
  }
}
