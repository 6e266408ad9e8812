package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the rewards in 元 within the scheme's cap (S-91). */
final class Budget {

  private final BigDecimal cap;
  private final BigDecimal total;

  /** Counts what {@code settled} would pay, the pools of open ties included. */
  Budget(Scheme.Cap cap, List<Settled> settled) {
    this.cap = cap.amount();
    total = settled.stream().map(Budget::rewards).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  boolean isExceeded() {
    return total.compareTo(cap) > 0;
  }

  Outcome.Finding finding() {
    return new Outcome.Finding(
        "",
        "拟奖励合计" + yuan(total) + "，超过预算" + yuan(cap) + "，多" + yuan(total.subtract(cap)) + "，请逐条定金额");
  }

  /** A reward without amount, open with the share that would fit; other lines as they are. */
  Line limited(Line line) {
    if (!counts(line) || (line.amount() == null && line.open() == null)) {
      return line;
    }
    return new Line(
        line.ruleId(),
        line.subjectId(),
        line.sense(),
        line.currency(),
        null,
        line.words(),
        line.working(),
        why(line.amount(), line.open()));
  }

  private String why(@Nullable BigDecimal amount, @Nullable String open) {
    String exceeded = "奖励合计" + yuan(total) + "超过预算" + yuan(cap);
    return amount == null
        ? open + "；" + exceeded
        : exceeded
            + "，按比例"
            + yuan(amount.multiply(cap).divide(total, 2, RoundingMode.DOWN))
            + "，请定金额";
  }

  private static BigDecimal rewards(Settled settled) {
    List<Line> rewards = settled.lines().stream().filter(Budget::counts).toList();
    return rewards.isEmpty()
        ? BigDecimal.ZERO
        : rewards.stream()
            .flatMap(line -> Optional.ofNullable(line.amount()).stream())
            .reduce(settled.pool(), BigDecimal::add);
  }

  private static boolean counts(Line line) {
    return line.sense() == Rule.Sense.REWARD && line.currency() == Rule.Currency.YUAN;
  }

  private static String yuan(BigDecimal amount) {
    return Numbers.money(amount, Rule.Currency.YUAN);
  }
}
