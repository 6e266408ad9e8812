package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Candidate;
import java.util.Optional;

/** Whose figures are asked for. */
record Subject(String id, boolean isUnit) {

  static Subject of(Candidate who) {
    return new Subject(who.id(), who.isUnit());
  }

  /** A member's home unit. */
  static Optional<Subject> homeOf(Candidate who) {
    return Optional.ofNullable(who.homeUnitId()).map(id -> new Subject(id, true));
  }
}
