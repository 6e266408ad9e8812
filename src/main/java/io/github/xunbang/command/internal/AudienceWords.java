package io.github.xunbang.command.internal;

import io.github.xunbang.command.Access;

/** What people call the access levels. */
final class AudienceWords {

  private AudienceWords() {}

  static String of(Access audience) {
    return switch (audience) {
      case GUEST -> "所有人";
      case MEMBER -> "成员";
      case LEADER -> "组长、经理";
      case MANAGER -> "经理";
      case ADMIN -> "管理员";
    };
  }
}
