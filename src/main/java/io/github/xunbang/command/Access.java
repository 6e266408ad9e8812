package io.github.xunbang.command;

/**
 * Access levels (design section 3), each including those before it. GUEST is somebody not enrolled.
 */
public enum Access {
  GUEST,
  MEMBER,
  LEADER,
  MANAGER,
  ADMIN;

  /** Whether this level may do what needs {@code required}. */
  public boolean covers(Access required) {
    return compareTo(required) >= 0;
  }
}
