package io.github.xunbang.simulator;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.template.DemoTeams;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/** Brings the demo team on stage and lets some of its people speak. */
@Service
@ConditionalOnSimulator
class DemoStage {

  private static final int PATIENCE_SECONDS = 20;

  private final DemoTeams teams;
  private final MessageDoor door;
  private final DemoEvening evening;

  DemoStage(DemoTeams teams, MessageDoor door, DemoEvening evening) {
    this.teams = teams;
    this.door = door;
    this.evening = evening;
  }

  /** Loads the team of that name; a second time adds only the days since. */
  Loaded load(String name) {
    DemoTeams.Cast cast = teams.open(name, SimulatorChannel.NAME);
    // One after the other: a ranking asked for must show the reports before it.
    cast.setup().forEach(line -> say(cast.group(), line));
    teams.fill(cast).forEach(line -> say(cast.group(), line));
    evening.plan(cast.organizationId());
    return new Loaded(cast.group().id(), cast.people());
  }

  /** The teams that can be loaded, the usual one first. */
  List<String> names() {
    return teams.names();
  }

  private void say(Conversation group, DemoTeams.Line line) {
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
