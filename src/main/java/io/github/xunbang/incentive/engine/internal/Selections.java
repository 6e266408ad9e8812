package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.engine.internal.Placing.Scored;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives places to those who meet a rule's conditions. */
final class Selections {

  private final Scene scene;

  Selections(Scene scene) {
    this.scene = scene;
  }

  /**
   * Who has a paid place.
   *
   * @param cut what the manager should know about a list that was cut, or null
   */
  record Selected(List<Group> groups, @Nullable String cut) {}

  /** {@code eligible} in order of joining. */
  Selected best(Rule rule, Selection.Best best, List<Candidate> eligible) {
    boolean less = scene.measures().lessIsBetter(best.by());
    List<Scored<Fraction>> ranked = ranked(best.by(), eligible, !less);
    int count = ranked.size();
    List<Scored<Fraction>> winners =
        ranked.stream().filter(one -> less || one.key().signum() > 0).toList();
    Placing placing = new Placing(1, paidTo(rule, best.places()), "第");
    return new Selected(
        placing.groups(winners, (one, first, last) -> standing(best.by(), one, first, last, count)),
        null);
  }

  /**
   * The other end of the list. Nobody who has a place in a {@code Best} rule of the same measure,
   * nor more than half of those ranked (S-83), nor somebody with 0 of what should be little. Where
   * all are equal nobody is behind.
   *
   * @param taken ids of those who have a place at the other end
   */
  Selected last(Rule rule, Selection.Last last, List<Candidate> eligible, Set<String> taken) {
    boolean less = scene.measures().lessIsBetter(last.by());
    List<Scored<Fraction>> ranked = ranked(last.by(), eligible, less);
    int count = ranked.size();
    if (count > 1 && ranked.get(0).key().compareTo(ranked.get(count - 1).key()) == 0) {
      return new Selected(List.of(), "参与排名" + count + "名都一样，没有待改进名单");
    }
    List<Scored<Fraction>> free =
        ranked.stream()
            .filter(one -> !taken.contains(one.who().id()))
            .filter(one -> !less || one.key().signum() > 0)
            .toList();
    int asked = paidTo(rule, last.places());
    int places = Math.min(asked, Math.min(free.size(), count / 2));
    Placing placing = new Placing(1, places, "待改进第");
    return new Selected(
        placing.groups(
            free,
            (one, from, to) -> standing(last.by(), one, count - to + 1, count - from + 1, count)),
        places == asked || count == 0 ? null : cut(asked, places, count));
  }

  /**
   * By the instant of reaching the line, then those of the fallback line by theirs (S-86, S-87).
   */
  Selected race(Rule rule, Selection.Race race, List<Candidate> eligible) {
    int places = paidTo(rule, race.places());
    Finishers finishers = new Finishers(scene, race.metricId());
    List<Group> groups =
        new ArrayList<>(finishers.groups(new Placing(1, places, "第"), race.line(), eligible));
    int filled = groups.stream().mapToInt(Group::size).sum();
    if (race.fallback() != null && filled < places) {
      Set<String> winners = ids(groups);
      List<Candidate> others =
          eligible.stream().filter(one -> !winners.contains(one.id())).toList();
      groups.addAll(
          finishers.groups(new Placing(filled + 1, places, "补位第"), race.fallback(), others));
    }
    return new Selected(groups, null);
  }

  static Set<String> ids(List<Group> groups) {
    return groups.stream()
        .flatMap(group -> group.tied().stream())
        .map(Candidate::id)
        .collect(Collectors.toSet());
  }

  /** Those with a value, equal ones in order of joining. */
  private List<Scored<Fraction>> ranked(
      Measure by, List<Candidate> eligible, boolean greatestFirst) {
    Comparator<Scored<Fraction>> order = Comparator.comparing(Scored::key);
    return eligible.stream()
        .flatMap(who -> scene.measure(who, by).map(value -> new Scored<>(who, value)).stream())
        .sorted(greatestFirst ? order.reversed() : order)
        .toList();
  }

  private static int paidTo(Rule rule, int places) {
    return rule.payout() instanceof Payout.Tiers tiers ? Math.min(places, tiers.places()) : places;
  }

  private List<String> standing(Measure by, Scored<Fraction> one, int first, int last, int count) {
    List<String> lines = new ArrayList<>(scene.explain(one.who(), by));
    lines.add((first == last ? "" : "并列") + "第" + first + "名，共" + count + "名");
    return lines;
  }

  private static String cut(int asked, int places, int ranked) {
    return "参与排名" + ranked + "名，待改进名单由" + asked + "名减为" + places + "名：不与前列重叠，也不超过一半";
  }
}
