package io.github.xunbang.metric;

import io.github.xunbang.calendar.Period;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sheets of one period with all their entries, of each subject read when it is first asked for
 * and then kept, so that several who need them share one reading. Not for several threads.
 */
public final class DaySheets {

  private final Ledger ledger;
  private final String organizationId;
  private final Period period;
  private final Map<String, List<DaySheet>> known = new HashMap<>();

  /** Nothing is read yet. */
  public DaySheets(Ledger ledger, String organizationId, Period period) {
    this.ledger = ledger;
    this.organizationId = organizationId;
    this.period = period;
  }

  /** Which days. */
  public Period period() {
    return period;
  }

  /** Reads what is not known yet of these subjects, all together. */
  public void read(Collection<String> subjectIds) {
    List<String> unread =
        subjectIds.stream().filter(id -> !known.containsKey(id)).distinct().toList();
    if (!unread.isEmpty()) {
      Map<String, List<DaySheet>> found = ledger.sheets(organizationId, unread, period);
      unread.forEach(id -> known.put(id, found.getOrDefault(id, List.of())));
    }
  }

  /** The subject's sheets, none without entries. */
  public List<DaySheet> of(String subjectId) {
    read(List.of(subjectId));
    return known.get(subjectId);
  }
}
