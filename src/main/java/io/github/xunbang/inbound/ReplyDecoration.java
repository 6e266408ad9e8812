package io.github.xunbang.inbound;

import io.github.xunbang.command.Caller;
import io.github.xunbang.command.Reply;
import io.github.xunbang.inbound.Outcome.Result;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines that stand around an answer because of how the message came, not of what it asked. */
final class ReplyDecoration {

  private static final Logger log = LoggerFactory.getLogger(ReplyDecoration.class);
  private static final String SIMULATOR = "simulator";

  private final Greetings greetings;
  private final String greeting;

  ReplyDecoration(Greetings greetings, String botName) {
    this.greetings = greetings;
    this.greeting = "大家好，我是" + botName + "：@我发“日报 意向12 签单2”登记当天的数，每旬自动出榜。发“帮助”看全部。";
  }

  /**
   * Names for whom quoted figures count, and declines what cannot be read.
   *
   * @param ledger whether the command stores figures
   */
  Outcome decorated(Outcome outcome, IncomingText incoming, Caller caller, boolean ledger) {
    Reply reply = outcome.reply();
    if (incoming.quoted() && ledger && outcome.result() == Result.DONE) {
      reply = before(reply, "引用的那条按" + caller.name() + "的日报处理：");
    }
    if (incoming.declined() != null) {
      reply = after(reply, incoming.declined() + "我看不了，请发文字");
    }
    return outcome.withReply(reply);
  }

  /** Tells in a group without organization what an administrator types first. */
  Reply unbound(Reply reply, Caller caller) {
    return caller.conversation().isGroup() && caller.organizationId() == null
        ? after(reply, Authorization.UNBOUND)
        : reply;
  }

  /** Puts a greeting before the first answer in a real group; in the simulator nothing stands. */
  Outcome greeted(Outcome outcome, Conversation conversation) {
    boolean real = conversation.isGroup() && !conversation.channel().equals(SIMULATOR);
    if (!real || outcome.result().repeatable() || outcome.reply().messages().isEmpty()) {
      return outcome;
    }
    return isFirst(conversation)
        ? outcome.withReply(before(outcome.reply(), greeting + "\n"))
        : outcome;
  }

  private boolean isFirst(Conversation group) {
    try {
      return greetings.first(group);
    } catch (RuntimeException e) {
      // The answer matters more than good manners.
      log.warn("Greeting not recorded: conversation={}", group.key(), e);
      return false;
    }
  }

  private static Reply before(Reply reply, String line) {
    return with(reply, 0, line, true);
  }

  private static Reply after(Reply reply, String line) {
    return with(reply, reply.messages().size() - 1, line, false);
  }

  private static Reply with(Reply reply, int index, String line, boolean before) {
    if (reply.messages().isEmpty()) {
      return Reply.text(line.strip());
    }
    List<OutboundMessage> messages = new ArrayList<>(reply.messages());
    OutboundMessage old = messages.get(index);
    String text = before ? line + "\n" + old.text() : old.text() + "\n" + line;
    messages.set(index, new OutboundMessage(text.strip(), old.mentions(), old.attachments()));
    return new Reply(messages);
  }
}
