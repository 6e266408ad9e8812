package io.github.xunbang.outbox;

import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The messages that a post, or several posts said together, becomes on a channel. */
final class PostParts {

  private PostParts() {}

  /** Mentions go with the first part, pictures and files with the last. */
  static List<OutboundMessage> of(PostDocument post, Capabilities can) {
    OutboundMessage whole = post.message();
    List<Attachment> showable =
        whole.attachments().stream().filter(it -> DeliveryRoutes.shows(can, it.kind())).toList();
    if (whole.text().isBlank() && showable.isEmpty()) {
      throw new PermanentDeliveryException("the channel shows none of its attachments", null);
    }
    List<String> texts = TextParts.split(whole.text(), post.partBytes());
    int last = texts.size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(
            part ->
                new OutboundMessage(
                    texts.get(part),
                    part == 0 ? whole.mentions() : List.of(),
                    part == last ? showable : List.of()))
        .toList();
  }

  /** How many of {@code posts}, at least one, fit together into one message. */
  static int fitting(List<PostDocument> posts, int maxBytes) {
    int fitting = 1;
    while (fitting < posts.size() && bytes(together(posts.subList(0, fitting + 1))) <= maxBytes) {
      fitting++;
    }
    return fitting;
  }

  /** The first post with the texts of all below their common heading. */
  static PostDocument merged(List<PostDocument> posts) {
    PostDocument first = posts.get(0);
    return first.heading() == null ? first : first.withText(together(posts));
  }

  private static String together(List<PostDocument> posts) {
    String heading = posts.get(0).heading();
    String lines = posts.stream().map(PostDocument::text).collect(Collectors.joining("\n"));
    return heading == null || heading.isEmpty() ? lines : heading + "\n" + lines;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
