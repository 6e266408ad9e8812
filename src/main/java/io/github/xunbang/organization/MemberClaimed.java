package io.github.xunbang.organization;

/**
 * Somebody tied themselves to a name that stood on the roster without an identity; published
 * in-process after the durable write, so that a manager can be told.
 *
 * @param organizationId whose
 * @param memberId which entry of the roster
 * @param identity who claimed it, as {@code channel:userid}
 */
public record MemberClaimed(String organizationId, String memberId, String identity) {}
