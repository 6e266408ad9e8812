package io.github.xunbang.organization;

import io.github.xunbang.message.Conversation;
import java.util.List;

/**
 * A group chat bound to an organization, with its role (S-65).
 *
 * @param conversation which one
 * @param takesReports whether reports may be posted there
 * @param receivesPosts whether boards and digests are posted there
 * @param unitIds the units whose boards and names it shows; empty means the whole organization
 */
public record ChatGroup(
    Conversation conversation, boolean takesReports, boolean receivesPosts, List<String> unitIds) {

  public ChatGroup {
    unitIds = List.copyOf(unitIds);
  }

  /** A group of the whole organization that takes reports. */
  public ChatGroup(Conversation conversation, boolean receivesPosts) {
    this(conversation, true, receivesPosts, List.of());
  }
}
