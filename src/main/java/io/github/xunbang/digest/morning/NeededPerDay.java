package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.leave.DayPart;
import io.github.xunbang.leave.LeaveCalendar;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.target.Subject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells each leader in private, on the morning of a workday, what the own people who are behind
 * still need per day; the managers get those whom nobody leads. A group never reads it.
 */
@Component
class NeededPerDay {

  private static final int SHOWN = 10;

  private final Figures figures;
  private final MonthProgress progress;
  private final LeaveCalendar leave;
  private final OutboxService outbox;

  NeededPerDay(Figures figures, MonthProgress progress, LeaveCalendar leave, OutboxService outbox) {
    this.figures = figures;
    this.progress = progress;
    this.leave = leave;
    this.outbox = outbox;
  }

  /** Enqueues at most one post per leader and day. */
  void tellLeaders(Organization organization, LocalDate day) {
    Map<Member, String> needs = needs(organization, day);
    if (needs.isEmpty()) {
      return;
    }
    List<Member> leaders =
        organization.activeMembers(day).stream()
            .filter(one -> organization.accessOn(one, day).covers(Access.LEADER))
            .toList();
    for (Member leader : leaders) {
      List<String> lines =
          needs.entrySet().stream()
              .filter(need -> isTold(organization, leaders, leader, need.getKey(), day))
              .map(need -> MorningView.name(need.getKey()) + " " + need.getValue())
              .toList();
      if (!lines.isEmpty()) {
        tell(organization, leader, day, lines);
      }
    }
  }

  private Map<Member, String> needs(Organization organization, LocalDate day) {
    Map<String, DayPart> away = leave.away(organization.id(), day);
    List<Member> members =
        organization.activeMembers(day).stream()
            .filter(member -> !member.guest() && away.get(member.id()) != DayPart.DAY)
            .toList();
    Map<String, PeriodFigures> sums =
        progress
            .before(organization, day)
            .map(period -> figures.ofMembers(organization, members, period))
            .orElse(Map.of());
    Map<Member, String> needs = new LinkedHashMap<>();
    for (Member member : members) {
      PeriodFigures own = sums.get(member.id());
      String need =
          MonthProgress.needs(
              progress.of(
                  organization, Subject.of(member), own == null ? Map.of() : own.sums(), day));
      if (!need.isEmpty()) {
        needs.put(member, need);
      }
    }
    return needs;
  }

  /** The leaders below manager who lead the member; where there is none, the managers. */
  private static boolean isTold(
      Organization organization,
      List<Member> leaders,
      Member leader,
      Member member,
      LocalDate day) {
    if (leader.id().equals(member.id())) {
      return false;
    }
    boolean isManager = organization.accessOn(leader, day).covers(Access.MANAGER);
    if (!isManager) {
      return organization.leads(leader.id(), member, day);
    }
    return leaders.stream()
        .filter(one -> !one.id().equals(member.id()))
        .filter(one -> !organization.accessOn(one, day).covers(Access.MANAGER))
        .noneMatch(one -> organization.leads(one.id(), member, day));
  }

  private void tell(Organization organization, Member leader, LocalDate day, List<String> lines) {
    String more = lines.size() > SHOWN ? "\n等" + lines.size() + "人" : "";
    String text =
        "【晨会】%s 本月组员还需每天：\n%s%s\n早会后聊聊，看哪里要帮一把"
            .formatted(
                DateText.day(day),
                lines.stream().limit(SHOWN).collect(Collectors.joining("\n")),
                more);
    leader
        .privateChat("")
        .ifPresent(
            chat ->
                outbox.enqueue(
                    new Post(
                        String.join(
                            "|",
                            MorningPost.NAME,
                            organization.id(),
                            day.toString(),
                            "needs",
                            leader.id()),
                        organization.id(),
                        chat,
                        Post.Lane.REMINDER,
                        OutboundMessage.text(text))));
  }
}
