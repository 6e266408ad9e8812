package io.github.xunbang.leave.outing;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.leave.outing.Slip.View;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Slips as lists that fit on a phone. */
final class OutingLines {

  private static final int SHOWN = 10;
  private static final int NAME_LENGTH = 20;

  private OutingLines() {}

  /** {@code 2. 12月4日(周五)上午 八店 找王店长}, one line each. */
  static String own(List<Slip> slips, View view) {
    String lines =
        slips.stream()
            .limit(SHOWN)
            .map(slip -> slip.number() + ". " + slip.title(view))
            .collect(Collectors.joining("\n"));
    return slips.size() > SHOWN ? lines + "\n…共" + slips.size() + "张" : lines;
  }

  /** {@code 张敏：上午 八店 找王店长；九店}, one line per member. */
  static String team(Map<Member, List<Slip>> slips, View view) {
    String lines =
        slips.entrySet().stream()
            .limit(SHOWN)
            .map(entry -> line(entry.getKey(), entry.getValue(), view))
            .collect(Collectors.joining("\n"));
    return slips.size() > SHOWN ? lines + "\n…共" + slips.size() + "人" : lines;
  }

  private static String line(Member member, List<Slip> slips, View view) {
    return UntrustedText.oneLine(member.name(), NAME_LENGTH)
        + "："
        + slips.stream()
            .map(slip -> (slip.visit().time() + " " + slip.line(view)).strip())
            .collect(Collectors.joining("；"));
  }

  /** {@code 12月4日(周五)上午}. */
  static String when(Slip slip) {
    return DateText.day(slip.day()) + slip.visit().time();
  }
}
