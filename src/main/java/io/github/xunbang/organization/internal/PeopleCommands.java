package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** 加人: puts people on the roster and changes their position or unit, one a line (S-01, S-26). */
@Component
class PeopleCommands implements CommandHandler {

  private final OrganizationService organizations;
  private final CallScene scene;

  PeopleCommands(OrganizationService organizations, CallScene scene) {
    this.organizations = organizations;
    this.scene = scene;
  }

  @Override
  public String name() {
    return "加人";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = scene.organization(call);
    List<TypedLine> lines =
        TypedLine.of(call.input(), CallScene.dates(call, organization)).stream()
            .filter(line -> !RosterLine.isHeading(line))
            .toList();
    if (lines.isEmpty()) {
      throw call.rejection("usage", Map.of());
    }
    EditLog log = apply(call, organization, lines);
    if (!log.changedAnything() && log.refusedAnything()) {
      throw new CommandRejectedException(log.text());
    }
    return Reply.text(log.text());
  }

  private EditLog apply(CommandCall call, Organization organization, List<TypedLine> lines) {
    Function<String, Optional<String>> taken = scene.taken(organization);
    AtomicReference<EditLog> log = new AtomicReference<>();
    organizations.change(
        organization.id(),
        current -> {
          RosterEdits edits =
              new RosterEdits(
                      current,
                      CallScene.today(call, current),
                      taken,
                      !CallScene.unitsAreSetUp(current))
                  .apply(lines);
          log.set(edits.log());
          return edits.log().changedAnything() ? edits.result() : current;
        });
    return log.get();
  }
}
