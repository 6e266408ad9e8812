package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.internal.MoneyOrder.What;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 退款: a part of the money goes back, the newest payment first; the deal stays. */
@Component
class RefundCommands implements CommandHandler {

  static final String NAME = "退款";

  private final MoneyScene scene;

  RefundCommands(MoneyScene scene) {
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
  public Reply handle(CommandCall call) {
    return scene.answer(call, (organization, at) -> refund(call, organization));
  }

  private Reply refund(CommandCall call, Organization organization) {
    DateWords dates = new DateWords(organization.businessDay(), call.message().receivedAt());
    MoneyLine line = MoneyLine.read(dates, call.input());
    Deal deal = scene.find(organization, call, line, NAME);
    scene.checkTakeBack(organization, call, deal);
    BigDecimal amount = line.rest() ? deal.paid() : line.amount();
    if (!deal.holds(call.message().key()) && deal.paid().signum() == 0) {
      throw new MoneyProblem("nothingPaid", Map.of("deal", DealMoney.name(deal)));
    }
    if (amount == null) {
      throw new MoneyProblem(
          "noRefund", Map.of("deal", DealMoney.name(deal), "number", deal.number()));
    }
    return scene.take(
        organization,
        call,
        deal,
        MoneyScene.order(call, What.REFUND, deal, amount, null, 0, line.reason()));
  }
}
