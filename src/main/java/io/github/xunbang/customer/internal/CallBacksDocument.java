package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.internal.CallBack.State;
import io.github.xunbang.storage.GuardedDocument;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One member's call-backs: the truth. {@code revision} guards each write.
 *
 * @param id organization, a bar, member
 */
@Document("call_backs")
record CallBacksDocument(
    @Id String id,
    String organizationId,
    long revision,
    int next,
    @Nullable List<CallBackPart> callBacks)
    implements GuardedDocument {

  /** Dates are ISO text, so that no zone can shift them. */
  record CallBackPart(
      String id,
      int number,
      int customerNumber,
      String customer,
      String what,
      @Nullable String event,
      String askedById,
      boolean forOwner,
      String day,
      State state,
      @Nullable String closedBy,
      @Nullable String closedOn) {

    static CallBackPart of(CallBack one) {
      LocalDate closedOn = one.closedOn();
      return new CallBackPart(
          one.id(),
          one.number(),
          one.customerNumber(),
          one.customer(),
          one.what(),
          one.event(),
          one.askedById(),
          one.forOwner(),
          one.day().toString(),
          one.state(),
          one.closedBy(),
          closedOn == null ? null : closedOn.toString());
    }

    CallBack toCallBack() {
      return new CallBack(
          id,
          number,
          customerNumber,
          customer,
          what,
          event == null ? "" : event,
          askedById,
          forOwner,
          LocalDate.parse(day),
          state,
          closedBy,
          closedOn == null ? null : LocalDate.parse(closedOn));
    }
  }

  static CallBacksDocument of(String id, String organizationId, long revision, CallBacks all) {
    return new CallBacksDocument(
        id,
        organizationId,
        revision,
        all.next(),
        all.all().stream().map(CallBackPart::of).toList());
  }

  CallBacks toCallBacks() {
    List<CallBackPart> parts = callBacks == null ? List.of() : callBacks;
    return new CallBacks(next, parts.stream().map(CallBackPart::toCallBack).toList());
  }
}
