package io.github.xunbang.organization;

import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person of an organization.
 *
 * @param id short and stable within the organization, for example {@code m12}; also the ledger
 *     subject
 * @param name shown in posts; unique among active members
 * @param access level of the person's own; {@link Organization#accessOn} adds what was deputed
 * @param assignments position and unit in order of validity, never empty
 * @param guest whether the person reports without quota and stands on a board apart (S-26)
 * @param identities vendor identities as {@code channel:userid}
 * @param since first business day
 * @param until last business day, or null while active
 */
public record Member(
    String id,
    String name,
    Access access,
    List<Assignment> assignments,
    boolean guest,
    List<String> identities,
    LocalDate since,
    @Nullable LocalDate until) {

  public Member {
    assignments = List.copyOf(assignments);
    identities = List.copyOf(identities);
    if (assignments.isEmpty()) {
      throw new IllegalArgumentException("A member needs an assignment: " + id);
    }
  }

  /** A member with one position and unit from the first day on. */
  public Member(
      String id,
      String name,
      Access access,
      @Nullable String position,
      @Nullable String unitId,
      List<String> identities,
      LocalDate since,
      @Nullable LocalDate until) {
    this(
        id,
        name,
        access,
        List.of(new Assignment(since, position, unitId)),
        false,
        identities,
        since,
        until);
  }

  /**
   * The person's private chat: the one on {@code channel} if the person is known there, else on the
   * first channel they are; empty for somebody who has never spoken. {@code channel} is that of the
   * conversation in which the matter came up, or empty.
   */
  public Optional<Conversation> privateChat(String channel) {
    return identities.stream()
        .filter(identity -> identity.startsWith(channel + ":"))
        .findFirst()
        .or(() -> identities.stream().findFirst())
        .map(Member::privateChatOf);
  }

  private static Conversation privateChatOf(String identity) {
    int colon = identity.indexOf(':');
    return Conversation.privateChat(identity.substring(0, colon), identity.substring(colon + 1));
  }

  /** Whether the person belongs to the organization on {@code day}. */
  public boolean activeOn(LocalDate day) {
    return !day.isBefore(since) && (until == null || !day.isAfter(until));
  }

  /** Whether the person's last day lies before {@code day}. */
  public boolean leftBefore(LocalDate day) {
    return until != null && day.isAfter(until);
  }

  /** The assignment valid on {@code day}; before the first one, the first. */
  public Assignment assignmentOn(LocalDate day) {
    Assignment valid = assignments.get(0);
    for (Assignment assignment : assignments) {
      if (!assignment.since().isAfter(day)) {
        valid = assignment;
      }
    }
    return valid;
  }

  /** The job on {@code day}, or null. */
  public @Nullable String positionOn(LocalDate day) {
    return assignmentOn(day).position();
  }

  /** The id of the home unit on {@code day}, or null. */
  public @Nullable String unitIdOn(LocalDate day) {
    return assignmentOn(day).unitId();
  }

  /** The job of the latest assignment, or null. */
  public @Nullable String position() {
    return assignments.get(assignments.size() - 1).position();
  }

  /** The id of the home unit of the latest assignment, or null. */
  public @Nullable String unitId() {
    return assignments.get(assignments.size() - 1).unitId();
  }

  /**
   * The same person with this position and unit from {@code day} on, whatever was planned after it;
   * the days before keep what they had. A day before the first one counts as the first.
   */
  public Member assigned(LocalDate day, @Nullable String newPosition, @Nullable String newUnitId) {
    LocalDate from = day.isBefore(since) ? since : day;
    List<Assignment> changed = new ArrayList<>(assignments);
    changed.removeIf(assignment -> !assignment.since().isBefore(from));
    Assignment last = changed.isEmpty() ? null : changed.get(changed.size() - 1);
    if (last == null
        || !Objects.equals(last.position(), newPosition)
        || !Objects.equals(last.unitId(), newUnitId)) {
      changed.add(new Assignment(last == null ? since : from, newPosition, newUnitId));
    }
    return new Member(id, name, access, changed, guest, identities, since, until);
  }

  /** The same person at another level. */
  public Member withAccess(Access level) {
    return new Member(id, name, level, assignments, guest, identities, since, until);
  }

  /** The same person, as guest without quota or not (S-26). */
  public Member asGuest(boolean withoutQuota) {
    return new Member(id, name, access, assignments, withoutQuota, identities, since, until);
  }

  /** The same person with {@code day} as the last, or staying on for null. */
  public Member leaving(@Nullable LocalDate day) {
    return new Member(id, name, access, assignments, guest, identities, since, day);
  }
}
