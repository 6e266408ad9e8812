package io.github.xunbang.incentive.scheme.store;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.storage.GuardedDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * All schemes of one organization with every version they ever had.
 *
 * @param id the organization's id
 * @param revision guards the write
 */
@org.springframework.data.mongodb.core.mapping.Document("incentive_schemes")
record SchemesDocument(@Id String id, long revision, List<SchemePart> schemes)
    implements GuardedDocument {

  /** One scheme; amounts are exact. */
  record SchemePart(
      String id,
      String name,
      String ownerId,
      @Nullable BigDecimal cap,
      @Nullable PeriodType capPeriod,
      int objectionDays,
      List<VersionPart> versions) {

    static SchemePart of(Scheme scheme) {
      Scheme.Cap cap = scheme.cap();
      return new SchemePart(
          scheme.id(),
          scheme.name(),
          scheme.ownerId(),
          cap == null ? null : cap.amount(),
          cap == null ? null : cap.period(),
          scheme.objectionDays(),
          scheme.versions().stream().map(VersionPart::of).toList());
    }

    Scheme toScheme(String organizationId) {
      return new Scheme(
          organizationId,
          id,
          name,
          ownerId,
          cap == null || capPeriod == null ? null : new Scheme.Cap(cap, capPeriod),
          objectionDays,
          versions.stream().map(VersionPart::toVersion).toList());
    }
  }

  /** One version; the first day is ISO text, so that no zone can shift it. */
  record VersionPart(
      int number,
      Scheme.State state,
      @Nullable String from,
      List<Document> rules,
      String authorId,
      Instant at,
      @Nullable String approverId) {

    static VersionPart of(Scheme.Version version) {
      return new VersionPart(
          version.number(),
          version.state(),
          version.from() == null ? null : version.from().toString(),
          version.rules().stream().map(rule -> new Document(RuleForm.write(rule))).toList(),
          version.authorId(),
          version.at(),
          version.approverId());
    }

    Scheme.Version toVersion() {
      return new Scheme.Version(
          number,
          state,
          from == null ? null : LocalDate.parse(from),
          rules.stream().map(rule -> RuleForm.read(rule, UnaryOperator.identity())).toList(),
          authorId,
          at,
          approverId);
    }
  }

  static SchemesDocument of(String organizationId, long revision, List<Scheme> schemes) {
    return new SchemesDocument(
        organizationId, revision, schemes.stream().map(SchemePart::of).toList());
  }

  List<Scheme> toSchemes() {
    return schemes.stream().map(scheme -> scheme.toScheme(id)).toList();
  }
}
