package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.internal.MoneyOrder.What;
import io.github.xunbang.organization.Organization;
import org.springframework.stereotype.Component;

/**
 * 退单: a deal is taken back with everything that was paid. What it counted for is countered on its
 * own day, or today where that day is frozen (design section 4).
 */
@Component
class CancelCommands implements CommandHandler {

  static final String NAME = "退单";

  private final MoneyScene scene;

  CancelCommands(MoneyScene scene) {
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
    return scene.answer(call, (organization, at) -> cancel(call, organization));
  }

  private Reply cancel(CommandCall call, Organization organization) {
    DateWords dates = new DateWords(organization.businessDay(), call.message().receivedAt());
    MoneyLine line = MoneyLine.readReasoned(dates, call.input());
    Deal deal = scene.find(organization, call, line, NAME);
    scene.checkTakeBack(organization, call, deal);
    return scene.take(
        organization,
        call,
        deal,
        MoneyScene.order(call, What.CANCEL, deal, null, null, 0, line.reason()));
  }
}
