package io.github.xunbang.customer.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The dispatch forms of an organization: all open ones and the latest that are over.
 *
 * @param next the number of the next one
 * @param all in order of number
 */
record DispatchBook(int next, List<Dispatch> all) {

  static final DispatchBook NONE = new DispatchBook(1, List.of());

  /** The customers' acts tell the rest of the story. */
  private static final int DAYS_KEPT = 30;

  private static final int CLOSED_KEPT = 300;

  DispatchBook {
    all = List.copyOf(all);
  }

  Optional<Dispatch> find(int number) {
    return all.stream().filter(one -> one.number() == number).findFirst();
  }

  Optional<Dispatch> sentBy(String messageKey) {
    return all.stream().filter(one -> one.key().equals(messageKey)).findFirst();
  }

  /** Those that the member sent or has to do, oldest first. */
  List<Dispatch> openOf(String memberId) {
    return all.stream()
        .filter(one -> one.state().isOpen())
        .filter(one -> one.fromId().equals(memberId) || one.isFor(memberId))
        .toList();
  }

  /** With {@code added} under the next number, unless its message has sent it before. */
  DispatchBook with(Dispatch added) {
    if (sentBy(added.key()).isPresent()) {
      return this;
    }
    List<Dispatch> more = new ArrayList<>(kept(added.sentOn()));
    more.add(added.numbered(next));
    return new DispatchBook(next + 1, more);
  }

  /** With one of them changed. */
  DispatchBook changed(int number, UnaryOperator<Dispatch> change) {
    return new DispatchBook(
        next, all.stream().map(one -> one.number() == number ? change.apply(one) : one).toList());
  }

  private List<Dispatch> kept(LocalDate today) {
    List<Dispatch> closed = all.stream().filter(one -> !one.state().isOpen()).toList();
    List<Dispatch> recent = closed.subList(Math.max(0, closed.size() - CLOSED_KEPT), closed.size());
    return all.stream()
        .filter(one -> one.state().isOpen() || recent.contains(one) && isRecent(one, today))
        .toList();
  }

  private static boolean isRecent(Dispatch one, LocalDate today) {
    LocalDate closedOn = one.closedOn();
    return closedOn != null && !closedOn.isBefore(today.minusDays(DAYS_KEPT));
  }
}
