package io.github.xunbang.incentive.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How much, or which words. Amounts are positive, in 元 with two decimals at most, or points. */
public sealed interface Payout {

  /** What the amount is counted by, or empty where it is the same however much there is. */
  default Optional<Measure> measure() {
    if (this instanceof PerPiece piece) {
      return Optional.of(piece.pieces());
    }
    if (this instanceof Percent percent) {
      return Optional.of(percent.of());
    }
    return this instanceof Bands bands ? Optional.of(bands.by()) : Optional.empty();
  }

  /** The same for each. */
  record Fixed(BigDecimal amount) implements Payout {}

  /** By place; with {@link Selection.Best}, {@link Selection.Last} and {@link Selection.Race}. */
  record Tiers(List<Tier> tiers) implements Payout {

    public Tiers {
      tiers = List.copyOf(tiers);
    }

    /** The last paid place. */
    public int places() {
      return tiers.get(tiers.size() - 1).to();
    }
  }

  /** Places {@code from} to {@code to}, both paid this amount each. */
  record Tier(int from, int to, BigDecimal amount) {}

  /** So much for each whole or half piece of a measure (S-99, S-100). */
  record PerPiece(BigDecimal amount, Measure pieces) implements Payout {}

  /** Percent of a measure in 元, rounded half up to the cent (S-59). */
  record Percent(BigDecimal percent, Measure of) implements Payout {}

  /** The band with the greatest {@code from} not above the measure pays (S-95, S-108). */
  record Bands(Measure by, List<Band> bands) implements Payout {

    public Bands {
      bands = List.copyOf(bands);
    }
  }

  /** From this value on (inclusive) this amount. */
  record Band(BigDecimal from, BigDecimal amount) {}

  /** No money: 待改进, 建议面谈, 提前转正建议. */
  record Words(String words) implements Payout {}

  /** A person decides the amount each time (S-102). */
  record Discretion(String words) implements Payout {}
}
