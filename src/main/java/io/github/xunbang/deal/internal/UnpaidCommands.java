package io.github.xunbang.deal.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** 未回款: who waits for how much since when (S-63); own deals, a leader's unit, all for managers. */
@Component
class UnpaidCommands implements CommandHandler {

  static final String NAME = "未回款";

  /** 未回款 2, 未回款 张敏 2, 未回款 第2页. */
  private static final Pattern PAGED = Pattern.compile("(.*?)\\s*第?([1-9]\\d{0,2})页?");

  private static final int NAME_LENGTH = 20;

  private final OrganizationService organizations;
  private final Deals deals;

  UnpaidCommands(OrganizationService organizations, Deals deals) {
    this.organizations = organizations;
    this.deals = deals;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    List<Deal> visible =
        deals.unpaid(organization.id()).stream()
            .filter(deal -> sees(organization, call.caller(), deal, today))
            .toList();
    Matcher input = PAGED.matcher(TypedText.normalize(TypedText.clean(call.input())).strip());
    boolean paged = input.matches();
    String wanted =
        UntrustedText.oneLine(paged ? input.group(1) : call.input(), NAME_LENGTH).strip();
    List<Deal> shown =
        wanted.isEmpty()
            ? visible
            : visible.stream().filter(deal -> isOf(organization, deal, wanted)).toList();
    if (shown.isEmpty()) {
      return wanted.isEmpty() ? call.reply("none") : call.reply("noneOf", Map.of("name", wanted));
    }
    int page = paged ? Integer.parseInt(input.group(2)) : 1;
    return page(organization, call, shown, Math.min(page, UnpaidText.pages(shown)), today, wanted);
  }

  private static Reply page(
      Organization organization,
      CommandCall call,
      List<Deal> all,
      int page,
      LocalDate today,
      String wanted) {
    List<Deal> shown = UnpaidText.page(all, page);
    int pages = UnpaidText.pages(all);
    String next = (NAME + " " + wanted).strip() + " " + (page + 1);
    return call.reply(
        "list",
        Map.of(
            "sum", UnpaidText.sum(all),
            "page", pages > 1 ? "（第%d/%d页）".formatted(page, pages) : "",
            "deals", UnpaidText.lines(shown, today, deal -> owner(organization, deal, call)),
            "more", page < pages ? "下一页发：" + next + "；" : "",
            "number", shown.get(0).number()));
  }

  private static boolean isOf(Organization organization, Deal deal, String wanted) {
    return deal.customer().equals(wanted)
        || organization.member(deal.ownerId()).filter(one -> one.name().equals(wanted)).isPresent();
  }

  private static boolean sees(
      Organization organization, Caller caller, Deal deal, LocalDate today) {
    String self = caller.memberId();
    Optional<Member> owner = organization.member(deal.ownerId());
    return caller.access().covers(Access.MANAGER)
        || deal.ownerId().equals(self)
        || self != null && owner.filter(one -> organization.leads(self, one, today)).isPresent();
  }

  /** Nobody reads the own name behind each line. */
  private static String owner(Organization organization, Deal deal, CommandCall call) {
    return deal.ownerId().equals(call.caller().memberId())
        ? ""
        : organization.member(deal.ownerId()).map(Member::name).orElse("");
  }
}
