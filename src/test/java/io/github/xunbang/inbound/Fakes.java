package io.github.xunbang.inbound;

import io.github.xunbang.boards.RefusingOrganizations;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Arguments;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRouter;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.message.Quote;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.DirectReplies;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stand-ins for the rooms around {@code inbound}, with just enough behaviour. */
final class Fakes {

  static final Instant NOW = Instant.parse("2026-12-03T13:40:00Z");
  static final Conversation GROUP = Conversation.group("simulator", "g1");

  private Fakes() {}

  static InboundMessage message(String id, String text) {
    return message(id, GROUP, text, null, List.of());
  }

  static InboundMessage message(
      String id,
      Conversation conversation,
      String text,
      @Nullable Quote quote,
      List<Attachment> attachments) {
    return new InboundMessage(id, conversation, "u1", "张敏", text, false, quote, attachments, NOW);
  }

  static CommandDefinition definition(String name, Access audience, Conversation.Kind... where) {
    return new CommandDefinition(
        name,
        List.of(),
        audience,
        where.length == 0 ? List.of(Conversation.Kind.values()) : List.of(where),
        List.of(),
        "试试",
        Map.of(),
        List.of());
  }

  /** Says who speaks; the roster is one manager and one member. */
  static final class Organizations extends RefusingOrganizations {
    Function<InboundMessage, Caller> identified =
        message -> caller(message.conversation(), Access.MEMBER, "o1", "m1");

    static Caller caller(
        Conversation conversation,
        Access access,
        @Nullable String organization,
        @Nullable String member) {
      return new Caller(conversation, "u1", organization, member, "张敏", access);
    }

    void speaker(Access access, @Nullable String organization, @Nullable String member) {
      identified = message -> caller(message.conversation(), access, organization, member);
    }

    @Override
    public Caller identify(InboundMessage message) {
      return identified.apply(message);
    }

    @Override
    public Optional<Organization> find(String organizationId) {
      return organizationId.isEmpty() ? Optional.empty() : Optional.of(get(organizationId));
    }

    @Override
    public Organization get(String organizationId) {
      LocalDate since = LocalDate.of(2026, 1, 1);
      return new Organization(
          organizationId,
          "一组",
          BusinessDay.DEFAULT,
          Map.of(),
          true,
          List.of(),
          List.of(
              new Member("m1", "张敏", Access.MEMBER, null, null, List.of(), since, null),
              new Member("m2", "王芳", Access.MANAGER, null, null, List.of(), since, null),
              new Member("m3", "赵离", Access.MANAGER, null, null, List.of(), since, since)),
          NOW);
    }

    @Override
    public List<Organization> all() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Organization change(String organizationId, UnaryOperator<Organization> change) {
      throw new UnsupportedOperationException();
    }
  }

  /** Routes by the first word; other texts are unknown. */
  static final class Router implements CommandRouter {

    final Map<String, CommandHandler> handlers = new HashMap<>();
    final Map<String, CommandDefinition> definitions = new HashMap<>();

    void add(CommandDefinition definition, CommandHandler handler) {
      handlers.put(definition.name(), handler);
      definitions.put(definition.name(), definition);
    }

    @Override
    public Route route(InboundMessage message, Caller caller) {
      String word = message.text().split("[ \n]", 2)[0];
      CommandHandler handler = handlers.get(word);
      return handler == null
          ? new Unknown(Reply.text("没看懂“" + message.text() + "”"))
          : new Found(
              handler,
              new CommandCall(
                  definitions.get(word), caller, message, message.text(), Arguments.NONE));
    }
  }

  /** A handler made of a function. */
  record Handler(String name, Effect effect, Function<CommandCall, Reply> does)
      implements CommandHandler {

    @Override
    public Reply handle(CommandCall call) {
      return does.apply(call);
    }
  }

  /** Receipts in memory. */
  static final class MemoryReceipts implements Receipts {

    final Map<String, Optional<Reply>> stored = new ConcurrentHashMap<>();
    final List<Instant> cleanings = new ArrayList<>();

    @Override
    public @Nullable Reply claim(String messageKey) {
      Optional<Reply> known = stored.putIfAbsent(messageKey, Optional.empty());
      return known == null ? null : known.orElse(null);
    }

    @Override
    public void finish(String messageKey, Reply reply) {
      stored.put(messageKey, Optional.of(reply));
    }

    @Override
    public void removeBefore(Instant instant) {
      cleanings.add(instant);
    }
  }

  /** Greetings in memory. */
  static final class MemoryGreetings implements Greetings {

    private final Set<String> greeted = ConcurrentHashMap.newKeySet();

    @Override
    public boolean first(Conversation group) {
      return greeted.add(group.key());
    }
  }

  /** Keeps what was enqueued. */
  static final class MemoryOutbox implements OutboxService, DirectReplies {

    final List<Post> posts = new ArrayList<>();

    @Override
    public boolean limited(Conversation conversation) {
      return !conversation.channel().equals("simulator");
    }

    @Override
    public boolean take(Conversation conversation, int messages) {
      return true;
    }

    @Override
    public boolean isKnown(String postKey) {
      return posts.stream().anyMatch(post -> post.key().equals(postKey));
    }

    @Override
    public void enqueue(Post post) {
      posts.add(post);
    }

    @Override
    public void drain() {
      throw new UnsupportedOperationException();
    }
  }
}
