package io.github.xunbang.incentive.register;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 口碑 结果: the first places of a closed month; of a running one only for managers in private. */
@Component
class VoteResults {

  private static final int PLACES = 3;
  private static final int NAMES = 10;

  private final Registers registers;

  VoteResults(Registers registers) {
    this.registers = registers;
  }

  /**
   * The result of {@code asked}; without it of the running month for a manager in private, else of
   * the last one that is closed.
   */
  Reply show(Speaker speaker, Optional<Period> asked) {
    boolean early = speaker.isManager() && !speaker.inGroup();
    Period month = asked.orElseGet(() -> usual(speaker, early));
    if (!isClosed(speaker, month) && !early) {
      throw speaker
          .call()
          .rejection(
              speaker.isManager() ? "privately" : "notClosed", Map.of("month", month.label()));
    }
    Map<String, Integer> votes = registers.votes(speaker.organization().id(), month);
    String title = month.label() + (isClosed(speaker, month) ? "" : "（还在投票）");
    if (votes.isEmpty()) {
      return speaker.call().reply("noVotes", Map.of("month", title)).changingNothing();
    }
    int sum = votes.values().stream().mapToInt(Integer::intValue).sum();
    return speaker
        .call()
        .reply("result", Map.of("month", title, "sum", sum, "places", places(speaker, votes)))
        .changingNothing();
  }

  /** Whether ballots of the month are no longer taken: from its closing on. */
  static boolean isClosed(Speaker speaker, Period month) {
    BusinessDay day = speaker.organization().businessDay();
    return !speaker.at().isBefore(month.closesAt(day.closingTime(), day.zone()));
  }

  private static Period usual(Speaker speaker, boolean early) {
    Period running = speaker.running(PeriodType.MONTH);
    if (early) {
      return running;
    }
    Period last = speaker.organization().periods().previous(running);
    return isClosed(speaker, last) ? last : speaker.organization().periods().previous(last);
  }

  /** One line per place, equal ones together; places count 1-1-3. */
  private static String places(Speaker speaker, Map<String, Integer> votes) {
    List<Integer> counts =
        votes.values().stream().distinct().sorted(Comparator.reverseOrder()).toList();
    StringBuilder lines = new StringBuilder();
    int place = 1;
    for (int count : counts) {
      List<String> names =
          votes.entrySet().stream()
              .filter(one -> one.getValue() == count)
              .map(one -> speaker.name(one.getKey()))
              .sorted()
              .toList();
      if (place <= PLACES) {
        lines.append(lines.isEmpty() ? "" : "\n").append(line(place, names, count));
      }
      place += names.size();
    }
    return lines.toString();
  }

  private static String line(int place, List<String> names, int count) {
    String shown = names.stream().limit(NAMES).collect(Collectors.joining("、"));
    String more = names.size() > NAMES ? "等" + names.size() + "人" : "";
    return "第%d名 %s%s %d票".formatted(place, shown, more, count);
  }
}
