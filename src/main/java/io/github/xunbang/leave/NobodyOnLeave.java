package io.github.xunbang.leave;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Until leave can be asked for. */
@Service
class NobodyOnLeave implements LeaveCalendar {

  @Override
  public Set<String> onLeave(String organizationId, LocalDate day) {
    return Set.of();
  }
}
