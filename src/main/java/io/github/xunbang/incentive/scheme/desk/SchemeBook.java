package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Scheme.State;
import io.github.xunbang.incentive.rule.Scheme.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done to a list of schemes. Ids count on from all there ever were. */
final class SchemeBook {

  private SchemeBook() {}

  /** The next free scheme id; schemes are never removed. */
  static String nextId(List<Scheme> schemes) {
    return "F" + (schemes.size() + 1);
  }

  /** The rules with the next free ids; a rule that has one keeps it. */
  static List<Rule> numbered(List<Rule> rules, List<Scheme> schemes) {
    int last = lastRule(schemes);
    List<Rule> numbered = new ArrayList<>();
    for (Rule rule : rules) {
      numbered.add(rule.id().isEmpty() ? rule.withId("R" + ++last) : rule);
    }
    return numbered;
  }

  private static int lastRule(List<Scheme> schemes) {
    return schemes.stream()
        .flatMap(scheme -> scheme.versions().stream())
        .flatMap(version -> version.rules().stream())
        .mapToInt(rule -> Integer.parseInt(rule.id().substring(1)))
        .max()
        .orElse(0);
  }

  /** The list with this scheme in the place of the one of its id, or at the end. */
  static List<Scheme> with(List<Scheme> schemes, Scheme changed) {
    boolean known = schemes.stream().anyMatch(scheme -> scheme.id().equals(changed.id()));
    return known
        ? schemes.stream()
            .map(scheme -> scheme.id().equals(changed.id()) ? changed : scheme)
            .toList()
        : Stream.concat(schemes.stream(), Stream.of(changed)).toList();
  }

  /** The list with the scheme of this id changed. */
  static List<Scheme> changed(List<Scheme> schemes, String schemeId, UnaryOperator<Scheme> change) {
    return schemes.stream()
        .map(scheme -> scheme.id().equals(schemeId) ? change.apply(scheme) : scheme)
        .toList();
  }

  /** The scheme with one more version; a draft takes the place of the one before. */
  static Scheme with(
      Scheme scheme,
      State state,
      @Nullable LocalDate from,
      List<Rule> rules,
      String author,
      Instant at) {
    List<Version> versions = new ArrayList<>();
    for (Version version : scheme.versions()) {
      boolean replaced = state == State.DRAFT && version.state() == State.DRAFT;
      versions.add(replaced ? version.in(State.DROPPED, null, null) : version);
    }
    versions.add(new Version(versions.size() + 1, state, from, rules, author, at, null));
    return scheme.withVersions(versions);
  }

  /** The scheme with the version of this number changed. */
  static Scheme with(Scheme scheme, int number, UnaryOperator<Version> change) {
    return scheme.withVersions(
        scheme.versions().stream()
            .map(version -> version.number() == number ? change.apply(version) : version)
            .toList());
  }

  /** The rules to write on: the draft's, else those started last. */
  static List<Rule> written(Scheme scheme) {
    return scheme.draft().or(scheme::latest).map(Version::rules).orElse(List.of());
  }

  /** Whether the rules say the same, ids aside. */
  static boolean same(List<Rule> some, List<Rule> others) {
    return without(some).equals(without(others));
  }

  static List<Rule> without(List<Rule> rules) {
    return rules.stream().map(rule -> rule.withId("")).toList();
  }
}
