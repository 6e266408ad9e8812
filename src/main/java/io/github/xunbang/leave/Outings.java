package io.github.xunbang.leave;

import java.time.LocalDate;
import java.util.List;

/** Who is out visiting: visit slips by 外出 and itineraries of daily reports (S-22). */
public interface Outings {

  /**
   * The outings of {@code day} that were not cancelled, by member in order of joining, then in
   * order of filing. Reads one small document per active member.
   */
  List<Outing> on(String organizationId, LocalDate day);
}
