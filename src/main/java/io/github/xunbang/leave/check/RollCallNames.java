package io.github.xunbang.leave.check;

import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import java.util.List;
import java.util.stream.Collectors;

/** Names in one line that fits on a phone. */
final class RollCallNames {

  private static final int SHOWN = 30;
  private static final int NAME_LENGTH = 20;

  private RollCallNames() {}

  static String of(List<Member> members) {
    return joined(members.stream().map(RollCallNames::of).toList());
  }

  static String of(Member member) {
    return UntrustedText.oneLine(member.name(), NAME_LENGTH);
  }

  static String joined(List<String> names) {
    String shown = names.stream().limit(SHOWN).collect(Collectors.joining("、"));
    return names.size() > SHOWN ? shown + "等" + names.size() + "人" : shown;
  }
}
