package io.github.xunbang.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Figures entered a day whose 旬 is already frozen, after a manager's 批准 (design section 4). The
 * frozen boards stay; whoever publishes boards says in one numbered line what would have changed.
 *
 * @param organizationId whose
 * @param messageKey what caused it, unique
 * @param subjectId member or unit
 * @param day business day the figures count for
 * @param steps old and new value per metric
 * @param at UTC instant of business time
 */
public record LateFiguresPosted(
    String organizationId,
    String messageKey,
    String subjectId,
    LocalDate day,
    List<LedgerEntry.Step> steps,
    Instant at) {

  public LateFiguresPosted {
    steps = List.copyOf(steps);
  }
}
