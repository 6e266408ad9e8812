package io.github.xunbang.deal.internal;

import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Booking;
import io.github.xunbang.deal.CreditRule;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Payment;
import io.github.xunbang.deal.Share;
import io.github.xunbang.metric.Feed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One deal as stored: the truth, guarded by {@code revision}. Without a body only the number is
 * fenced off, see {@link DealRepository#fence}.
 *
 * @param id organization and number, with a bar between
 */
@Document("deal")
record DealDocument(
    @Id String id, String organizationId, int number, long revision, @Nullable Body body) {

  /** Dates are ISO text, so that no zone can shift them. */
  record Body(
      String customer,
      BigDecimal amount,
      @Nullable String product,
      @Nullable String source,
      String ownerId,
      List<Share> shares,
      String signedOn,
      CreditRule rule,
      boolean qualified,
      boolean cancelled,
      @Nullable List<PaymentPart> payments,
      @Nullable List<ActPart> acts,
      @Nullable List<BookingPart> bookings) {}

  record PaymentPart(int number, BigDecimal amount, BigDecimal refunded, String paidOn) {

    static PaymentPart of(Payment payment) {
      return new PaymentPart(
          payment.number(), payment.amount(), payment.refunded(), payment.paidOn().toString());
    }

    Payment toPayment() {
      return new Payment(number, amount, refunded, LocalDate.parse(paidOn));
    }
  }

  record ActPart(
      String key,
      Act.Kind kind,
      String actorId,
      Instant at,
      String day,
      String text,
      String change) {

    static ActPart of(Act act) {
      return new ActPart(
          act.id(),
          act.kind(),
          act.actorId(),
          act.at(),
          act.day().toString(),
          act.text(),
          act.change());
    }

    Act toAct() {
      return new Act(key, kind, actorId, at, LocalDate.parse(day), text, change);
    }
  }

  record BookingPart(
      String act,
      String memberId,
      String metricId,
      Feed.Measure measure,
      String nominalDay,
      String bookedDay,
      BigDecimal value) {

    static BookingPart of(Booking booking) {
      return new BookingPart(
          booking.actId(),
          booking.memberId(),
          booking.metricId(),
          booking.measure(),
          booking.nominalDay().toString(),
          booking.bookedDay().toString(),
          booking.value());
    }

    Booking toBooking() {
      return new Booking(
          act,
          memberId,
          metricId,
          measure,
          LocalDate.parse(nominalDay),
          LocalDate.parse(bookedDay),
          value);
    }
  }

  static DealDocument of(String id, Deal deal, long revision) {
    Body body =
        new Body(
            deal.customer(),
            deal.amount(),
            deal.product(),
            deal.source(),
            deal.ownerId(),
            deal.shares(),
            deal.signedOn().toString(),
            deal.rule(),
            deal.qualified(),
            deal.cancelled(),
            deal.payments().stream().map(PaymentPart::of).toList(),
            deal.acts().stream().map(ActPart::of).toList(),
            deal.bookings().stream().map(BookingPart::of).toList());
    return new DealDocument(id, deal.organizationId(), deal.number(), revision, body);
  }

  /** The deal; null while the number is only fenced off. */
  @Nullable Deal toDeal() {
    if (body == null) {
      return null;
    }
    return new Deal(
        organizationId,
        number,
        body.customer(),
        body.amount(),
        body.product(),
        body.source(),
        body.ownerId(),
        body.shares(),
        LocalDate.parse(body.signedOn()),
        body.rule(),
        body.qualified(),
        body.cancelled(),
        list(body.payments()).stream().map(PaymentPart::toPayment).toList(),
        list(body.acts()).stream().map(ActPart::toAct).toList(),
        list(body.bookings()).stream().map(BookingPart::toBooking).toList(),
        revision);
  }

  private static <T> List<T> list(@Nullable List<T> stored) {
    return Objects.requireNonNullElse(stored, List.of());
  }
}
