package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.settlement.Award;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 奖惩 定 31 500: a person decides what the rule leaves open (S-102); 0 means nothing. */
@Component
@Order(4)
class AmountVerb implements AwardVerb {

  private static final Pattern TYPED = Pattern.compile("(?s)#?(\\d{1,7})[\\s,，:：=为]+(.+)");
  private static final Set<String> GIVEN = Set.of("给", "是", "适用", "要");
  private static final Set<String> NOTHING = Set.of("不奖", "不扣", "不给", "不适用", "不要");
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
    int number = Integer.parseInt(typed.group(1));
    return cap.alone(request, () -> decide(request, number, typed.group(2).strip()));
  }

  private Said decide(AwardRequest request, int number, String typed) {
    Award award =
        awards
            .find(request.organization().id(), number)
            .orElseThrow(() -> request.refused("unknown", Map.of("numbers", "#" + number)));
    @Nullable BigDecimal amount =
        isOfWords(award) ? words(request, award, typed) : amount(request, award, typed);
    refuseUnlessOpen(request, award);
    cap.check(request, List.of(decided(request, award, amount)), false);
    Award after =
        awards
            .update(
                request.organization().id(),
                List.of(number),
                request.key(),
                now -> {
                  refuseUnlessOpen(request, now);
                  return decided(request, now, amount);
                })
            .get(0);
    return Said.done(
        request.said("amountSet", Map.of("line", AwardText.line(after), "number", number)));
  }

  /** Whether the rule gives words, which are given or not and never become money. */
  static boolean isOfWords(Award award) {
    return award.rule().payout() instanceof Payout.Words;
  }

  /** Null when the words are given, 0 when they are not. */
  private static @Nullable BigDecimal words(AwardRequest request, Award award, String typed) {
    if (GIVEN.contains(typed)) {
      return null;
    }
    if (NOTHING.contains(typed)
        || ChineseNumber.parse(typed).filter(one -> one.value().signum() == 0).isPresent()) {
      return BigDecimal.ZERO;
    }
    throw request.refused("wordsOnly", Map.of("number", award.number()));
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
        (NOTHING.contains(typed)
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
