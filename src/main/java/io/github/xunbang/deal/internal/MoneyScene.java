package io.github.xunbang.deal.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.internal.MoneyOrder.What;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What 回款, 退款 and 退单 have in common: who asks, about which deal, and how problems are told. */
@Component
class MoneyScene {

  private static final int TYPED_LENGTH = 120;

  private final OrganizationService organizations;
  private final DealFinder finder;
  private final MoneyDesk desk;

  MoneyScene(OrganizationService organizations, DealFinder finder, MoneyDesk desk) {
    this.organizations = organizations;
    this.finder = finder;
    this.desk = desk;
  }

  /** Answers a call. */
  @FunctionalInterface
  interface Answer {
    Reply of(Organization organization, Instant at);
  }

  /** The answer, or its problem in the words of the 回款 file. */
  Reply answer(CommandCall call, Answer answer) {
    try {
      if (call.caller().memberId() == null) {
        throw new MoneyProblem("enrol");
      }
      if (call.input().isBlank()) {
        throw new MoneyProblem(usage(call));
      }
      return answer.of(
          organizations.get(call.caller().organization()), call.message().receivedAt());
    } catch (MoneyProblem problem) {
      throw problem.toRejection(desk.texts());
    }
  }

  private static String usage(CommandCall call) {
    return switch (call.definition().name()) {
      case RefundCommands.NAME -> "refundUsage";
      case CancelCommands.NAME -> "cancelUsage";
      default -> "usage";
    };
  }

  Deal find(Organization organization, CommandCall call, MoneyLine line, String verb) {
    if (line.number() == null && line.customer().isEmpty()) {
      throw new MoneyProblem(usage(call));
    }
    return finder.find(organization, call.caller(), line, call.message().key(), verb);
  }

  void checkTakeBack(Organization organization, CommandCall call, Deal deal) {
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    if (!DealFinder.mayTakeBack(organization, call.caller(), deal, today)) {
      throw new MoneyProblem("notTheOwner", Map.of("deal", DealMoney.name(deal)));
    }
  }

  Reply take(Organization organization, CommandCall call, Deal deal, MoneyOrder order) {
    return desk.take(organization, call.caller(), deal, order, call.message().receivedAt());
  }

  static MoneyOrder order(
      CommandCall call,
      What what,
      Deal deal,
      @Nullable BigDecimal amount,
      @Nullable LocalDate day,
      int payment,
      String reason) {
    String typed =
        UntrustedText.oneLine(TypedPhone.cut(call.message().text()).text(), TYPED_LENGTH);
    return new MoneyOrder(
        what, deal.number(), amount, day, payment, reason, call.message().key(), typed);
  }
}
