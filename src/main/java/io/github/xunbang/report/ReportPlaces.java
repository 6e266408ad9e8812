package io.github.xunbang.report;

import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import java.util.Map;

/** Some groups only receive boards; reports belong into the others or into private chat (S-65). */
final class ReportPlaces {

  private ReportPlaces() {}

  /**
   * Accepts the conversation.
   *
   * @throws CommandRejectedException in a group that takes no reports
   */
  static void check(Organization organization, Caller caller, CommandDefinition texts) {
    if (!organization.takesReports(caller.conversation())) {
      throw new CommandRejectedException(texts.text("wrong_group", Map.of()));
    }
  }
}
