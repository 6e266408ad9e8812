package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Candidate;
import java.util.List;
import java.util.function.Function;

/**
 * Those who share a place, in order of joining.
 *
 * @param first their first place, from 1 on
 * @param paidTo the last place that is paid at all
 * @param prefix before the number: 第 or 待改进第
 * @param tied at least one
 * @param how why this place, line by line
 */
record Group(
    int first,
    int paidTo,
    String prefix,
    List<Candidate> tied,
    Function<Candidate, List<String>> how) {

  int size() {
    return tied.size();
  }

  int last() {
    return first + size() - 1;
  }

  /** Whether there are fewer paid places left than people. */
  boolean crosses() {
    return last() > paidTo;
  }

  /** The last place of theirs that is paid. */
  int lastPaid() {
    return Math.min(last(), paidTo);
  }

  /** How many paid places they have. */
  int paidPlaces() {
    return lastPaid() - first + 1;
  }

  /** {@code 第2名}, {@code 并列第2到3名}. */
  String label() {
    return size() == 1 ? prefix + first + "名" : "并列" + prefix + first + "到" + last() + "名";
  }
}
