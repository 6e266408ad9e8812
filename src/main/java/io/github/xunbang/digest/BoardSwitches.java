package io.github.xunbang.digest;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.closing.PeriodClosed;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether and when boards are posted, by what was set in chat. */
@Component
class BoardSwitches {

  private final List<BoardSwitch> switches;
  private final AutoPosts posts;

  BoardSwitches(List<BoardSwitch> switches, AutoPosts posts) {
    this.switches = List.copyOf(switches);
    this.posts = posts;
  }

  /** Whether boards of this kind are on, and nothing was paused when they were due. */
  boolean allow(Organization organization, PeriodType type, Instant dueAt) {
    return posts.isOn(of(type), organization) && !posts.isPaused(organization, dueAt);
  }

  /** The time that was set for them on the closing day, but never before {@code earliest}. */
  Instant due(Organization organization, PeriodClosed closed, Instant earliest) {
    BoardSwitch board = of(closed.period().type());
    LocalTime time = posts.times(board, organization).get(0);
    var zone = organization.businessDay().zone();
    Instant set =
        closed.closedAt().atZone(zone).toLocalDate().atTime(time).atZone(zone).toInstant();
    return set.isAfter(earliest) ? set : earliest;
  }

  private BoardSwitch of(PeriodType type) {
    return switches.stream()
        .filter(one -> one.type() == type)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No board of " + type));
  }
}
