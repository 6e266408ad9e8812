package io.github.xunbang.digest.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom one organization asked for difficulties, and what people said (S-132). Immutable and
 * bounded.
 *
 * @param asked in order of asking
 * @param said in order of saying
 */
record DifficultyBook(List<Asked> asked, List<Said> said) {

  static final DifficultyBook EMPTY = new DifficultyBook(List.of(), List.of());

  private static final int KEPT = 200;

  DifficultyBook {
    asked = List.copyOf(asked);
    said = List.copyOf(said);
  }

  /**
   * Somebody was asked.
   *
   * @param closing the closed period, {@code XUN 2026-12-01}
   * @param memberId who
   * @param day ISO date
   */
  record Asked(String closing, String memberId, String day) {}

  /**
   * What somebody said.
   *
   * @param memberId who
   * @param day ISO date
   * @param text one line, harmless already
   */
  record Said(String memberId, String day, String text) {

    boolean isIn(LocalDate since, LocalDate before) {
      LocalDate on = LocalDate.parse(day);
      return !on.isBefore(since) && on.isBefore(before);
    }
  }

  /** Remembers that somebody was asked; one per closing, another one changes nothing. */
  DifficultyBook with(Asked one) {
    return asked.stream().anyMatch(earlier -> earlier.closing().equals(one.closing()))
        ? this
        : new DifficultyBook(latest(asked, one), said);
  }

  /** Keeps what somebody said; it replaces what the same person said that day. */
  DifficultyBook with(Said one) {
    List<Said> others =
        said.stream()
            .filter(
                earlier ->
                    !earlier.memberId().equals(one.memberId()) || !earlier.day().equals(one.day()))
            .toList();
    return new DifficultyBook(asked, latest(others, one));
  }

  private static <T> List<T> latest(List<T> earlier, T one) {
    List<T> all = new ArrayList<>(Stream.concat(earlier.stream(), Stream.of(one)).toList());
    return all.subList(Math.max(0, all.size() - KEPT), all.size());
  }
}
