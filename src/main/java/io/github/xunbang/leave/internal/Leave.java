package io.github.xunbang.leave.internal;

import java.time.LocalDate;

/**
 * One stretch of days or half days off.
 *
 * @param id key of the message that asked for it
 * @param span from which half day to which
 * @param kind 事假, 病假 …, or empty when none was said
 * @param reason as typed, possibly empty
 * @param approvalNumber number of its request, or 0
 */
record Leave(String id, Span span, String kind, String reason, State state, int approvalNumber) {

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

  /** The first day of which some is taken. */
  LocalDate first() {
    return span.first();
  }

  /** The last day of which some is taken. */
  LocalDate last() {
    return span.last();
  }

  /** Whether both take up some half day. */
  boolean collidesWith(Leave other) {
    return !id.equals(other.id) && live() && other.live() && span.overlaps(other.span);
  }

  Leave inState(State next) {
    return new Leave(id, span, kind, reason, next, approvalNumber);
  }

  Leave withApproval(int number) {
    return new Leave(id, span, kind, reason, state, number);
  }

  Leave until(HalfDay newLast) {
    return new Leave(id, span.until(newLast), kind, reason, state, approvalNumber);
  }

  /** {@code 病假}, or 请假 when no kind was said. */
  String kindWord() {
    return kind.isEmpty() ? "请假" : kind;
  }

  /** {@code 12月5日(周六)-12月7日(周一)上午}. */
  String dates() {
    return span.text();
  }
}
