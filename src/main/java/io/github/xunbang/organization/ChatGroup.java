package io.github.xunbang.organization;

import io.github.xunbang.message.Conversation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group chat bound to an organization, with its role (S-65).
 *
 * @param conversation which one
 * @param takesReports whether reports may be posted there
 * @param receivesPosts whether boards and digests are posted there
 * @param unitIds the units whose boards and names it shows; empty means the whole organization
 * @param name what people call it ({@code 派单 王女士 设计群}), or null; vendors give groups no name
 */
public record ChatGroup(
    Conversation conversation,
    boolean takesReports,
    boolean receivesPosts,
    List<String> unitIds,
    @Nullable String name) {

  public ChatGroup {
    unitIds = List.copyOf(unitIds);
  }

  /** A group without a name. */
  public ChatGroup(
      Conversation conversation,
      boolean takesReports,
      boolean receivesPosts,
      List<String> unitIds) {
    this(conversation, takesReports, receivesPosts, unitIds, null);
  }

  /** A group of the whole organization that takes reports. */
  public ChatGroup(Conversation conversation, boolean receivesPosts) {
    this(conversation, true, receivesPosts, List.of());
  }

  /** The same group in the same role under another name. */
  public ChatGroup named(@Nullable String newName) {
    return new ChatGroup(conversation, takesReports, receivesPosts, unitIds, newName);
  }
}
