package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.settlement.Award;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 奖惩 定 31 500: a person decides what the rule leaves open (S-102); 0 means nothing. */
@Component
@Order(4)
class AmountVerb implements AwardVerb {

  private static final Pattern TYPED =
      Pattern.compile("(?s)#?(\\d{1,7})(?:[-~—到至]#?(\\d{1,7}))?[\\s,，:：=为]+(.+)");
  private static final Set<String> NO = Set.of("不奖", "不扣", "不罚", "不适用", "不用", "不给", "不", "否");
  private static final Set<String> YES = Set.of("是", "适用", "要", "给", "定", "对");
  private static final int TOGETHER = 50;
  private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);

  private final MongoAwards awards;
  private final CapGuard cap;

  AmountVerb(MongoAwards awards, CapGuard cap) {
    this.awards = awards;
    this.cap = cap;
  }

  @Override
  public List<String> words() {
    return List.of("定");
  }

  @Override
  public Said run(AwardRequest request) {
    request.needManager();
    Matcher typed = TYPED.matcher(request.rest());
    if (!typed.matches()) {
      throw request.refused("amountUsage", Map.of("number", 31));
    }
    int first = Integer.parseInt(typed.group(1));
    int last = typed.group(2) == null ? first : Integer.parseInt(typed.group(2));
    if (last < first || last - first >= TOGETHER) {
      throw request.refused("amountUsage", Map.of("number", first));
    }
    List<Integer> numbers = IntStream.rangeClosed(first, last).boxed().toList();
    return cap.alone(request, () -> decide(request, numbers, typed.group(3).strip()));
  }

  /** One line, or a whole tie with the same amount for each. */
  private Said decide(AwardRequest request, List<Integer> numbers, String typed) {
    List<Award> decided = new ArrayList<>();
    for (int number : numbers) {
      Award award =
          awards
              .find(request.organization().id(), number)
              .orElseThrow(() -> request.refused("unknown", Map.of("numbers", "#" + number)));
      BigDecimal amount = decision(request, award, typed);
      refuseUnlessOpen(request, award);
      decided.add(decided(request, award, amount));
    }
    cap.check(request, decided, false);
    List<Award> after =
        awards.update(
            request.organization().id(),
            numbers,
            request.key(),
            now -> {
              refuseUnlessOpen(request, now);
              return decided(request, now, decision(request, now, typed));
            });
    String number = numbers.get(0) + (after.size() == 1 ? "" : "-" + numbers.get(after.size() - 1));
    return Said.done(
        request.said(
            "amountSet",
            Map.of(
                "line",
                after.stream().map(AwardText::line).collect(Collectors.joining("\n")),
                "number",
                number)));
  }

  /** The amount; null for a notice that stands, which has none. */
  private static @Nullable BigDecimal decision(AwardRequest request, Award award, String typed) {
    if (!isOfWords(award)) {
      return amount(request, award, typed);
    }
    if (YES.contains(typed)) {
      return null;
    }
    if (NO.contains(typed) || typed.equals("0")) {
      return BigDecimal.ZERO;
    }
    throw request.refused("noticeUsage", Map.of("number", award.number()));
  }

  /** Whether it gives words, which stand or not and never become money. */
  static boolean isOfWords(Award award) {
    return award.rule().sense() == Rule.Sense.NOTICE
        || award.rule().payout() instanceof Payout.Words;
  }

  private static Award decided(AwardRequest request, Award award, @Nullable BigDecimal amount) {
    return award.acted(
        new Award.Act(
            Award.Deed.AMOUNT_SET,
            request.memberId(),
            request.at(),
            amount == null ? award.words() : amount.toPlainString()),
        Award.State.PROPOSED,
        amount,
        null);
  }

  /** What was typed; refused with amountUsage or amountRange of the command's file. */
  static BigDecimal amount(AwardRequest request, Award award, String typed) {
    BigDecimal amount =
        (NO.contains(typed)
                ? java.util.Optional.of(BigDecimal.ZERO)
                : ChineseNumber.parse(typed.replace("积分", ""))
                    .filter(number -> !number.percent())
                    .map(ParsedNumber::value))
            .orElseThrow(() -> request.refused("amountUsage", Map.of("number", award.number())));
    boolean tooLow = amount.signum() < 0 && !award.difference();
    if (tooLow || amount.abs().compareTo(MOST) > 0 || amount.stripTrailingZeros().scale() > 2) {
      throw request.refused("amountRange", Map.of("number", award.number()));
    }
    return amount;
  }

  /** Open, or decided before and not yet confirmed. */
  private static void refuseUnlessOpen(AwardRequest request, Award award) {
    boolean redecided =
        award.state() == Award.State.PROPOSED && award.last(Award.Deed.AMOUNT_SET).isPresent();
    if (award.state() != Award.State.PROPOSED || award.open() == null && !redecided) {
      throw request.refused(
          award.state() == Award.State.PROPOSED ? "notOpen" : "tooLate",
          Map.of(
              "line", AwardText.line(award),
              "state", AwardText.state(award),
              "number", award.number()));
    }
  }
}
