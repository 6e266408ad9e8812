package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.message.Conversation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dispatch form: one customer, sent to a colleague or to another group, with a receipt (S-17).
 *
 * @param key the message that sent it
 * @param number counted per organization; people type {@code P7}
 * @param customerNumber the customer's K number
 * @param customer the customer's name
 * @param task what is wanted and when, without phones
 * @param fromId the member who sent it
 * @param toId the member it goes to, or null for a group
 * @param toGroup the group it goes to, or null for a member
 * @param toName the receiver as shown
 * @param sentOn business day
 * @param state what became of it
 * @param takenById the member who took or declined it, or null
 * @param answeredBy the message of the latest change, or null
 * @param closedOn business day on which it was over, or null
 */
record Dispatch(
    String key,
    int number,
    int customerNumber,
    String customer,
    String task,
    String fromId,
    @Nullable String toId,
    @Nullable Conversation toGroup,
    String toName,
    LocalDate sentOn,
    State state,
    @Nullable String takenById,
    @Nullable String answeredBy,
    @Nullable LocalDate closedOn) {

  /** What became of it. */
  enum State {
    SENT("等接单"),
    TAKEN("已接单"),
    DECLINED("没接"),
    DONE("已完成"),
    WITHDRAWN("已撤回");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    boolean isOpen() {
      return this == SENT || this == TAKEN;
    }
  }

  /** The same form under its number. */
  Dispatch numbered(int newNumber) {
    return new Dispatch(
        key,
        newNumber,
        customerNumber,
        customer,
        task,
        fromId,
        toId,
        toGroup,
        toName,
        sentOn,
        state,
        takenById,
        answeredBy,
        closedOn);
  }

  /** The same form in another state; {@code by} is kept where it was taken before. */
  Dispatch changed(State next, String byId, String messageKey, LocalDate on) {
    String taker = next == State.TAKEN || next == State.DECLINED ? byId : takenById;
    return new Dispatch(
        key,
        number,
        customerNumber,
        customer,
        task,
        fromId,
        toId,
        toGroup,
        toName,
        sentOn,
        next,
        taker,
        messageKey,
        next.isOpen() ? null : on);
  }

  /** The same form with {@code to} in the place of somebody who leaves. */
  Dispatch handedOver(String fromMember, String toMember, String toMemberName) {
    boolean receiver = fromMember.equals(toId);
    return new Dispatch(
        key,
        number,
        customerNumber,
        customer,
        task,
        fromId.equals(fromMember) ? toMember : fromId,
        receiver ? toMember : toId,
        toGroup,
        receiver ? toMemberName : toName,
        sentOn,
        state,
        fromMember.equals(takenById) ? toMember : takenById,
        answeredBy,
        closedOn);
  }

  /** Whether it is the member's to do: sent to them, or taken by them. */
  boolean isFor(String memberId) {
    return memberId.equals(toId) || memberId.equals(takenById);
  }

  /** {@code 王女士（K12）}. */
  String label() {
    return customer + "（K" + customerNumber + "）";
  }

  /** {@code P7 王女士（K12）→王设计 12月3日 等接单}. */
  String line() {
    return "P"
        + number
        + " "
        + label()
        + "→"
        + toName
        + " "
        + DateText.shortDay(sentOn)
        + " "
        + state.word();
  }
}
