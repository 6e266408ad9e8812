package io.github.xunbang.deal.internal;

import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Booking;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.internal.DealDesk.Dating;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Enters an act and what it makes the deal owe into the deal; no input or output here. */
final class DealBooks {

  private DealBooks() {}

  /**
   * The deal as it is to be stored.
   *
   * @param next what the act wants, with acts and bookings so far
   * @param now business time that decides which days are frozen
   */
  static Deal after(
      Organization organization,
      List<Metric> metrics,
      Deal next,
      Act act,
      Dating dating,
      Instant now) {
    List<Booking> bookings = new ArrayList<>(next.bookings());
    bookings.addAll(
        Credits.due(
            next,
            metrics,
            act.id(),
            day -> dating == Dating.NOMINAL_DAY ? day : openDay(organization, day, act, now)));
    List<Act> acts = new ArrayList<>(next.acts());
    acts.add(act);
    return with(next, next.number(), acts, bookings);
  }

  /** A draft under its number, with nothing done yet. */
  static Deal numbered(Deal draft, int number) {
    return with(draft, number, List.of(), List.of());
  }

  /**
   * The nominal day while it is open, else the act's day; and when that froze too before the write,
   * because the database was away, the calendar day, which never is frozen.
   */
  private static LocalDate openDay(
      Organization organization, LocalDate nominal, Act act, Instant now) {
    if (!organization.isFrozen(nominal, now)) {
      return nominal;
    }
    return organization.isFrozen(act.day(), now)
        ? now.atZone(organization.businessDay().zone()).toLocalDate()
        : act.day();
  }

  private static Deal with(Deal deal, int number, List<Act> acts, List<Booking> bookings) {
    return new Deal(
        deal.organizationId(),
        number,
        deal.customer(),
        deal.amount(),
        deal.product(),
        deal.source(),
        deal.ownerId(),
        deal.shares(),
        deal.signedOn(),
        deal.rule(),
        deal.qualified(),
        deal.cancelled(),
        deal.payments(),
        acts,
        bookings,
        deal.revision());
  }
}
