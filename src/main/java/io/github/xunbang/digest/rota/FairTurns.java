package io.github.xunbang.digest.rota;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.leave.DayPart;
import io.github.xunbang.leave.LeaveCalendar;
import io.github.xunbang.leave.Outing;
import io.github.xunbang.leave.Outings;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Fair turns (S-127, S-128): whoever had one least recently is next, and who is on leave, off or
 * out on that morning, or cannot be told in private, keeps the turn for another day.
 */
@Component
public class FairTurns {

  private final LeaveCalendar leave;
  private final Outings outings;
  private final Workdays workdays;

  /** Over the rooms that know who is there. */
  public FairTurns(LeaveCalendar leave, Outings outings, Workdays workdays) {
    this.leave = leave;
    this.outings = outings;
    this.workdays = workdays;
  }

  /** Whether somebody can take a turn on the morning of {@code day} and be told of it. */
  public Predicate<Member> there(Organization organization, LocalDate day) {
    Map<String, DayPart> away = leave.away(organization.id(), day);
    Set<String> out =
        outings.on(organization.id(), day).stream()
            .map(Outing::memberId)
            .collect(Collectors.toSet());
    return member ->
        member.activeOn(day)
            && !member.guest()
            && !out.contains(member.id())
            && away.getOrDefault(member.id(), DayPart.AFTERNOON) == DayPart.AFTERNOON
            && member.privateChat("").isPresent()
            && workdays.isWorkday(organization.id(), member.id(), day);
  }

  /**
   * Who is next of those who can; equal ones in the order given.
   *
   * @param lastTurn something that sorts by time, empty for who never had one
   */
  public static Optional<String> next(
      Collection<String> candidates,
      Organization organization,
      Predicate<Member> can,
      UnaryOperator<String> lastTurn) {
    return candidates.stream()
        .filter(id -> organization.member(id).filter(can).isPresent())
        .min(Comparator.comparing(lastTurn));
  }
}
