package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Shows deals to those who may see them; whoever may not learns nothing of them. */
@Component
class DealLists {

  private static final int SHOWN = 4;

  /** How far back a customer's paid deals are looked for. */
  private static final int DAYS_BACK = 400;

  private final SigningScenes scenes;
  private final Deals deals;
  private final SigningTexts texts;

  DealLists(SigningScenes scenes, Deals deals, SigningTexts texts) {
    this.scenes = scenes;
    this.deals = deals;
    this.texts = texts;
  }

  Reply show(CommandCall call, int number) {
    Organization organization = scenes.organization(call.caller());
    return Reply.text(DealLines.view(organization, visible(call, organization, number)));
  }

  /**
   * The deal if the caller may see it, or could before this very message handed it over.
   *
   * @throws SigningProblem when there is none that the caller may see
   */
  Deal visible(CommandCall call, Organization organization, int number) {
    return deals
        .find(organization.id(), number)
        .filter(
            deal ->
                DealSight.sees(organization, call.caller(), deal, day(call, organization))
                    || deal.holds(call.message().key()))
        .orElseThrow(() -> new SigningProblem("unknownDeal", Map.of("number", number)));
  }

  /** Own deals, shared ones included, that still wait for money. */
  Reply own(CommandCall call) {
    Organization organization = scenes.organization(call.caller());
    Member self = SigningScenes.self(call.caller(), organization);
    List<Deal> own =
        deals.unpaid(organization.id()).stream()
            .filter(deal -> DealEdits.share(deal, self.id()).isPresent())
            .toList();
    return own.isEmpty()
        ? texts.reply("none", Map.of())
        : texts.reply(
            "own",
            Map.of("name", self.name(), "count", own.size(), "deals", lines(organization, own)));
  }

  /** The deals of a customer; other words for a customer with deals are found too. */
  Reply find(CommandCall call, String customer) {
    Organization organization = scenes.organization(call.caller());
    LocalDate day = day(call, organization);
    List<Deal> found =
        Stream.concat(
                deals.unpaid(organization.id()).stream(),
                deals.signed(organization.id(), day.minusDays(DAYS_BACK), day).stream())
            .filter(deal -> deal.customer().contains(customer))
            .filter(deal -> DealSight.sees(organization, call.caller(), deal, day))
            .collect(Collectors.toMap(Deal::number, deal -> deal, (first, same) -> first))
            .values()
            .stream()
            .sorted(Comparator.comparing(Deal::number).reversed())
            .toList();
    if (found.isEmpty()) {
      throw new SigningProblem("missingAmount", Map.of("customer", customer));
    }
    return found.size() == 1
        ? Reply.text(DealLines.view(organization, found.get(0)))
        : texts.reply(
            "found",
            Map.of(
                "customer", customer,
                "count", found.size(),
                "deals", lines(organization, found)));
  }

  private static String lines(Organization organization, List<Deal> deals) {
    boolean all = deals.size() <= SHOWN;
    String shown =
        deals.stream()
            .limit(all ? SHOWN : SHOWN - 1)
            .map(deal -> line(organization, deal))
            .collect(Collectors.joining("\n"));
    return all ? shown : shown + "\n…共" + deals.size() + "单，没收齐的都看发：未回款";
  }

  private static String line(Organization organization, Deal deal) {
    String people = deal.shares().size() > 1 ? "，" + DealLines.shares(organization, deal) : "";
    return DealLines.title(deal)
        + " "
        + DateText.shortDay(deal.signedOn())
        + "签，"
        + DealLines.money(deal)
        + people;
  }

  private static LocalDate day(CommandCall call, Organization organization) {
    return organization.businessDay().of(call.message().receivedAt());
  }
}
