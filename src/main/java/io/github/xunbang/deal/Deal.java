package io.github.xunbang.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A signed deal with everything that happened to it: the truth from which its ledger lines follow
 * (design section 6).
 *
 * @param organizationId whose
 * @param number counted per organization, gaps allowed; people type {@code #12}
 * @param customer name as typed, never a phone number
 * @param amount 元, more than 0, with at most two decimals
 * @param product what was sold, or null
 * @param source where it came from or through which channel it was issued (S-28), or null
 * @param ownerId the member who signed it or took it over
 * @param shares of one to five different members, adding up to exactly 1
 * @param signedOn business day of the signing
 * @param rule when it counts
 * @param qualified whether it may count at all: false when its source is none of those that the
 *     organization credits (S-28)
 * @param cancelled whether it was taken back (退单)
 * @param payments in order of number
 * @param acts everything done, oldest first
 * @param bookings everything owed to the ledger, oldest first
 * @param revision guards the write; 0 before the first one
 */
public record Deal(
    String organizationId,
    int number,
    String customer,
    BigDecimal amount,
    @Nullable String product,
    @Nullable String source,
    String ownerId,
    List<Share> shares,
    LocalDate signedOn,
    CreditRule rule,
    boolean qualified,
    boolean cancelled,
    List<Payment> payments,
    List<Act> acts,
    List<Booking> bookings,
    long revision) {

  /** At most this many people share a deal. */
  public static final int MOST_SHARES = 5;

  public Deal {
    shares = List.copyOf(shares);
    payments = List.copyOf(payments);
    acts = List.copyOf(acts);
    bookings = List.copyOf(bookings);
    BigDecimal sum = shares.stream().map(Share::part).reduce(BigDecimal.ZERO, BigDecimal::add);
    Set<String> people = shares.stream().map(Share::memberId).collect(Collectors.toSet());
    if (sum.compareTo(BigDecimal.ONE) != 0
        || people.size() != shares.size()
        || shares.size() > MOST_SHARES) {
      throw new IllegalArgumentException("Shares of one to five people add up to 1: " + shares);
    }
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("A deal has an amount above 0: " + amount);
    }
  }

  /** What came in and was not given back, in 元. */
  public BigDecimal paid() {
    return payments.stream().map(Payment::kept).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What is still to come, in 元; 0 for a cancelled deal. */
  public BigDecimal unpaid() {
    return cancelled ? BigDecimal.ZERO : amount.subtract(paid()).max(BigDecimal.ZERO);
  }

  /** The act with this id, if it was done: a redelivery finds its own. */
  public boolean holds(String actId) {
    return acts.stream().anyMatch(act -> act.id().equals(actId));
  }
}
