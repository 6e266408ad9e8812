package io.github.xunbang.report;

import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.report.grammar.Block;
import org.jspecify.annotations.Nullable;

/**
 * One subject's day of a report, with the right to report it already checked.
 *
 * @param block what was read
 * @param subjectId the ledger's subject
 * @param unit the unit, or null for the member's own figures
 */
record ReportPart(Block block, String subjectId, @Nullable Unit unit) {

  /** What is to be stored. */
  SubjectChange change() {
    return new SubjectChange(
        subjectId,
        block.date(),
        block.figures().stream().map(ReportService::change).toList(),
        block.notes());
  }

  /** Whether anything of it goes into the ledger; check values are only compared. */
  boolean isStored() {
    return !block.figures().isEmpty() || !block.notes().isEmpty();
  }

  boolean isOf(SubjectChange change) {
    return subjectId.equals(change.subjectId()) && block.date().equals(change.day());
  }
}
