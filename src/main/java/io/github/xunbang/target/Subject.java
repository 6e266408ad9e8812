package io.github.xunbang.target;

import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Unit;

/**
 * Whose target it is.
 *
 * @param kind member, position, unit or the organization
 * @param id member id, position name, unit id, or empty for the organization
 */
public record Subject(Kind kind, String id) {

  /** The organization as a whole. */
  public static final Subject ORGANIZATION = new Subject(Kind.ORGANIZATION, "");

  /** What kind of subject a target has. */
  public enum Kind {
    MEMBER,
    POSITION,
    UNIT,
    ORGANIZATION
  }

  /** A person. */
  public static Subject of(Member member) {
    return new Subject(Kind.MEMBER, member.id());
  }

  /** A unit. */
  public static Subject of(Unit unit) {
    return new Subject(Kind.UNIT, unit.id());
  }
}
