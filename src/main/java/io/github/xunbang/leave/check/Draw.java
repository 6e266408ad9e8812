package io.github.xunbang.leave.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One draw of logs or slips with everything that became of it (S-23).
 *
 * @param number counted per organization; people type {@code C5}
 * @param scope the scope's key
 * @param label the scope for people
 * @param day the business day drawn from
 * @param round 0, or how often a manager drew again
 * @param seed makes the draw repeatable, see {@link FairDraw}
 * @param population what could be drawn
 * @param items what was drawn, in order; item 1 is {@code C5-1}
 * @param entries only ever appended to
 */
record Draw(
    int number,
    Kind kind,
    String scope,
    String label,
    LocalDate day,
    int round,
    long seed,
    List<String> population,
    List<Item> items,
    List<Entry> entries) {

  /** What is drawn. */
  enum Kind {
    LOG("日报"),
    OUTING("外出");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** What a check found. */
  enum Verdict {
    TRUE("属实"),
    DIFFERENT("不符");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * One drawn log or slip.
   *
   * @param key its key in the population
   * @param text what it said when it was drawn
   */
  record Item(String key, String memberId, String text) {}

  /**
   * One step.
   *
   * @param item 1-based for a result; 0 for a draw
   * @param verdict a {@link Verdict}'s name for a result; {@code DRAWN} for a draw
   * @param reason as typed, possibly empty; for a draw how many items there were then
   */
  record Entry(
      Instant at, String actorId, String messageKey, int item, String verdict, String reason) {

    static final String DRAWN = "DRAWN";
  }

  Draw {
    population = List.copyOf(population);
    items = List.copyOf(items);
    entries = List.copyOf(entries);
  }

  /** Who drew first. */
  String drawnBy() {
    return entries.get(0).actorId();
  }

  /** Whether the message made or extended it, or left a result in it. */
  boolean knows(String messageKey) {
    return entries.stream().anyMatch(entry -> entry.messageKey().equals(messageKey));
  }

  /** The latest result of an item. */
  Optional<Entry> result(int item) {
    return entries.stream()
        .filter(entry -> item > 0 && entry.item() == item)
        .reduce((one, next) -> next);
  }

  /** The same draw with one more step. */
  Draw with(List<Item> drawn, Entry entry) {
    List<Entry> appended = new ArrayList<>(entries);
    appended.add(entry);
    return new Draw(number, kind, scope, label, day, round, seed, population, drawn, appended);
  }
}
