package io.github.xunbang.incentive.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is on probation from which to which day (S-103, S-104). Days that lie behind stay as they
 * were, so that an old month is settled the same way again.
 *
 * @param spans in the order in which they were said; of one member they never overlap
 */
record ProbationBook(List<Span> spans) {

  static final ProbationBook EMPTY = new ProbationBook(List.of());

  /**
   * One probation.
   *
   * @param first first day
   * @param last last day
   */
  record Span(String memberId, LocalDate first, LocalDate last) {

    boolean contains(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  ProbationBook {
    spans = List.copyOf(spans);
  }

  Set<String> on(LocalDate day) {
    return spans.stream()
        .filter(span -> span.contains(day))
        .map(Span::memberId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The member's probation that has not ended before {@code day}. */
  Optional<Span> of(String memberId, LocalDate day) {
    return spans.stream()
        .filter(span -> span.memberId().equals(memberId) && !span.last().isBefore(day))
        .findFirst();
  }

  /** The same with this one; whatever of the member's it overlaps is replaced. */
  ProbationBook with(Span span) {
    List<Span> changed = new ArrayList<>(spans);
    changed.removeIf(
        one ->
            one.memberId().equals(span.memberId())
                && !one.last().isBefore(span.first())
                && !one.first().isAfter(span.last()));
    changed.add(span);
    return new ProbationBook(changed);
  }

  /** The same without the member's probation from {@code day} on (转正). */
  ProbationBook endedBefore(String memberId, LocalDate day) {
    List<Span> changed = new ArrayList<>();
    for (Span span : spans) {
      boolean goesOn = span.memberId().equals(memberId) && !span.last().isBefore(day);
      if (!goesOn) {
        changed.add(span);
      } else if (span.first().isBefore(day)) {
        changed.add(new Span(memberId, span.first(), day.minusDays(1)));
      }
    }
    return new ProbationBook(changed);
  }
}
