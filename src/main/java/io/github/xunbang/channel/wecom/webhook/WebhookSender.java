package io.github.xunbang.channel.wecom.webhook;

import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.outbox.PermanentDeliveryException;
import io.github.xunbang.outbox.TransientDeliveryException;
import io.github.xunbang.outbox.UnknownDeliveryException;
import java.util.ArrayList;
import java.util.List;

/** Sends one message through a webhook, in as many calls as it takes. */
final class WebhookSender {

  private static final int IMAGE_BYTES = 2 * 1024 * 1024;
  private static final int FILE_BYTES = 20 * 1024 * 1024;
  private static final int SMALLEST_FILE = 6;
  private static final int NAME_LENGTH = 80;

  private final WebhookClient client;
  private final KeyBudget budget;

  WebhookSender(WebhookClient client, KeyBudget budget) {
    this.client = client;
    this.budget = budget;
  }

  /**
   * Sends {@code message}. Files are uploaded first: that shows nothing, so its failure leaves no
   * half message behind.
   *
   * @throws UnknownDeliveryException also when a part is shown and the rest is not
   */
  void send(Webhook webhook, OutboundMessage message) {
    List<WebhookText.Piece> pieces = WebhookText.pieces(message);
    budget.take(webhook.reference(), pieces.size() + message.attachments().size());
    try {
      List<Runnable> calls = new ArrayList<>();
      pieces.forEach(piece -> calls.add(() -> send(webhook.key(), piece)));
      message.attachments().forEach(it -> calls.add(prepared(webhook.key(), it)));
      run(calls);
    } catch (TransientDeliveryException e) {
      if (!e.pause().isZero()) {
        budget.block(webhook.reference(), e.pause());
      }
      throw e;
    }
  }

  private static void run(List<Runnable> calls) {
    for (int done = 0; done < calls.size(); done++) {
      try {
        calls.get(done).run();
      } catch (RuntimeException e) {
        if (done == 0) {
          throw e;
        }
        throw new UnknownDeliveryException(
            "webhook: %d of %d parts delivered, then: %s"
                .formatted(done, calls.size(), e.getMessage()),
            null);
      }
    }
  }

  private void send(WebhookKey key, WebhookText.Piece piece) {
    switch (piece.form()) {
      case TEXT -> client.text(key, piece.content(), piece.userIds());
      case MARKDOWN -> client.markdown(key, piece.content());
      case MARKDOWN_V2 -> client.markdownV2(key, piece.content());
    }
  }

  private Runnable prepared(WebhookKey key, Attachment attachment) {
    byte[] content = attachment.content();
    if (attachment.kind() == Attachment.Kind.PICTURE
        && content.length <= IMAGE_BYTES
        && isJpgOrPng(content)) {
      return () -> client.image(key, content);
    }
    if (content.length < SMALLEST_FILE || content.length > FILE_BYTES) {
      throw new PermanentDeliveryException(
          "webhook: a file of " + content.length + " bytes cannot be sent", null);
    }
    String mediaId = client.upload(key, fileName(attachment.name()), content);
    return () -> client.file(key, mediaId);
  }

  private static boolean isJpgOrPng(byte[] content) {
    return startsWith(content, 0xFF, 0xD8, 0xFF) || startsWith(content, 0x89, 'P', 'N', 'G');
  }

  private static boolean startsWith(byte[] content, int... magic) {
    if (content.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (content[i] != (byte) magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** A name that cannot break out of its header. */
  private static String fileName(String name) {
    String safe = name.replaceAll("[\\p{Cntrl}\"\\\\/:*?<>|;]", "_").strip();
    int from = Math.max(0, safe.length() - NAME_LENGTH);
    return safe.isEmpty() ? "file" : safe.substring(from);
  }
}
