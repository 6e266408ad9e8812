package io.github.xunbang.simulator;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.template.DemoTeam;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/** Brings the demo team on stage and lets some of its people speak. */
@Service
@ConditionalOnSimulator
class DemoStage {

  private static final int PATIENCE_SECONDS = 20;

  private final DemoTeam team;
  private final MessageDoor door;
  private final DemoEvening evening;

  DemoStage(DemoTeam team, MessageDoor door, DemoEvening evening) {
    this.team = team;
    this.door = door;
    this.evening = evening;
  }

  /** Loads the team; a second time adds only the days since. */
  Loaded load() {
    DemoTeam.Cast cast = team.load(SimulatorChannel.NAME);
    // One after the other: a ranking asked for must show the reports before it.
    cast.lines().forEach(line -> say(cast.group(), line));
    evening.plan(cast.organizationId());
    return new Loaded(cast.group().id(), cast.people());
  }

  private void say(Conversation group, DemoTeam.Line line) {
    IncomingMessage message =
        new IncomingMessage(
            group.id(),
            line.user(),
            line.name(),
            line.text(),
            line.key(),
            false,
            false,
            null,
            null);
    CompletableFuture<List<LineDocument>> answer = door.say(message.checked());
    answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /**
   * What was loaded.
   *
   * @param group where the team is
   * @param people how many
   */
  record Loaded(String group, int people) {}
}
