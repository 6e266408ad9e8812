package io.github.xunbang.deal.internal;

import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Share;
import io.github.xunbang.deal.Share.Confirmation;
import io.github.xunbang.deal.internal.SigningWish.Partner;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Splits a deal so that the parts add up to exactly 1 (S-55). Without parts they are equal, to four
 * decimals; what the rounding leaves is the owner's.
 */
final class ShareSplit {

  private static final int DECIMALS = 4;

  private ShareSplit() {}

  /**
   * The shares, the owner's first.
   *
   * @throws SigningProblem when the parts do not fit
   */
  static List<Share> of(String ownerId, @Nullable BigDecimal ownPart, List<Partner> partners) {
    if (partners.size() >= Deal.MOST_SHARES) {
      throw new SigningProblem("tooMany", Map.of("most", Deal.MOST_SHARES));
    }
    List<BigDecimal> parts = parts(ownPart, partners);
    BigDecimal others = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal own = BigDecimal.ONE.subtract(others);
    if (own.signum() <= 0 || (ownPart != null && own.compareTo(ownPart) != 0)) {
      BigDecimal sum = others.add(Objects.requireNonNullElse(ownPart, BigDecimal.ZERO));
      throw new SigningProblem("sum", Map.of("sum", plain(sum)));
    }
    List<Share> shares = new ArrayList<>();
    shares.add(new Share(ownerId, own.stripTrailingZeros(), Confirmation.OWN));
    for (int i = 0; i < parts.size(); i++) {
      shares.add(
          new Share(
              partners.get(i).memberId(), parts.get(i).stripTrailingZeros(), Confirmation.ASKED));
    }
    return List.copyOf(shares);
  }

  /** {@code 0.3}, never {@code 3E-1}. */
  static String plain(BigDecimal part) {
    return part.signum() == 0 ? "0" : part.stripTrailingZeros().toPlainString();
  }

  private static List<BigDecimal> parts(@Nullable BigDecimal ownPart, List<Partner> partners) {
    List<Partner> open = partners.stream().filter(partner -> partner.part() == null).toList();
    if (open.isEmpty()) {
      return partners.stream().map(partner -> Objects.requireNonNull(partner.part())).toList();
    }
    if (open.size() < partners.size()) {
      throw new SigningProblem("partMissing", Map.of("name", open.get(0).name()));
    }
    if (ownPart == null) {
      BigDecimal equal = divided(BigDecimal.ONE, partners.size() + 1);
      return partners.stream().map(partner -> equal).toList();
    }
    return restOf(ownPart, partners.size());
  }

  /** The owner's part was named, so what the rounding leaves goes to the first of the others. */
  private static List<BigDecimal> restOf(BigDecimal ownPart, int people) {
    BigDecimal rest = BigDecimal.ONE.subtract(ownPart);
    BigDecimal equal = divided(rest, people);
    if (equal.signum() <= 0) {
      throw new SigningProblem("sum", Map.of("sum", plain(ownPart)));
    }
    List<BigDecimal> parts = new ArrayList<>();
    parts.add(rest.subtract(equal.multiply(BigDecimal.valueOf(people - 1L))));
    while (parts.size() < people) {
      parts.add(equal);
    }
    return parts;
  }

  private static BigDecimal divided(BigDecimal whole, int people) {
    return whole.divide(BigDecimal.valueOf(people), DECIMALS, RoundingMode.DOWN);
  }
}
