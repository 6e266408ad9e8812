package io.github.xunbang.deal.internal;

import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Booking;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.organization.Organization;
import java.util.List;

/**
 * The one way to write deals, exactly once and in the order of design section 6: claim → deal →
 * ledger; a change: pending → deal, guarded by its revision and holding its bookings → ledger →
 * pending deleted. Every write works out what the deal deserves now and books the difference.
 */
interface DealDesk {

  /**
   * Stores a new deal under the next number.
   *
   * @param draft without number, acts, bookings and revision (0 and empty)
   * @param act of kind SIGNED; its id is claimed, so the same message makes one deal
   */
  default Outcome sign(Organization organization, Deal draft, Act act) {
    return sign(organization, draft, act, Dating.OPEN_DAY);
  }

  /** The same; a signing in a frozen period that a manager allowed is dated to its own day. */
  Outcome sign(Organization organization, Deal draft, Act act, Dating dating);

  /**
   * Changes a stored deal. The same act again changes nothing and returns what is stored.
   *
   * @param change from the deal as stored to the wanted one; may throw a {@code
   *     CommandRejectedException}, and is called again when another writer came first. Acts,
   *     bookings and revision are added by the desk.
   * @throws io.github.xunbang.command.CommandRejectedException what {@code change} throws
   * @throws java.util.NoSuchElementException when there is no such deal
   */
  Outcome change(Organization organization, int number, Act act, Dating dating, DealChange change);

  /** From the stored deal to the wanted one. */
  @FunctionalInterface
  interface DealChange {
    Deal apply(Deal stored);
  }

  /** Where bookings for a frozen nominal day go. */
  enum Dating {
    /** To the act's day, with a reference: counter-entries (design section 4). */
    OPEN_DAY,
    /** To their own day, because a manager said 批准: frozen boards get one correction line. */
    NOMINAL_DAY
  }

  /**
   * What became of it.
   *
   * @param deal as stored now
   * @param replayed whether the act was there before
   * @param booked the act's bookings
   */
  record Outcome(Deal deal, boolean replayed, List<Booking> booked) {

    public Outcome {
      booked = List.copyOf(booked);
    }
  }
}
