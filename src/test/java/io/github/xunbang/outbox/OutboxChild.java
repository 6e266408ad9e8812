package io.github.xunbang.outbox;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.storage.DatabaseKind;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import io.github.xunbang.storage.Lease;
import io.github.xunbang.storage.TestCiphers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * An outbox in a process of its own that posts without end, every kind of post in turn, until
 * somebody kills it. What appeared and what was told stands line by line in two files.
 */
final class OutboxChild {

  private static final int CONVERSATIONS = 6;

  private OutboxChild() {}

  /** Arguments: a folder and a word that makes this process's post keys unique. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    EmbeddedTestDatabase db = EmbeddedTestDatabase.in(folder.resolve("data"));
    BusinessClock clock = new BusinessClock(Clock.system(ZoneId.of("Asia/Shanghai")));
    DurableOutboxService outbox = service(db, clock, folder);
    new OutboxWorker(outbox, clock).start();
    for (int number = 0; ; number++) {
      enqueue(outbox, args[1] + "-" + number, number, clock);
      LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
    }
  }

  /** The outbox over {@code db} with files in {@code folder} for its channel and its troubles. */
  static DurableOutboxService service(EmbeddedTestDatabase db, BusinessClock clock, Path folder) {
    PostRepository posts = new PostRepository(db.template(), TestCiphers.withKey());
    DeliveryTroubles troubles =
        new DeliveryTroubles(
            new TroublesRepository(db.template()),
            posts,
            clock,
            trouble -> append(told(folder), trouble.postKey() + " " + trouble.number()));
    return new DurableOutboxService(
        posts,
        clock,
        DatabaseKind.EMBEDDED,
        new NeverAsked(),
        new OutboxMetrics(new SimpleMeterRegistry()),
        troubles,
        () -> List.of(new FileChannel(folder)),
        List::of);
  }

  static Path shown(Path folder) {
    return folder.resolve("shown.txt");
  }

  static Path told(Path folder) {
    return folder.resolve("told.txt");
  }

  private static void enqueue(
      DurableOutboxService outbox, String key, int number, BusinessClock clock) {
    boolean isPrivate = number % 5 == 0;
    String id = "c" + number % CONVERSATIONS;
    Conversation to =
        isPrivate ? Conversation.privateChat("file", id) : Conversation.group("file", id);
    switch (number % 4) {
      case 0 -> outbox.enqueue(post(key, to, Post.Lane.REPLY, key));
      case 1 -> outbox.enqueue(post(key, to, Post.Lane.REMINDER, key));
      case 2 -> outbox.enqueue(post(key, to, Post.Lane.BOARD, key + ".1\n" + key + ".2"));
      default ->
          outbox.merge(
              post(key, to, Post.Lane.REPLY, key), "", clock.realTime().instant().plusMillis(60));
    }
  }

  private static Post post(String key, Conversation to, Post.Lane lane, String text) {
    return new Post(key, "o1", to, lane, OutboundMessage.text(text));
  }

  private static void append(Path file, String lines) {
    try {
      // One write, which survives SIGKILL once it has returned.
      Files.writeString(file, lines + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A platform that takes its time before and after it shows a message. */
  private record FileChannel(Path folder) implements DeliveryChannel {

    @Override
    public String channel() {
      return "file";
    }

    @Override
    public Capabilities capabilities(Conversation conversation) {
      return new Capabilities(true, true, true, true, 14, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public void deliver(Conversation conversation, OutboundMessage message) {
      pause();
      append(shown(folder), message.text());
      pause();
    }

    private static void pause() {
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(4_000_000));
    }
  }

  private static final class NeverAsked implements Lease {
    @Override
    public boolean acquire(String name, Duration validity) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void release(String name) {
      throw new UnsupportedOperationException();
    }
  }
}
