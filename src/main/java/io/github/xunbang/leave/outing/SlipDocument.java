package io.github.xunbang.leave.outing;

import io.github.xunbang.storage.GuardedDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One member's slips of one month; {@code revision} guards each write.
 *
 * @param id organization, member and month, with bars between
 */
@Document("outings")
record SlipDocument(
    @Id String id,
    String organizationId,
    String memberId,
    long revision,
    @Nullable List<SlipPart> slips,
    @Nullable List<SlipMonth.Entry> entries)
    implements GuardedDocument {

  /** Dates are ISO text, so that no zone can shift them; the phone is encrypted. */
  record SlipPart(
      String id,
      String day,
      int number,
      String place,
      String person,
      String phone,
      String time,
      String purpose,
      Slip.State state,
      @Nullable String reportDay) {

    static SlipPart of(Slip slip, UnaryOperator<String> encrypt) {
      Visit visit = slip.visit();
      return new SlipPart(
          slip.id(),
          slip.day().toString(),
          slip.number(),
          visit.place(),
          visit.person(),
          visit.phone().isEmpty() ? "" : encrypt.apply(visit.phone()),
          visit.time(),
          visit.purpose(),
          slip.state(),
          slip.reportDay() == null ? null : slip.reportDay().toString());
    }

    Slip toSlip(UnaryOperator<String> decrypt) {
      String digits = phone.isEmpty() ? "" : decrypt.apply(phone);
      return new Slip(
          id,
          LocalDate.parse(day),
          number,
          new Visit(place, person, digits, time, purpose),
          state,
          reportDay == null ? null : LocalDate.parse(reportDay));
    }
  }

  static SlipDocument of(
      SlipKey key, long revision, SlipMonth month, UnaryOperator<String> encrypt) {
    return new SlipDocument(
        key.id(),
        key.organizationId(),
        key.memberId(),
        revision,
        month.slips().stream().map(slip -> SlipPart.of(slip, encrypt)).toList(),
        month.entries());
  }

  SlipMonth toMonth(UnaryOperator<String> decrypt) {
    List<SlipPart> parts = slips == null ? List.of() : slips;
    return new SlipMonth(
        parts.stream().map(part -> part.toSlip(decrypt)).toList(),
        entries == null ? List.of() : entries);
  }
}
