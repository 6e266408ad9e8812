package io.github.xunbang.outbox;

import io.github.xunbang.message.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which channels can take a post, the one that suits it best first. */
final class DeliveryRoutes {

  private final Supplier<List<DeliveryChannel>> channels;

  DeliveryRoutes(Supplier<List<DeliveryChannel>> channels) {
    this.channels = channels;
  }

  /**
   * One way for a post.
   *
   * @param can what the channel can do in the post's conversation
   * @param own whether it is the conversation's own channel
   */
  record Route(DeliveryChannel channel, Capabilities can, boolean own) {}

  /**
   * The conversation's own channel, and before it one that also serves the conversation when only
   * that one can notify the mentioned people or show the attachments.
   *
   * @throws PermanentDeliveryException nobody can speak there
   */
  List<Route> of(PostDocument post) {
    List<Route> all = speaking(post);
    Optional<Route> own = all.stream().filter(Route::own).findFirst();
    Optional<Route> second =
        own.isPresent() && suits(own.get(), post)
            ? Optional.empty()
            : all.stream()
                .filter(route -> !route.own() && route.channel().ready())
                .filter(route -> own.isEmpty() || suits(route, post))
                .findFirst();
    List<Route> routes = new ArrayList<>();
    second.ifPresent(routes::add);
    own.ifPresent(routes::add);
    if (routes.isEmpty()) {
      throw new PermanentDeliveryException(nobody(post), null);
    }
    return routes;
  }

  /** Whether the conversation's own channel can deliver from this instance, if there is one. */
  boolean ownReady(String conversation) {
    return channels.get().stream()
        .filter(channel -> conversation.startsWith(channel.channel() + "|"))
        .allMatch(DeliveryChannel::ready);
  }

  private List<Route> speaking(PostDocument post) {
    List<Route> all = new ArrayList<>();
    for (DeliveryChannel channel : channels.get()) {
      if (channel.serves(post.conversation())) {
        Capabilities can = channel.capabilities(post.conversation());
        if (can.push()) {
          all.add(new Route(channel, can, channel.channel().equals(post.channel())));
        }
      }
    }
    return all;
  }

  private static boolean suits(Route route, PostDocument post) {
    boolean mentions = post.mentions() == null || post.mentions().isEmpty() || route.can.mention();
    return mentions
        && (post.attachments() == null
            || post.attachments().stream().allMatch(it -> shows(route.can, it.kind())));
  }

  static boolean shows(Capabilities can, Attachment.Kind kind) {
    return kind == Attachment.Kind.PICTURE ? can.picture() : can.file();
  }

  private String nobody(PostDocument post) {
    return channels.get().stream().anyMatch(it -> it.channel().equals(post.channel()))
        ? "channel cannot speak first in this conversation"
        : "no channel " + post.channel();
  }
}
