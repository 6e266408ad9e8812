package io.github.xunbang.ranking.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.ranking.Entrants;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * About whom something is explained, and how much of it the asker may read here.
 *
 * @param member the person, or null for a unit
 * @param unit the unit, or null for a person
 * @param self whether the asker
 * @param entitled whether the asker may know the entries
 * @param inGroup whether others read the answer
 * @param placeAsked whether the question named a place
 */
record ExplainedSubject(
    @Nullable Member member,
    @Nullable Unit unit,
    boolean self,
    boolean entitled,
    boolean inGroup,
    boolean placeAsked) {

  /** The unit or member asked about, else the asker; empty for an asker who is no member. */
  static Optional<ExplainedSubject> of(
      CommandCall call, Organization organization, WhyQuestion question) {
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    @Nullable String asker = call.caller().memberId();
    boolean manager = call.caller().access().covers(Access.MANAGER);
    boolean group = call.caller().conversation().isGroup();
    boolean place = question.place() != null;
    Unit unit = question.unit();
    if (unit != null) {
      boolean entitled = manager || asker != null && looksAfter(organization, asker, unit, today);
      return Optional.of(new ExplainedSubject(null, unit, false, entitled, group, place));
    }
    @Nullable Member member =
        question.member() != null
            ? question.member()
            : organization.member(asker == null ? "" : asker).orElse(null);
    if (member == null) {
      return Optional.empty();
    }
    boolean self = member.id().equals(asker);
    boolean entitled = self || manager || asker != null && organization.leads(asker, member, today);
    return Optional.of(new ExplainedSubject(member, null, self, entitled, group, place));
  }

  /** Whether figures that are on no public board may be said here. */
  boolean isOpen() {
    return self || unit != null || (entitled && !inGroup);
  }

  String id() {
    return member != null ? member.id() : unit != null ? unit.id() : "";
  }

  String name() {
    return member != null ? member.name() : unit != null ? unit.name() : "";
  }

  /** On whose boards the subject stands. */
  Entrants entrants() {
    if (unit != null) {
      return Entrants.units(unit.kind());
    }
    return member != null && member.guest() ? Entrants.GUESTS : Entrants.MEMBERS;
  }

  private static boolean looksAfter(
      Organization organization, String asker, Unit unit, LocalDate today) {
    return organization.ledUnitIds(asker, today).contains(unit.id())
        || organization.responsibleUnits(asker, today).contains(unit);
  }
}
