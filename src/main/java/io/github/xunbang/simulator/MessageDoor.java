package io.github.xunbang.simulator;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Reply;
import io.github.xunbang.inbound.InboundGateway;
import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.message.Quote;
import io.github.xunbang.outbox.TransientDeliveryException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Puts what people say on the road in and keeps what comes back. A message id is answered once: a
 * repetition, at the same time or after a restart, gets the stored replies.
 */
@Service
@ConditionalOnSimulator
class MessageDoor {

  private final Introduction introduction;
  private final LineRepository lines;
  private final RequestRepository requests;
  private final SimulatorChannel channel;
  private final InboundGateway gateway;
  private final BusinessClock clock;
  private final Map<String, CompletableFuture<List<LineDocument>>> inFlight =
      new ConcurrentHashMap<>();

  MessageDoor(
      Introduction introduction,
      LineRepository lines,
      RequestRepository requests,
      SimulatorChannel channel,
      InboundGateway gateway,
      BusinessClock clock) {
    this.introduction = introduction;
    this.lines = lines;
    this.requests = requests;
    this.channel = channel;
    this.gateway = gateway;
    this.clock = clock;
  }

  /**
   * Says the message.
   *
   * @param message already checked
   * @return completed with the bot's lines once they are stored; empty when the bot keeps silent
   */
  CompletableFuture<List<LineDocument>> say(IncomingMessage message) {
    String given = message.messageId();
    String messageId = given == null || given.isBlank() ? "sim-" + UUID.randomUUID() : given;
    CompletableFuture<List<LineDocument>> answer = new CompletableFuture<>();
    CompletableFuture<List<LineDocument>> running = inFlight.putIfAbsent(messageId, answer);
    if (running != null) {
      return running;
    }
    answer.whenComplete((replies, failure) -> inFlight.remove(messageId, answer));
    try {
      start(messageId, message, answer);
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
    return answer;
  }

  private void start(
      String messageId, IncomingMessage message, CompletableFuture<List<LineDocument>> answer) {
    RequestDocument request = requests.find(messageId).orElse(null);
    if (request != null && request.answered()) {
      answer.complete(repliesTo(request));
      return;
    }
    RequestDocument open = request != null ? request : open(messageId, message);
    if (request == null && !requests.insert(open)) {
      // Another instance was sent the same message at the same time.
      start(messageId, message, answer);
      return;
    }
    gateway.accept(inbound(open, message), reply -> keep(open, request != null, reply, answer));
  }

  private RequestDocument open(String messageId, IncomingMessage message) {
    if (message.hasGroup()) {
      introduction.introduce(message.groupConversation(), message.speaker(), message.name());
    }
    Conversation conversation = message.conversation();
    LineDocument line = lines.append(conversation, spoken(message));
    return new RequestDocument(
        messageId, conversation.kind(), conversation.id(), line.line(), line.at(), false);
  }

  private LineDocument spoken(IncomingMessage message) {
    List<Attachment> attachments = message.attachments();
    @Nullable Attachment attachment = attachments.isEmpty() ? null : attachments.get(0);
    String given = message.name();
    return new LineDocument(
        "",
        0,
        0,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        message.speaker(),
        given == null || given.isBlank() ? message.speaker() : given,
        SimulatorChannel.typeOf(attachment),
        message.said(),
        List.of(),
        attachment == null ? null : attachment.name(),
        attachment == null ? null : attachment.content(),
        null);
  }

  private InboundMessage inbound(RequestDocument request, IncomingMessage message) {
    long round = requests.round();
    String quoted = message.quotedText();
    return new InboundMessage(
        round == 0 ? request.id() : "r" + round + "-" + request.id(),
        request.where(),
        message.speaker(),
        message.name(),
        message.said(),
        Boolean.TRUE.equals(message.voice()),
        quoted == null ? null : new Quote(quoted),
        message.attachments(),
        request.at());
  }

  private void keep(
      RequestDocument request,
      boolean resumed,
      Reply reply,
      CompletableFuture<List<LineDocument>> answer) {
    try {
      answer.complete(store(request, resumed, reply));
    } catch (DataAccessException e) {
      answer.completeExceptionally(e);
      // The answer then goes through the outbox, like that of any channel whose window has closed.
      throw new TransientDeliveryException("Simulator could not store a reply", e);
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
      throw e;
    }
  }

  private List<LineDocument> store(RequestDocument request, boolean resumed, Reply reply) {
    // A crash may have come after some of the lines.
    List<LineDocument> replies = new ArrayList<>(resumed ? repliesTo(request) : List.of());
    reply.messages().stream()
        .flatMap(message -> channel.drafts(message, request.id()).stream())
        .skip(replies.size())
        .toList()
        .forEach(draft -> replies.add(lines.append(request.where(), draft)));
    requests.markAnswered(request.id());
    return List.copyOf(replies);
  }

  private List<LineDocument> repliesTo(RequestDocument request) {
    return lines.linesAfter(request.where(), request.line()).stream()
        .filter(line -> request.id().equals(line.replyTo()))
        .toList();
  }
}
