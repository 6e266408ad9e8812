package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.incentive.engine.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A settlement that stands: its lines have the numbers {@code first} … {@code first + count - 1}.
 *
 * @param key which
 * @param attempt the run whose lines they are
 * @param first the first number
 * @param count how many lines
 * @param at business instant
 * @param schemes the versions that settled it
 * @param findings what the manager should know; empty in what the index gives
 */
record Settlement(
    SettlementKey key,
    String attempt,
    int first,
    int count,
    Instant at,
    List<Applied> schemes,
    List<Outcome.Finding> findings) {

  /** A scheme and the version of it that settled. */
  record Applied(String schemeId, int version) {}

  Settlement {
    schemes = List.copyOf(schemes);
    findings = List.copyOf(findings);
  }

  boolean has(int number) {
    return number >= first && number < first + count;
  }

  /** The {@code _id} of the line of this number. */
  String lineId(int number) {
    return lineId(key, attempt, number - first);
  }

  /** The ids of all lines in order. */
  List<String> lineIds() {
    return lineIds(key, attempt, count);
  }

  static List<String> lineIds(SettlementKey key, String attempt, int count) {
    return IntStream.range(0, count).mapToObj(ordinal -> lineId(key, attempt, ordinal)).toList();
  }

  static String lineId(SettlementKey key, String attempt, int ordinal) {
    return key.id() + "|" + attempt + "|" + ordinal;
  }
}
