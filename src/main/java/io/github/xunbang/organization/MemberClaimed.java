package io.github.xunbang.organization;

import io.github.xunbang.command.Access;

/**
 * Somebody tied themselves to a name that stood on the roster without an identity; published
 * in-process after the durable write, so that a manager can be told.
 *
 * @param organizationId whose
 * @param memberId which entry of the roster
 * @param identity who claimed it, as {@code channel:userid}
 * @param appointed the level that the entry had; the person has only what {@code enrol} gave
 */
public record MemberClaimed(
    String organizationId, String memberId, String identity, Access appointed) {}
