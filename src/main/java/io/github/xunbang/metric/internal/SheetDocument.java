package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.LedgerEntry.NoteStep;
import io.github.xunbang.metric.LedgerEntry.Reason;
import io.github.xunbang.metric.LedgerEntry.Step;
import io.github.xunbang.metric.SubjectChange.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * A day as stored: {@code v} the current values, {@code n} the current sections, {@code e} the
 * entries, oldest first, {@code c} set while nothing but credits of deals or customers gave it
 * values. The id and the day of an entry follow from its place.
 */
final class SheetDocument {

  static final String VALUES = "v";
  static final String NOTES = "n";
  static final String ENTRIES = "e";
  static final String ONLY_CREDITS = "c";

  private SheetDocument() {}

  static Document store(DaySheet sheet) {
    Document stored =
        new Document(VALUES, DecimalMapping.store(sheet.values()))
            .append(NOTES, notes(sheet.notes()))
            .append(ENTRIES, sheet.entries().stream().map(SheetDocument::entry).toList());
    return hasOnlyCredits(sheet) ? stored.append(ONLY_CREDITS, true) : stored;
  }

  /** Whether it has values, none of which was typed. */
  static boolean hasOnlyCredits(DaySheet sheet) {
    return !sheet.values().isEmpty() && sheet.reportedValues().isEmpty();
  }

  static DaySheet load(String subjectId, LocalDate day, Document stored) {
    Map<Section, String> notes = new EnumMap<>(Section.class);
    stored
        .get(NOTES, Document.class)
        .forEach((section, text) -> notes.put(Section.valueOf(section), (String) text));
    List<LedgerEntry> entries = new ArrayList<>();
    for (Document entry : stored.getList(ENTRIES, Document.class)) {
      entries.add(entry(subjectId, day, entry));
    }
    return new DaySheet(
        day, DecimalMapping.load(stored.get(VALUES, Document.class)), notes, entries);
  }

  static Document notes(Map<Section, String> notes) {
    Document stored = new Document();
    notes.forEach((section, text) -> stored.append(section.name(), text));
    return stored;
  }

  static Document entry(LedgerEntry entry) {
    Document stored =
        new Document("mid", entry.messageKey())
            .append("no", entry.serial())
            .append("actor", entry.actorId())
            .append("at", Date.from(entry.at()))
            .append("text", entry.text())
            .append("reason", entry.reason().name())
            .append("steps", entry.steps().stream().map(SheetDocument::step).toList());
    if (!entry.notes().isEmpty()) {
      Document notes = new Document();
      entry.notes().forEach((section, step) -> notes.append(section.name(), noteStep(step)));
      stored.append("notes", notes);
    }
    return stored;
  }

  private static Document step(Step step) {
    Document stored = new Document("m", step.metricId());
    if (step.before() != null) {
      stored.append("b", DecimalMapping.store(step.before()));
    }
    if (step.after() != null) {
      stored.append("a", DecimalMapping.store(step.after()));
    }
    return stored;
  }

  private static Document noteStep(NoteStep step) {
    Document stored = new Document();
    if (step.before() != null) {
      stored.append("b", step.before());
    }
    if (step.after() != null) {
      stored.append("a", step.after());
    }
    return stored;
  }

  private static LedgerEntry entry(String subjectId, LocalDate day, Document stored) {
    String messageKey = stored.getString("mid");
    Map<Section, NoteStep> notes = new EnumMap<>(Section.class);
    stored
        .get("notes", new Document())
        .forEach((section, step) -> notes.put(Section.valueOf(section), noteStep((Document) step)));
    return new LedgerEntry(
        Bookkeeping.entryId(messageKey, subjectId, day),
        stored.getString("no"),
        messageKey,
        day,
        stored.getString("actor"),
        Instant.ofEpochMilli(stored.getDate("at").getTime()),
        stored.getString("text"),
        Reason.valueOf(stored.getString("reason")),
        stored.getList("steps", Document.class).stream().map(SheetDocument::step).toList(),
        notes);
  }

  private static Step step(Document stored) {
    return new Step(
        stored.getString("m"),
        DecimalMapping.load(stored.get("b")),
        DecimalMapping.load(stored.get("a")));
  }

  private static NoteStep noteStep(Document stored) {
    return new NoteStep(stored.getString("b"), stored.getString("a"));
  }
}
