package io.github.xunbang.organization;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Organizations, their groups and members. Reads come from a bounded cache a few seconds old at
 * most; writes are durable when the call returns and seen at once by this instance.
 */
public interface OrganizationService {

  /** The organization, which must exist. */
  Organization get(String organizationId);

  /** The organization, or empty when it was deleted; for jobs that outlive it. */
  Optional<Organization> find(String organizationId);

  /**
   * The organization as it is stored now, with what another instance wrote a moment ago; for what
   * is counted once and for all (closings, awards). Empty when it was deleted.
   */
  Optional<Organization> current(String organizationId);

  /** Every organization; for jobs at start, not for the hot path. */
  List<Organization> all();

  /** The organization that {@code conversation} (a group) is bound to. */
  Optional<Organization> boundTo(Conversation conversation);

  /** The organizations that {@code identity} ({@code channel:userid}) is an active member of. */
  List<Organization> organizationsOf(String identity);

  /**
   * Who is speaking: organization by group, or by sender in private; access fails closed to GUEST.
   */
  Caller identify(InboundMessage message);

  /**
   * The organizations among which the sender of a private message has yet to choose by 切换 (design
   * section 5, Addressing), in order of joining; empty when there is nothing to ask.
   */
  default List<Organization> undecided(InboundMessage message) {
    return List.of();
  }

  /** Creates an organization and publishes {@link OrganizationCreated}. */
  Organization create(String name, boolean simulated);

  /** Binds the group to the organization, replacing an earlier binding. */
  void bind(Conversation group, String organizationId);

  /**
   * Enrols a person, or ties {@code identity} to the roster entry of that name.
   *
   * @param identity {@code channel:userid}, or null for a roster entry that nobody has claimed yet
   * @throws io.github.xunbang.command.CommandRejectedException when the name is taken by another
   *     identity or unusable
   */
  Member enrol(
      String organizationId,
      @Nullable String identity,
      String name,
      @Nullable String position,
      @Nullable String unit,
      Access access);

  /** Changes a member's access level. */
  void appoint(String organizationId, String memberId, Access access);

  /**
   * Changes members, structure or groups, durably; nothing else may differ. The change is applied
   * to the stored picture and again to a newer one when somebody was faster, so it decides on its
   * argument alone; returning the argument writes nothing.
   *
   * @return the organization as stored afterwards
   * @throws io.github.xunbang.command.CommandRejectedException thrown by {@code change}: nothing is
   *     stored
   */
  Organization change(String organizationId, UnaryOperator<Organization> change);

  /** Unties the group from its organization, which stays with everything in it. */
  void unbind(Conversation group);

  /** Sets values of settings by name; the values are already checked. */
  void set(String organizationId, Map<String, String> settings);

  /** Renames the organization. */
  void rename(String organizationId, String name);

  /**
   * Deletes every organization marked simulated with its groups and members, and returns their ids.
   */
  List<String> deleteSimulated();
}
