package io.github.xunbang.leave.outing;

import io.github.xunbang.leave.outing.Slip.State;
import io.github.xunbang.leave.outing.SlipMonth.Cause;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Filing and changing visit slips; the same message never files twice. */
@Component
class SlipStore {

  private final SlipRepository repository;

  SlipStore(SlipRepository repository) {
    this.repository = repository;
  }

  /** The member's slips from {@code day} on, of three months, cancelled ones too. */
  List<Slip> from(String organizationId, String memberId, LocalDate day) {
    LocalDate first = day.withDayOfMonth(1);
    List<SlipKey> keys =
        IntStream.rangeClosed(0, 2)
            .mapToObj(months -> SlipKey.of(organizationId, memberId, first.plusMonths(months)))
            .toList();
    return repository.months(keys).stream()
        .flatMap(month -> month.slips().stream())
        .filter(slip -> !slip.day().isBefore(day))
        .sorted(Comparator.comparing(Slip::day).thenComparing(Slip::number))
        .toList();
  }

  /** The live slips of {@code day}, by member. */
  Map<String, List<Slip>> on(String organizationId, Collection<String> memberIds, LocalDate day) {
    List<SlipKey> keys =
        memberIds.stream().map(memberId -> SlipKey.of(organizationId, memberId, day)).toList();
    return repository.find(keys).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    entry.getValue().slips().stream()
                        .filter(slip -> slip.live() && slip.day().equals(day))
                        .toList()));
  }

  /**
   * Files a slip unless its message already did, and returns what is stored.
   *
   * @param today numbers count among the slips from this day on
   */
  Slip add(
      String organizationId,
      String memberId,
      LocalDate day,
      Visit visit,
      @Nullable LocalDate reportDay,
      LocalDate today,
      Cause cause) {
    String id = cause.messageKey();
    List<Slip> ahead = from(organizationId, memberId, today);
    SlipMonth month =
        repository.update(
            SlipKey.of(organizationId, memberId, day),
            stored -> {
              if (stored.find(id).isPresent()) {
                return stored;
              }
              int number =
                  nextNumber(Stream.concat(ahead.stream(), stored.slips().stream()), today);
              return stored.with(new Slip(id, day, number, visit, State.OPEN, reportDay), cause);
            });
    return month.find(id).orElseThrow();
  }

  /** Changes a stored slip and returns it. */
  Slip change(
      String organizationId, String memberId, Slip slip, UnaryOperator<Slip> change, Cause cause) {
    SlipMonth month =
        repository.update(
            SlipKey.of(organizationId, memberId, slip.day()),
            stored ->
                stored
                    .find(slip.id())
                    .map(found -> stored.with(change.apply(found), cause))
                    .orElse(stored));
    return month.find(slip.id()).orElse(slip);
  }

  void delete(String organizationId) {
    repository.delete(organizationId);
  }

  private static int nextNumber(Stream<Slip> slips, LocalDate today) {
    return slips.filter(slip -> !slip.day().isBefore(today)).mapToInt(Slip::number).max().orElse(0)
        + 1;
  }
}
