package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a payout that asks for no place pays to one subject. */
final class Amounts {

  private final Scene scene;

  Amounts(Scene scene) {
    this.scene = scene;
  }

  /** Exact and not yet rounded; empty when its measure has no value or is below all bands. */
  Optional<Fraction> of(Candidate who, Payout payout) {
    if (payout instanceof Payout.Fixed fixed) {
      return Optional.of(Fraction.of(fixed.amount()));
    }
    if (payout instanceof Payout.PerPiece piece) {
      return scene
          .measure(who, piece.pieces())
          .filter(Fraction::isFinite)
          .map(pieces -> pieces.times(piece.amount()));
    }
    if (payout instanceof Payout.Percent percent) {
      return scene
          .measure(who, percent.of())
          .filter(Fraction::isFinite)
          .map(base -> base.times(percent.percent()).hundredth());
    }
    return payout instanceof Payout.Bands bands
        ? band(who, bands).map(band -> Fraction.of(band.amount()))
        : Optional.empty();
  }

  /** The steps to that amount. */
  List<String> how(Candidate who, Payout payout, Rule.Currency currency) {
    String result = of(who, payout).map(amount -> Numbers.money(amount, currency)).orElse("");
    if (payout instanceof Payout.PerPiece piece) {
      List<String> lines = new ArrayList<>(scene.explain(who, piece.pieces()));
      String pieces = scene.measure(who, piece.pieces()).map(Numbers::of).orElse("");
      lines.add(pieces + " × " + Numbers.money(piece.amount(), currency) + " = " + result);
      return lines;
    }
    if (payout instanceof Payout.Percent percent) {
      List<String> lines = new ArrayList<>(scene.explain(who, percent.of()));
      String base =
          scene
              .measure(who, percent.of())
              .map(value -> Numbers.measured(value, percent.of(), scene.measures()))
              .orElse("");
      lines.add(base + " × " + Numbers.of(percent.percent()) + "% = " + result);
      return lines;
    }
    if (payout instanceof Payout.Bands bands) {
      List<String> lines = new ArrayList<>(scene.explain(who, bands.by()));
      lines.add(band(who, bands).map(band -> bandName(band, bands) + "：").orElse("") + result);
      return lines;
    }
    return List.of(result);
  }

  private Optional<Payout.Band> band(Candidate who, Payout.Bands bands) {
    return scene
        .measure(who, bands.by())
        .flatMap(
            value ->
                bands.bands().stream()
                    .filter(band -> value.compareTo(band.from()) >= 0)
                    .max(Comparator.comparing(Payout.Band::from)));
  }

  private String bandName(Payout.Band band, Payout.Bands bands) {
    return "达到" + Numbers.of(band.from()) + Numbers.unit(bands.by(), scene.measures()) + "档";
  }
}
