package io.github.xunbang.reminder.offline;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.outbox.DeliveryChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Notes twice a minute, in real time, which channels are connected; a gap of more than two minutes
 * is an outage, whether the process, the connection or the database was away. The instance that
 * holds the connection beats, so that the end of another one is no outage.
 */
@Component
class Heartbeat implements SmartLifecycle {

  /** Shorter ones nobody notices. */
  static final Duration OUTAGE = Duration.ofMinutes(2);

  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
  private static final int FIRST_SECONDS = 5;
  private static final int EVERY_SECONDS = 30;

  private final ObjectProvider<DeliveryChannel> channels;
  private final HeartbeatRepository heartbeats;
  private final OfflineLines lines;
  private final BusinessClock clock;
  private @Nullable ScheduledExecutorService timer;

  Heartbeat(
      ObjectProvider<DeliveryChannel> channels,
      HeartbeatRepository heartbeats,
      OfflineLines lines,
      BusinessClock clock) {
    this.channels = channels;
    this.heartbeats = heartbeats;
    this.lines = lines;
    this.clock = clock;
  }

  /** One look at every channel; what fails is tried again at the next. */
  void beat() {
    List<DeliveryChannel> connected =
        channels.orderedStream().filter(DeliveryChannel::ready).toList();
    for (DeliveryChannel channel : connected) {
      try {
        beat(channel.channel());
      } catch (RuntimeException e) {
        // Most likely the database is away; then the gap is found when it is back.
        log.warn("No heartbeat: channel={} cause={}", channel.channel(), e.toString());
      }
    }
  }

  /** The lines are queued first: a crash in between queues them again under the same keys. */
  private void beat(String channel) {
    Instant now = clock.realTime().instant();
    Optional<Instant> last = heartbeats.last(channel);
    if (last.isPresent() && Duration.between(last.get(), now).compareTo(OUTAGE) > 0) {
      log.info("Back after an outage: channel={} from={} to={}", channel, last.get(), now);
      lines.announce(channel, last.get(), now);
    }
    heartbeats.beat(channel, now);
  }

  @Override
  public synchronized void start() {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleWithFixedDelay(this::beat, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }
}
