package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import java.time.LocalDate;
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
        TypedLine.of(
                oneEach(call.input(), organization, CallScene.today(call, organization)),
                CallScene.dates(call, organization))
            .stream()
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

  /** {@code 张敏、李强、王五} are three people; {@code 张敏、电话营销员、一组} is one. */
  private static String oneEach(String input, Organization organization, LocalDate today) {
    List<String> words = List.of(PersonName.normalized(input).split("、"));
    boolean names =
        words.size() > 1
            && words.stream().allMatch(PersonName::looksLikeName)
            && words.stream().noneMatch(word -> isLabel(word, organization, today));
    return names ? String.join("\n", words) : input;
  }

  private static boolean isLabel(String word, Organization organization, LocalDate today) {
    return !organization.units().find(word, today).isEmpty()
        || organization.members().stream().anyMatch(one -> word.equals(one.positionOn(today)));
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
