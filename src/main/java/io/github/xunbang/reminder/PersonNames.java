package io.github.xunbang.reminder;

import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import java.util.List;
import java.util.stream.Collectors;

/** Names in one line that fits on a phone: {@code 张敏、李强}, beyond thirty {@code …等31人}. */
final class PersonNames {

  private static final int SHOWN = 30;
  private static final int NAME_LENGTH = 20;

  private PersonNames() {}

  static String of(List<Member> members) {
    String shown =
        members.stream()
            .limit(SHOWN)
            .map(member -> UntrustedText.oneLine(member.name(), NAME_LENGTH))
            .collect(Collectors.joining("、"));
    return members.size() > SHOWN ? shown + "等" + members.size() + "人" : shown;
  }
}
