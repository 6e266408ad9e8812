package io.github.xunbang.deal.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about a deal; whatever was not named is null.
 *
 * @param customer name without markup and phone number
 * @param amount 元, more than 0, with at most two decimals
 * @param unitKnown whether the amount's size is beyond doubt: 万 or 元 was written, or it is 100 up
 * @param ownPart the typist's own share
 * @param partners the others, in the order named
 * @param alone whether 协作 无 was typed
 * @param phoneCut whether a phone number was cut out
 * @param mentioned a member who was mentioned without 协作, or null
 */
record SigningWish(
    @Nullable String customer,
    @Nullable BigDecimal amount,
    boolean unitKnown,
    @Nullable String product,
    @Nullable String source,
    @Nullable LocalDate day,
    @Nullable BigDecimal ownPart,
    List<Partner> partners,
    boolean alone,
    boolean phoneCut,
    @Nullable String mentioned) {

  SigningWish {
    partners = List.copyOf(partners);
  }

  /** A collaborator, with a part if one was named. */
  record Partner(String memberId, String name, @Nullable BigDecimal part) {}
}
