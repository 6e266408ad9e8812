package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Access;
import java.util.Map;
import java.util.Optional;

/** How people name access levels. */
final class AccessWords {

  private static final Map<String, Access> LEVELS =
      Map.of(
          "经理", Access.MANAGER,
          "组长", Access.LEADER,
          "成员", Access.MEMBER,
          "组员", Access.MEMBER);

  private AccessWords() {}

  /** The level that a manager may give by this word. */
  static Optional<Access> read(String word) {
    return Optional.ofNullable(LEVELS.get(word));
  }

  /** The word shown for a level. */
  static String of(Access access) {
    return switch (access) {
      case ADMIN -> "管理员";
      case MANAGER -> "经理";
      case LEADER -> "组长";
      case MEMBER -> "成员";
      case GUEST -> "未登记";
    };
  }
}
