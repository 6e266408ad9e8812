package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.incentive.settlement.internal.Proposal.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What corrected figures change: per rule and subject, where the rule gives something else than it
 * gave last time, the new amount minus all lines that are not void. What people decided stays
 * decided as long as its figures stay.
 */
final class Differences {

  private final Map<Place, List<AwardDocument>> lines = new LinkedHashMap<>();

  /** {@code lines} are all of the period, by number. */
  Differences(List<AwardDocument> lines) {
    for (AwardDocument line : lines) {
      this.lines
          .computeIfAbsent(
              new Place(line.ruleId(), line.subjectId(), line.turn()), none -> new ArrayList<>())
          .add(line);
    }
  }

  /** The lines to propose, those of {@code now} in its order first. */
  List<Proposal> to(List<Proposal> now) {
    Map<Place, Proposal> gives = new LinkedHashMap<>();
    now.forEach(one -> gives.put(one.place(), one));
    Stream<Proposal> gone =
        lines.entrySet().stream()
            .filter(entry -> !gives.containsKey(entry.getKey()))
            .flatMap(entry -> gone(entry.getValue()).stream());
    return Stream.concat(now.stream().flatMap(one -> changed(one).stream()), gone).toList();
  }

  private Optional<Proposal> changed(Proposal now) {
    List<AwardDocument> old = lines.getOrDefault(now.place(), List.of());
    if (lastBasis(old).equals(now.basis())) {
      return Optional.empty();
    }
    if (old.isEmpty()) {
      return Optional.of(corrected(now, now.amount(), now.words(), now.open(), "更正：原来没有这一项"));
    }
    BigDecimal before = sum(old);
    String was = "更正：原" + shown(old, before);
    if (now.open() != null) {
      return Optional.of(corrected(now, null, now.words(), now.open() + "（" + was + "，请定补差）", was));
    }
    BigDecimal amount = now.amount();
    if (amount == null) {
      return Optional.of(words(now, before, was));
    }
    Optional<AwardDocument> waiting = waiting(old);
    if (waiting.isPresent()) {
      String why =
          "#%d还待定，按现在的数合计应为%s，先定它再定补差".formatted(waiting.get().number(), NumberText.plain(amount));
      return Optional.of(corrected(now, null, "", why, was));
    }
    BigDecimal difference = amount.subtract(before);
    return difference.signum() == 0
        ? Optional.empty()
        : Optional.of(
            corrected(now, difference, "", null, was + "，现" + NumberText.plain(amount) + "，差额在此"));
  }

  /** Words instead of what was money take the money back. */
  private static Proposal words(Proposal now, BigDecimal before, String was) {
    return before.signum() == 0
        ? corrected(now, null, now.words(), null, was)
        : corrected(now, before.negate(), "", null, was + "，现“" + now.words() + "”，差额在此");
  }

  /** A line that nobody has decided yet; paid on top of the difference it would count twice. */
  private static Optional<AwardDocument> waiting(List<AwardDocument> old) {
    return standing(old).stream().filter(line -> line.open() != null).findFirst();
  }

  private Optional<Proposal> gone(List<AwardDocument> old) {
    AwardDocument last = old.get(old.size() - 1);
    List<AwardDocument> standing = standing(old);
    if (last.basis().equals(Proposal.NOTHING) || standing.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal before = sum(old);
    boolean money = before.signum() != 0;
    return Optional.of(
        new Proposal(
            new Settlement.Applied(last.schemeId(), last.schemeVersion()),
            last.ruleId(),
            last.subjectId(),
            last.turn(),
            true,
            money ? before.negate() : null,
            money ? "" : "更正：#" + standing.get(0).number() + "不再成立",
            List.of("更正：原" + shown(old, before) + "，按现在的数不再有这一项"),
            null,
            Proposal.NOTHING));
  }

  private static Proposal corrected(
      Proposal now,
      @Nullable BigDecimal amount,
      String words,
      @Nullable String open,
      String firstStep) {
    List<String> working = new ArrayList<>(List.of(firstStep));
    working.addAll(now.working());
    return new Proposal(
        now.applied(),
        now.ruleId(),
        now.subjectId(),
        now.turn(),
        true,
        amount,
        words,
        working,
        open,
        now.basis());
  }

  private static String lastBasis(List<AwardDocument> old) {
    return old.isEmpty() ? Proposal.NOTHING : old.get(old.size() - 1).basis();
  }

  private static List<AwardDocument> standing(List<AwardDocument> old) {
    return old.stream().filter(line -> line.state() != Award.State.VOID).toList();
  }

  private static BigDecimal sum(List<AwardDocument> old) {
    return standing(old).stream()
        .map(AwardDocument::amount)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String shown(List<AwardDocument> old, BigDecimal sum) {
    AwardDocument last = old.get(old.size() - 1);
    return sum.signum() == 0 && !last.words().isEmpty() ? last.words() : NumberText.plain(sum);
  }
}
