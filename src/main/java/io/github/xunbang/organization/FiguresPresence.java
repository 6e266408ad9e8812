package io.github.xunbang.organization;

/**
 * Tells whether an organization holds figures. A group may be bound elsewhere only while its
 * organization holds none (design section 5, First contact). The room with the ledger implements
 * it; while nobody does, every organization counts as holding some.
 */
public interface FiguresPresence {

  /** Whether any figure was ever stored for the organization. */
  boolean holdsFigures(String organizationId);
}
