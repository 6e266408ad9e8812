package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.internal.MoneyOrder.What;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 回款: money that came for a deal, and corrections of it ({@code 回款 改 #12 1 2.8万}, also {@code 更正
 * #12 回款1 2.8万}). A number alone behind the word is a figure of the report (design section 5).
 */
@Component
class PaymentCommands implements CommandHandler {

  static final String NAME = "回款";

  private static final Pattern WORD = Pattern.compile("^[\\s/,:;、。.!~-]*(?:回款|到账|收款)[\\s:：=,，]*");
  private static final Pattern FIX = Pattern.compile("^(?:改一下|改|更正|修正|写错了|不对)\\s*(?=#)");

  /** A name and what came; words that only go with a figure are no name. */
  private static final Pattern NAMED =
      Pattern.compile(
          "^(?!是|为|共|约|大概|大约|差不多|合计|累计|总|月累|本月|本周|本旬|上月|目标|任务|完成|还差|金额|额|数|没|无|今|昨|前天|周|星期|上午|下午)"
              + "[^\\s\\d#,，:：+-]{1,20}[\\s:：,，]*"
              + "(?:全款|尾款|余款|剩余|结清|付清|收齐|全额|¥?\\d|[一二两三四五六七八九十半百千]+[万千百元块])");

  private final MoneyScene scene;

  PaymentCommands(MoneyScene scene) {
    this.scene = scene;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public boolean yieldsToFigures(String text) {
    Matcher word = WORD.matcher(TypedText.normalize(TypedText.clean(text)));
    String input = word.replaceFirst("").strip();
    boolean named = NAMED.matcher(input).find() && ChineseNumber.scan(input, 0).isEmpty();
    return !MoneyLine.startsWithNumber(input)
        && !MoneyLine.startsWithAmount(input)
        && !DigitName.at(input)
        && !FIX.matcher(input).find()
        && !named;
  }

  @Override
  public Reply handle(CommandCall call) {
    String input = TypedText.normalize(TypedText.clean(call.input())).strip();
    boolean correction = CorrectionLines.is(input) || FIX.matcher(input).find();
    return scene.answer(
        call,
        (organization, at) -> correction ? correct(call, organization) : pay(call, organization));
  }

  private Reply pay(CommandCall call, Organization organization) {
    Instant at = call.message().receivedAt();
    DateWords dates = new DateWords(organization.businessDay(), at);
    MoneyLine line = MoneyLine.read(dates, call.input());
    LocalDate day = line.day() == null ? dates.today() : line.day();
    if (day.isAfter(dates.today())) {
      throw new MoneyProblem("future", Map.of("day", DateText.day(day)));
    }
    Deal deal = scene.find(organization, call, line, NAME);
    if (!DealFinder.mayPay(organization, call.caller(), deal, dates.today())) {
      throw new MoneyProblem("notYours", Map.of("deal", DealMoney.name(deal)));
    }
    BigDecimal amount = line.rest() ? rest(deal, call) : line.amount();
    if (amount == null) {
      throw new MoneyProblem(
          "noAmount",
          Map.of("deal", DealMoney.name(deal), "number", deal.number(), "open", open(deal)));
    }
    return scene.take(organization, call, deal, order(call, What.PAY, deal, line, amount, day));
  }

  /** All that is open; a redelivered line meant what its payment took. */
  private static BigDecimal rest(Deal deal, CommandCall call) {
    boolean nothingOpen = deal.unpaid().signum() == 0 || deal.holds(call.message().key());
    return nothingOpen ? deal.amount() : deal.unpaid();
  }

  private static String open(Deal deal) {
    return DealMoney.yuan(deal.unpaid());
  }

  private Reply correct(CommandCall call, Organization organization) {
    DateWords dates = new DateWords(organization.businessDay(), call.message().receivedAt());
    String typed = TypedText.clean(call.input()).strip().replaceFirst("^[^#＃]*(?=[#＃])", "");
    MoneyLine line = MoneyLine.readCorrection(dates, typed);
    Deal deal = scene.find(organization, call, line, NAME);
    scene.checkTakeBack(organization, call, deal);
    if (line.payment() == null || line.amount() == null == (line.day() == null)) {
      throw new MoneyProblem("correctUsage", Map.of("number", deal.number()));
    }
    if (line.day() != null && line.day().isAfter(dates.today())) {
      throw new MoneyProblem("future", Map.of("day", DateText.day(line.day())));
    }
    What what = line.amount() == null ? What.FIX_DAY : What.FIX_AMOUNT;
    return scene.take(
        organization, call, deal, order(call, what, deal, line, line.amount(), line.day()));
  }

  private static MoneyOrder order(
      CommandCall call,
      What what,
      Deal deal,
      MoneyLine line,
      @Nullable BigDecimal amount,
      @Nullable LocalDate day) {
    int payment = line.payment() == null || what == What.PAY ? 0 : line.payment();
    return MoneyScene.order(call, what, deal, amount, day, payment, line.reason());
  }
}
