package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.FigureChange.Operation;
import io.github.xunbang.metric.LedgerEntry.Reason;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.metric.SubjectChange.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;

/** A {@link Posting} as stored while it is pending; its {@code _id} is the repository's. */
final class PostingDocument {

  private PostingDocument() {}

  static Document store(Posting posting) {
    return new Document("org", posting.organizationId())
        .append("mid", posting.messageKey())
        .append("actor", posting.actorId())
        .append("at", Date.from(posting.at()))
        .append("text", posting.text())
        .append("reason", posting.reason().name())
        .append("changes", posting.changes().stream().map(PostingDocument::change).toList());
  }

  static Posting load(Document stored) {
    return new Posting(
        stored.getString("org"),
        stored.getString("mid"),
        stored.getString("actor"),
        Instant.ofEpochMilli(stored.getDate("at").getTime()),
        stored.getString("text"),
        Reason.valueOf(stored.getString("reason")),
        stored.getList("changes", Document.class).stream().map(PostingDocument::change).toList());
  }

  private static Document change(SubjectChange change) {
    return new Document("subject", change.subjectId())
        .append("day", change.day().toString())
        .append("figures", change.figures().stream().map(PostingDocument::figure).toList())
        .append("notes", SheetDocument.notes(change.notes()));
  }

  private static SubjectChange change(Document stored) {
    Map<Section, String> notes = new EnumMap<>(Section.class);
    stored
        .get("notes", Document.class)
        .forEach((section, text) -> notes.put(Section.valueOf(section), (String) text));
    return new SubjectChange(
        stored.getString("subject"),
        LocalDate.parse(stored.getString("day")),
        stored.getList("figures", Document.class).stream().map(PostingDocument::figure).toList(),
        notes);
  }

  private static Document figure(FigureChange figure) {
    return new Document("m", figure.metricId())
        .append("op", figure.operation().name())
        .append("value", DecimalMapping.store(figure.value()));
  }

  private static FigureChange figure(Document stored) {
    return new FigureChange(
        stored.getString("m"),
        Operation.valueOf(stored.getString("op")),
        stored.get("value", Decimal128.class).bigDecimalValue());
  }
}
