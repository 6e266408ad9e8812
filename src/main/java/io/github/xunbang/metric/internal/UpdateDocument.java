package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.DaySheet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The update from one revision of a stored month to the next: the values, sections and sums that
 * changed, and the new entries pushed. All values are absolute, because the guard on the revision
 * has seen the old ones.
 */
final class UpdateDocument {

  private final Document set = new Document();
  private final Document unset = new Document();
  private final Document push = new Document();

  private UpdateDocument() {}

  static Document of(MonthBook before, MonthBook after, Collection<LocalDate> changedDays) {
    UpdateDocument update = new UpdateDocument();
    update.set.append(BookDocument.REVISION, after.ledger().revision());
    Set<String> parts = new TreeSet<>(Set.of(BookDocument.MONTH));
    for (LocalDate day : changedDays) {
      update.day(before.ledger().days().get(day), after.ledger().days().get(day));
      parts.add(BookDocument.xun(Period.xunOfMonth(day)));
    }
    parts.forEach(
        part ->
            update.sums(part, BookDocument.tally(before, part), BookDocument.tally(after, part)));
    return update.document();
  }

  private void day(@Nullable DaySheet before, DaySheet after) {
    String path = BookDocument.DAYS + "." + BookDocument.dayField(after.day());
    if (before == null) {
      set.append(path, SheetDocument.store(after));
      return;
    }
    difference(
        path + "." + SheetDocument.VALUES,
        DecimalMapping.store(before.values()),
        DecimalMapping.store(after.values()));
    difference(
        path + "." + SheetDocument.NOTES,
        SheetDocument.notes(before.notes()),
        SheetDocument.notes(after.notes()));
    onlyCredits(path + "." + SheetDocument.ONLY_CREDITS, before, after);
    // One change per subject and day in a posting makes one entry.
    push.append(
        path + "." + SheetDocument.ENTRIES,
        SheetDocument.entry(after.entries().get(after.entries().size() - 1)));
  }

  private void onlyCredits(String path, DaySheet before, DaySheet after) {
    boolean now = SheetDocument.hasOnlyCredits(after);
    if (now != SheetDocument.hasOnlyCredits(before)) {
      (now ? set : unset).append(path, true);
    }
  }

  private void sums(String part, Tally before, Tally after) {
    difference(
        BookDocument.SUMS + "." + part,
        DecimalMapping.store(before.sums()),
        DecimalMapping.store(after.sums()));
    if (before.reportedDays() != after.reportedDays()) {
      set.append(BookDocument.REPORTED + "." + part, after.reportedDays());
    }
  }

  private void difference(String path, Document before, Document after) {
    after.forEach(
        (field, value) -> {
          if (!value.equals(before.get(field))) {
            set.append(path + "." + field, value);
          }
        });
    before.keySet().stream()
        .filter(field -> !after.containsKey(field))
        .forEach(field -> unset.append(path + "." + field, ""));
  }

  private Document document() {
    Document update = new Document("$set", set);
    if (!unset.isEmpty()) {
      update.append("$unset", unset);
    }
    if (!push.isEmpty()) {
      update.append("$push", push);
    }
    return update;
  }
}
