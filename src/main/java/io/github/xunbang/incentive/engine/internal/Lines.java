package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Sharing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one rule's lines with their working. */
final class Lines {

  private final Scene scene;
  private final Rule rule;
  private final Finish finish;
  private final ConditionText conditionText;

  Lines(Scene scene, Rule rule) {
    this.scene = scene;
    this.rule = rule;
    finish = new Finish(scene, rule);
    conditionText = new ConditionText(scene);
  }

  /**
   * One line, or one per member of a unit whose award is shared; none when nothing is left to pay.
   *
   * @param place why this place
   */
  List<Line> of(Draft draft, List<String> place) {
    if (draft.amount() == null) {
      return List.of(line(draft, working(draft, place), draft.open()));
    }
    Optional<BigDecimal> amount = finish.amount(draft.who(), draft.amount());
    if (amount.isEmpty()) {
      return List.of();
    }
    List<String> working = working(draft, place);
    working.addAll(finish.how(draft.who(), draft.amount()));
    return rule.sharing() == null || !draft.who().isUnit()
        ? List.of(line(draft.who().id(), amount.get(), working))
        : shared(draft, rule.sharing(), amount.get(), working);
  }

  /** Somebody less than a piece outside a band: the amount inside is shown, a person decides. */
  Optional<Line> beside(Candidate who) {
    return new Payouts(scene, rule)
        .single(who)
        .map(draft -> line(draft, working(draft, List.of()), beside(draft)));
  }

  private String beside(Draft draft) {
    String inside =
        draft.amount() == null
            ? draft.words()
            : finish
                .amount(draft.who(), draft.amount())
                .map(amount -> Numbers.money(amount, rule.currency()))
                .orElse("");
    return "差不到1就进区间，请定是否适用" + (inside.isEmpty() ? "" : "；适用时" + inside);
  }

  /** A notice that the condition held {@code run} times in a row so far. */
  Line warning(Candidate who, Condition condition, int run, String consequence) {
    String unit = unit(scene.period().type());
    String words =
        "提醒：已连续" + run + unit + "，满" + condition.consecutive() + unit + "时“" + consequence + "”";
    return new Line(
        rule.id(),
        who.id(),
        Rule.Sense.NOTICE,
        rule.currency(),
        null,
        words,
        conditionText.lines(who, condition, run),
        null);
  }

  private List<Line> shared(Draft draft, Sharing sharing, BigDecimal award, List<String> working) {
    Candidate unit = draft.who();
    List<Line> lines = new ArrayList<>();
    Sharings sharings = new Sharings(sharing, rule.currency());
    for (Sharings.Share share : sharings.of(award, scene.roster().membersOf(unit.id()))) {
      List<String> steps = new ArrayList<>(working);
      steps.add(unit.name() + "共" + Numbers.money(award, rule.currency()));
      steps.addAll(share.how());
      lines.add(line(share.who().id(), share.amount(), steps));
    }
    return lines.isEmpty() ? List.of(unshared(draft, award, working)) : lines;
  }

  private Line unshared(Draft draft, BigDecimal award, List<String> working) {
    return line(draft, working, "没有可以分配的成员，" + Numbers.money(award, rule.currency()) + "请定给谁");
  }

  private List<String> working(Draft draft, List<String> place) {
    List<String> lines = conditionText.lines(draft.who(), rule.conditions());
    lines.addAll(place);
    lines.addAll(draft.how());
    if (lines.isEmpty()) {
      lines.add(draft.words().isEmpty() ? rule.title() : draft.words());
    }
    return lines;
  }

  private Line line(Draft draft, List<String> working, @Nullable String open) {
    return new Line(
        rule.id(),
        draft.who().id(),
        rule.sense(),
        rule.currency(),
        null,
        draft.words(),
        working,
        open);
  }

  private Line line(String subjectId, BigDecimal amount, List<String> working) {
    return new Line(rule.id(), subjectId, rule.sense(), rule.currency(), amount, "", working, null);
  }

  private static String unit(PeriodType type) {
    return switch (type) {
      case DAY -> "天";
      case WEEK -> "周";
      case XUN -> "旬";
      case HALF_MONTH -> "个半月";
      case MONTH -> "个月";
      case QUARTER -> "个季度";
      case YEAR -> "年";
      case CAMPAIGN -> "期";
    };
  }
}
