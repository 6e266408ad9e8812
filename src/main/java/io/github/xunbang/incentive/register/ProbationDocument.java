package io.github.xunbang.incentive.register;

import io.github.xunbang.storage.GuardedDocument;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * All probations of one organization; dates are ISO text.
 *
 * @param id the organization
 */
@Document("incentive_probation")
record ProbationDocument(@Id String id, long revision, @Nullable List<SpanPart> spans)
    implements GuardedDocument {

  record SpanPart(String memberId, String first, String last) {}

  static ProbationDocument of(String id, long revision, ProbationBook book) {
    return new ProbationDocument(
        id,
        revision,
        book.spans().stream()
            .map(one -> new SpanPart(one.memberId(), one.first().toString(), one.last().toString()))
            .toList());
  }

  ProbationBook toBook() {
    List<SpanPart> parts = spans == null ? List.of() : spans;
    return new ProbationBook(
        parts.stream()
            .map(
                one ->
                    new ProbationBook.Span(
                        one.memberId(), LocalDate.parse(one.first()), LocalDate.parse(one.last())))
            .toList());
  }
}
