package io.github.xunbang.reminder.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.boards.FakeLedger;
import io.github.xunbang.boards.FakeOrganizations;
import io.github.xunbang.boards.FakeOutbox;
import io.github.xunbang.boards.FakeWorkdays;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.QuietHours;
import io.github.xunbang.outbox.Capabilities;
import io.github.xunbang.outbox.DeliveryChannel;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import io.github.xunbang.storage.HandTurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class HeartbeatIT {

  /** Thursday, 20:10 in Shanghai. */
  private static final Instant NOW = Instant.parse("2026-12-03T12:10:00Z");

  private static final Conversation GROUP = Conversation.group("aibot", "g1");

  private final EmbeddedTestDatabase db = EmbeddedTestDatabase.inMemory();
  private final HandTurnedClock real = new HandTurnedClock(NOW);
  private final BusinessClock clock = new BusinessClock(real);
  private final FakeOutbox outbox = new FakeOutbox();
  private final FakeLedger ledger = new FakeLedger();
  private final FakeOrganizations organizations = new FakeOrganizations(team(false));
  private boolean connected = true;
  private boolean paused;

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void anOutageIsToldOnceToGroupsOfTeamsThatReport() {
    ledger.put("m1", "2026-12-03", "yixiang", "5");
    process().beat();

    real.turn(Duration.ofMinutes(15));
    Heartbeat restarted = process();
    Heartbeat another = process();
    restarted.beat();
    another.beat();
    restarted.beat();

    assertThat(outbox.posts())
        .extracting(Post::conversation, post -> post.message().text())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                GROUP, "【掉线】12月3日(周四) 20:10到20:25 我不在线，这段时间的话可能没收到。\n没见我回的请再发一次，回过“已登记”的不用管。"));
  }

  @Test
  void aLostConnectionIsAnOutageThoughTheProcessLives() {
    ledger.put("m1", "2026-12-02", "yixiang", "5");
    Heartbeat heartbeat = process();
    heartbeat.beat();
    connected = false;
    real.turn(Duration.ofMinutes(3));
    heartbeat.beat();
    assertThat(outbox.posts()).isEmpty();

    connected = true;
    heartbeat.beat();

    assertThat(outbox.posts()).hasSize(1);
  }

  @Test
  void twoMinutesOrATurnedSimulatorClockAreNone() {
    ledger.put("m1", "2026-12-03", "yixiang", "5");
    Heartbeat heartbeat = process();
    heartbeat.beat();

    real.turn(Duration.ofMinutes(2));
    heartbeat.beat();
    clock.moveTo(NOW.plus(Duration.ofHours(5)));
    heartbeat.beat();

    assertThat(outbox.posts()).isEmpty();
  }

  @Test
  void nightsQuietTeamsPausedTeamsAndSimulatedOnesHearNothing() {
    ledger.put("m1", "2026-12-03", "yixiang", "5");
    real.turn(Duration.ofHours(4));
    assertThat(linesAfter(Duration.ofHours(2))).isEmpty();
    real.turn(Duration.ofHours(20));
    paused = true;
    assertThat(linesAfter(Duration.ofMinutes(5))).isEmpty();
    paused = false;
    organizations.put(team(true));
    assertThat(linesAfter(Duration.ofMinutes(5))).isEmpty();
    organizations.put(team(false));
    real.turn(Duration.ofDays(7));
    assertThat(linesAfter(Duration.ofMinutes(5))).isEmpty();
  }

  private List<Post> linesAfter(Duration outage) {
    db.template().dropCollection("heartbeats");
    Heartbeat heartbeat = process();
    heartbeat.beat();
    real.turn(outage);
    heartbeat.beat();
    return outbox.posts();
  }

  private Heartbeat process() {
    return new Heartbeat(
        channels(),
        new HeartbeatRepository(db.template()),
        new OfflineLines(
            organizations,
            new Posts(),
            new FakeWorkdays(Set.of(), (member, day) -> false),
            ledger,
            outbox,
            clock),
        clock);
  }

  private static Organization team(boolean simulated) {
    return new Organization(
        "o1",
        "一部",
        BusinessDay.DEFAULT,
        Map.of(),
        simulated,
        List.of(
            new ChatGroup(GROUP, true),
            new ChatGroup(Conversation.group("aibot", "boards"), false, true, List.of()),
            new ChatGroup(Conversation.group("onebot", "elsewhere"), true)),
        List.of(
            new Member(
                "m1", "张敏", Access.MEMBER, null, null, List.of(), LocalDate.of(2026, 1, 1), null)),
        NOW);
  }

  private ObjectProvider<DeliveryChannel> channels() {
    return new ObjectProvider<>() {
      @Override
      public DeliveryChannel getObject() {
        throw new UnsupportedOperationException();
      }

      @Override
      public Stream<DeliveryChannel> orderedStream() {
        return Stream.of(new Aibot());
      }
    };
  }

  private final class Aibot implements DeliveryChannel {
    @Override
    public String channel() {
      return "aibot";
    }

    @Override
    public boolean ready() {
      return connected;
    }

    @Override
    public Capabilities capabilities(Conversation conversation) {
      return new Capabilities(true, false, false, false, 2048, 30, 1000);
    }

    @Override
    public void deliver(Conversation conversation, OutboundMessage message) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Posts implements AutoPosts {
    @Override
    public Optional<Instant> next(AutoPost post, String organizationId, Instant after) {
      return Optional.empty();
    }

    @Override
    public List<LocalTime> times(AutoPost post, Organization organization) {
      return post.times();
    }

    @Override
    public boolean isOn(AutoPost post, Organization organization) {
      return true;
    }

    @Override
    public boolean isPaused(Organization organization, Instant instant) {
      return paused;
    }

    @Override
    public QuietHours quietHours(Organization organization) {
      return QuietHours.DEFAULT;
    }
  }
}
