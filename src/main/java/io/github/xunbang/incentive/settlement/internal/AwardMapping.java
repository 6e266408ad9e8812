package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.incentive.settlement.internal.AwardDocument.ActDocument;
import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** An {@link AwardDocument} as the template's own mapping would store it: without what is null. */
final class AwardMapping {

  private AwardMapping() {}

  static Document store(AwardDocument line) {
    Document stored =
        new Document("_id", line.id())
            .append("organizationId", line.organizationId())
            .append("number", line.number())
            .append("schemeId", line.schemeId())
            .append("schemeVersion", line.schemeVersion())
            .append("ruleId", line.ruleId())
            .append("subjectId", line.subjectId())
            .append("subjectName", line.subjectName())
            .append("turn", line.turn())
            .append("difference", line.difference());
    append(stored, "proposed", decimal(line.proposed()));
    append(stored, "amount", decimal(line.amount()));
    stored.append("words", line.words()).append("working", line.working());
    append(stored, "open", line.open());
    return stored
        .append("basis", line.basis())
        .append("state", line.state().name())
        .append("acts", acts(line.acts()))
        .append("revision", line.revision());
  }

  private static List<Document> acts(List<ActDocument> acts) {
    return acts.stream().map(AwardMapping::act).toList();
  }

  private static Document act(ActDocument act) {
    Document stored = new Document("deed", act.deed().name());
    append(stored, "memberId", act.memberId());
    return stored
        .append("at", Date.from(act.at()))
        .append("note", act.note())
        .append("key", act.key());
  }

  private static @Nullable Decimal128 decimal(@Nullable BigDecimal value) {
    return value == null ? null : new Decimal128(value);
  }

  private static void append(Document stored, String field, @Nullable Object value) {
    if (value != null) {
      stored.append(field, value);
    }
  }
}
