package io.github.xunbang.report;

import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Whose records are looked at: a member's or a unit's, exactly one of them.
 *
 * @param id the ledger's subject
 * @param name shown to people
 */
record RecordSubject(String id, String name, @Nullable Member member, @Nullable Unit unit) {

  static RecordSubject of(Member member) {
    return new RecordSubject(member.id(), member.name(), member, null);
  }

  static RecordSubject of(Unit unit) {
    return new RecordSubject(unit.id(), unit.name(), null, unit);
  }
}
