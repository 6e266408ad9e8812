package io.github.xunbang.simulator;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.Mention;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.outbox.Capabilities;
import io.github.xunbang.outbox.DeliveryChannel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The channel on which everything is allowed and nothing leaves the machine. */
@Component
@ConditionalOnSimulator
class SimulatorChannel implements DeliveryChannel {

  /** Channel name of design section 15. */
  static final String NAME = "simulator";

  private static final Capabilities EVERYTHING =
      new Capabilities(true, true, true, true, 1_000_000, Integer.MAX_VALUE, Integer.MAX_VALUE);

  private final LineRepository lines;
  private final BusinessClock clock;

  SimulatorChannel(LineRepository lines, BusinessClock clock) {
    this.lines = lines;
    this.clock = clock;
  }

  @Override
  public String channel() {
    return NAME;
  }

  @Override
  public String title() {
    return "模拟器";
  }

  @Override
  public Capabilities capabilities(Conversation conversation) {
    return EVERYTHING;
  }

  @Override
  public void deliver(Conversation conversation, OutboundMessage message) {
    drafts(message, null).forEach(draft -> lines.append(conversation, draft));
  }

  /**
   * The lines that {@code message} becomes: one, and one more for each attachment after the first.
   *
   * @param replyTo message id that it answers, or null for a push
   */
  List<LineDocument> drafts(OutboundMessage message, @Nullable String replyTo) {
    List<Attachment> attachments = message.attachments();
    List<LineDocument> drafts = new ArrayList<>();
    drafts.add(
        draft(
            message.text(),
            message.mentions(),
            attachments.isEmpty() ? null : attachments.get(0),
            replyTo));
    attachments.stream()
        .skip(1)
        .forEach(attachment -> drafts.add(draft("", List.of(), attachment, replyTo)));
    return drafts;
  }

  private LineDocument draft(
      String text,
      List<Mention> mentions,
      @Nullable Attachment attachment,
      @Nullable String replyTo) {
    // As precise as it is stored, so that a repeated answer is the same to the letter.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<String> userIds = mentions.stream().map(Mention::userId).toList();
    return new LineDocument(
        "",
        0,
        0,
        now,
        LineDocument.BOT,
        "旬榜",
        typeOf(attachment),
        text,
        userIds,
        attachment == null ? null : attachment.name(),
        attachment == null ? null : attachment.content(),
        replyTo);
  }

  static String typeOf(@Nullable Attachment attachment) {
    if (attachment == null) {
      return "text";
    }
    return attachment.kind() == Attachment.Kind.PICTURE ? "picture" : "file";
  }
}
