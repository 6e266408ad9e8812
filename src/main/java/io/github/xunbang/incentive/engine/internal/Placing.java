package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Competition ranking: equal keys share a place, and the places after it stay empty.
 *
 * @param first the first place to give
 * @param paidTo the last place that is paid
 * @param prefix before the number
 */
record Placing(int first, int paidTo, String prefix) {

  /** Somebody and what the place goes by. */
  record Scored<K extends Comparable<? super K>>(Candidate who, K key) {}

  /** Says why somebody has the places of this group. */
  @FunctionalInterface
  interface Reason<K extends Comparable<? super K>> {
    List<String> of(Scored<K> one, int first, int last);
  }

  /** The groups up to the last paid place, the last of which may reach over it. */
  <K extends Comparable<? super K>> List<Group> groups(List<Scored<K>> sorted, Reason<K> reason) {
    List<Group> groups = new ArrayList<>();
    int start = 0;
    while (start < sorted.size() && first + start <= paidTo) {
      int end = start + 1;
      while (end < sorted.size() && sorted.get(end).key().compareTo(sorted.get(start).key()) == 0) {
        end++;
      }
      groups.add(group(sorted.subList(start, end), first + start, reason));
      start = end;
    }
    return groups;
  }

  private <K extends Comparable<? super K>> Group group(
      List<Scored<K>> equal, int place, Reason<K> reason) {
    int last = place + equal.size() - 1;
    Map<Candidate, Scored<K>> scores = new HashMap<>();
    equal.forEach(one -> scores.put(one.who(), one));
    return new Group(
        place,
        paidTo,
        prefix,
        equal.stream().map(Scored::who).toList(),
        who -> reason.of(scores.get(who), place, last));
  }
}
