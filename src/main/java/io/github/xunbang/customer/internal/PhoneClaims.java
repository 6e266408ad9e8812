package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Customer;
import io.github.xunbang.customer.Phone;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Takes phones for customers, so that one has one owner (S-14), also when two people send it at the
 * same moment on two instances. A claim without its customer is a write in progress, or a crash: it
 * belongs to its message for a while, to its member's next try at once, and then to anybody.
 */
@Component
class PhoneClaims {

  private static final Duration IN_PROGRESS = Duration.ofMinutes(10);
  private static final int TRIES = 50;

  private final PhoneClaimsRepository claims;
  private final CustomersRepository customers;

  PhoneClaims(PhoneClaimsRepository claims, CustomersRepository customers) {
    this.claims = claims;
    this.customers = customers;
  }

  /** Somebody else has the phone: the customer, or only the claim of one being written. */
  static final class Taken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PhoneClaim claim;

    Taken(PhoneClaim claim) {
      super("Phone already claimed");
      this.claim = claim;
    }

    PhoneClaim claim() {
      return claim;
    }
  }

  /**
   * Takes the phone.
   *
   * @return the claim that now holds; its number counts, because what a crash left is gone on with
   * @throws Taken when it is somebody else's
   */
  PhoneClaim take(PhoneClaim wanted, Phone phone) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (claims.insert(wanted)) {
        return wanted;
      }
      Optional<PhoneClaim> seen = claims.find(wanted.organizationId(), wanted.hash());
      if (seen.isPresent()) {
        Optional<PhoneClaim> mine = mine(wanted, seen.get(), phone);
        if (mine.isPresent()) {
          return mine.get();
        }
      }
    }
    throw new OptimisticLockingFailureException("Phone claim changes all the time");
  }

  /** The claim that holds for this message, or empty when somebody was faster at taking it over. */
  private Optional<PhoneClaim> mine(PhoneClaim wanted, PhoneClaim seen, Phone phone) {
    Optional<Customer> customer = customers.find(seen.organizationId(), seen.number());
    boolean held = customer.filter(one -> phone.equals(one.phone())).isPresent();
    if (seen.messageKey().equals(wanted.messageKey())
        || (held && seen.number() == wanted.number())) {
      return Optional.of(seen);
    }
    boolean inProgress =
        !seen.memberId().equals(wanted.memberId())
            && seen.at().plus(IN_PROGRESS).isAfter(wanted.at());
    if (held || inProgress) {
      throw new Taken(seen);
    }
    // The same number: should the interrupted write still come, only one of both can insert it.
    boolean both = customer.isEmpty() && isNew(wanted);
    PhoneClaim next = both ? wanted.forNumber(seen.number()) : wanted;
    return claims.replace(seen, next) ? Optional.of(next) : Optional.empty();
  }

  private boolean isNew(PhoneClaim wanted) {
    return customers.find(wanted.organizationId(), wanted.number()).isEmpty();
  }

  /** Frees a phone that the customer no longer has. */
  void release(PhoneClaim old) {
    claims.release(old.organizationId(), old.hash(), old.number());
  }
}
