package io.github.xunbang.customer;

import io.github.xunbang.message.PhoneNumbers;

/**
 * A phone number in one form: digits only, without +86, blanks and hyphens; a landline with its
 * area code. Never printed by accident: {@link #toString} masks it (design section 12).
 */
public final class Phone {

  private final String digits;

  private Phone(String digits) {
    this.digits = digits;
  }

  /** The number whose normal form is {@code digits}. */
  public static Phone ofDigits(String digits) {
    if (digits.length() < 7 || !digits.chars().allMatch(one -> one >= '0' && one <= '9')) {
      throw new IllegalArgumentException("Not a phone number in its normal form");
    }
    return new Phone(digits);
  }

  /** All digits: only for storing it, and for its owner or a manager in private. */
  public String full() {
    return digits;
  }

  /** For groups and lists: {@code 138****5678}; of a short number the last three remain. */
  public String masked() {
    return PhoneNumbers.mask(digits);
  }

  @Override
  public String toString() {
    return masked();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Phone phone && phone.digits.equals(digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }
}
