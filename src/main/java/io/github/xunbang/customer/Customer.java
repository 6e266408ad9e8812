package io.github.xunbang.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company or person that somebody found (S-13, S-14).
 *
 * @param organizationId whose
 * @param number counted per organization, gaps allowed; people type {@code K12}
 * @param name company or person
 * @param phone or null while it is missing
 * @param address or null while it is missing
 * @param note need, character, budget, as typed (S-18); never a phone number
 * @param finderId the member who entered it first; never changes, later splits need it (S-16)
 * @param ownerId the member who looks after it now
 * @param foundOn business day of the first entry
 * @param completedOn business day on which name, phone and address were all there, or null
 * @param acts everything done, oldest first
 * @param revision guards the write
 */
public record Customer(
    String organizationId,
    int number,
    String name,
    @Nullable Phone phone,
    @Nullable String address,
    String note,
    String finderId,
    String ownerId,
    LocalDate foundOn,
    @Nullable LocalDate completedOn,
    List<Act> acts,
    long revision) {

  /**
   * One thing done.
   *
   * @param id idempotency key: the message key, or one derived from it
   * @param actorId the member who did it
   * @param at UTC instant of business time
   * @param change what, in a few Chinese words, phones masked
   */
  public record Act(String id, String actorId, Instant at, String change) {}

  /** The act that ends an invalid customer; there is at most one of it. */
  public static final String INVALID = "invalid";

  public Customer {
    acts = List.copyOf(acts);
  }

  /** Whether a manager took it out: it counts no longer, has no phone and stands in no list. */
  public boolean isInvalid() {
    return acts.stream().anyMatch(act -> act.id().equals(INVALID));
  }

  /** Whether it counts (S-13): name, phone and address are there. */
  public boolean isComplete() {
    return completedOn != null;
  }
}
