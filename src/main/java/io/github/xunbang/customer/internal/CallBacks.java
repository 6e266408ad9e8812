package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.internal.CallBack.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One person's call-backs, all open ones and the latest closed.
 *
 * @param next the number of the next one
 * @param all in order of number
 */
record CallBacks(int next, List<CallBack> all) {

  static final CallBacks NONE = new CallBacks(1, List.of());

  /** The customer's acts tell the rest of the story. */
  private static final int CLOSED_KEPT = 100;

  CallBacks {
    all = List.copyOf(all);
  }

  Optional<CallBack> find(int number) {
    return all.stream().filter(one -> one.number() == number).findFirst();
  }

  Optional<CallBack> withId(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The open ones, earliest day first. */
  List<CallBack> open() {
    return all.stream()
        .filter(CallBack::isOpen)
        .sorted(Comparator.comparing(CallBack::day).thenComparing(CallBack::number))
        .toList();
  }

  List<CallBack> openFor(int customerNumber) {
    return open().stream().filter(one -> one.customerNumber() == customerNumber).toList();
  }

  /**
   * With {@code added} under the next number, unless its message has added it before. One that went
   * away and comes back is open again.
   */
  CallBacks with(CallBack added) {
    Optional<CallBack> known = withId(added.id());
    if (known.isPresent() && known.get().state() != State.MOVED) {
      return this;
    }
    List<CallBack> more = new ArrayList<>(all);
    more.removeIf(one -> one.id().equals(added.id()));
    more.add(added.numbered(next));
    return new CallBacks(next + 1, more).pruned();
  }

  /** With the open call-back of this number closed; another changes nothing. */
  CallBacks closed(int number, State how, String messageKey, LocalDate on) {
    return new CallBacks(
        next,
        all.stream()
            .map(
                one ->
                    one.number() == number && one.isOpen() ? one.closed(how, messageKey, on) : one)
            .toList());
  }

  private CallBacks pruned() {
    List<CallBack> closed = all.stream().filter(one -> !one.isOpen()).toList();
    if (closed.size() <= CLOSED_KEPT) {
      return this;
    }
    List<CallBack> old = closed.subList(0, closed.size() - CLOSED_KEPT);
    return new CallBacks(next, all.stream().filter(one -> !old.contains(one)).toList());
  }
}
