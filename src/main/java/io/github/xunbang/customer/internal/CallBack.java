package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.DateText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One person's promise to get in touch with a customer; of several people each ticks off an own one
 * (S-135).
 *
 * @param id idempotency key, made from the message that asked for it
 * @param number counted per person; people type {@code 跟进 完成 3}
 * @param customerNumber the customer's K number
 * @param customer the customer's name
 * @param what what is to be done, without phones
 * @param event the event the day counts back from, with its date, or empty (S-134)
 * @param askedById the member who asked for it
 * @param forOwner whether it goes with the customer when that is handed over
 * @param day the day to be reminded on
 * @param state what became of it
 * @param closedBy the message that closed it, or null
 * @param closedOn the business day on which it was closed, or null
 */
record CallBack(
    String id,
    int number,
    int customerNumber,
    String customer,
    String what,
    String event,
    String askedById,
    boolean forOwner,
    LocalDate day,
    State state,
    @Nullable String closedBy,
    @Nullable LocalDate closedOn) {

  /** What became of it. */
  enum State {
    OPEN,
    DONE,
    CANCELLED,
    /** Its person handed it over; it lives on in somebody else's list. */
    MOVED
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  CallBack numbered(int newNumber) {
    return new CallBack(
        id,
        newNumber,
        customerNumber,
        customer,
        what,
        event,
        askedById,
        forOwner,
        day,
        state,
        closedBy,
        closedOn);
  }

  CallBack closed(State how, String messageKey, LocalDate on) {
    return new CallBack(
        id,
        number,
        customerNumber,
        customer,
        what,
        event,
        askedById,
        forOwner,
        day,
        how,
        messageKey,
        on);
  }

  /** The same promise in another one's list, for whoever looks after the customer there. */
  CallBack takenOver(boolean byOwner) {
    return new CallBack(
        id, 0, customerNumber, customer, what, event, askedById, byOwner, day, state, null, null);
  }

  /** {@code 跟进 3 王女士（K12）12月20日(周日) 回访}. */
  String line() {
    return "跟进 " + number + " " + about() + " " + DateText.day(day);
  }

  /** {@code 王女士（K12）回访}, with the event it prepares. */
  String about() {
    return customer
        + "（K"
        + customerNumber
        + "）"
        + what
        + (event.isEmpty() ? "" : "（" + event + "）");
  }
}
