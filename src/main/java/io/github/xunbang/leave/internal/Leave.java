package io.github.xunbang.leave.internal;

import io.github.xunbang.calendar.DateText;
import java.time.LocalDate;

/**
 * One stretch of whole days off.
 *
 * @param id key of the message that asked for it
 * @param first first business day
 * @param last last business day, included
 * @param kind 事假, 病假 …, or empty when none was said
 * @param reason as typed, possibly empty
 * @param approvalNumber number of its request, or 0
 */
record Leave(
    String id,
    LocalDate first,
    LocalDate last,
    String kind,
    String reason,
    State state,
    int approvalNumber) {

  /** What has become of it. */
  enum State {
    WAITING("待批"),
    APPROVED("已批"),
    REJECTED("没批"),
    CANCELLED("已销");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** For lists. */
    String word() {
      return word;
    }
  }

  /** Whether it takes up its days: approved, or waiting for a decision. */
  boolean live() {
    return state == State.APPROVED || state == State.WAITING;
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  boolean overlaps(LocalDate from, LocalDate to) {
    return !from.isAfter(last) && !to.isBefore(first);
  }

  Leave inState(State next) {
    return new Leave(id, first, last, kind, reason, next, approvalNumber);
  }

  Leave withApproval(int number) {
    return new Leave(id, first, last, kind, reason, state, number);
  }

  Leave until(LocalDate newLast) {
    return new Leave(id, first, newLast, kind, reason, state, approvalNumber);
  }

  /** {@code 病假}, or 请假 when no kind was said. */
  String kindWord() {
    return kind.isEmpty() ? "请假" : kind;
  }

  /** {@code 12月5日(周六)-12月7日(周一)}. */
  String dates() {
    return dates(first, last);
  }

  static String dates(LocalDate first, LocalDate last) {
    return first.equals(last)
        ? DateText.day(first)
        : DateText.day(first) + "-" + DateText.day(last);
  }
}
