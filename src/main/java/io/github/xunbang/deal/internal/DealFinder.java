package io.github.xunbang.deal.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which deal somebody means, and who may do what with it. */
@Component
class DealFinder {

  private static final int SHOWN = 4;
  private static final int LOOKED_BACK = 50;

  private final MongoDeals deals;

  DealFinder(MongoDeals deals) {
    this.deals = deals;
  }

  /**
   * The deal of that number, or the one open deal of that customer.
   *
   * @param key message key: a redelivered line finds the deal that it has changed
   * @param verb the command, for a line to type instead
   * @throws MoneyProblem when there is none, several, or one of other people
   */
  Deal find(Organization organization, Caller caller, MoneyLine line, String key, String verb) {
    Integer number = line.number();
    if (number != null) {
      return deals
          .find(organization.id(), number)
          .orElseThrow(() -> new MoneyProblem("unknown", Map.of("number", number)));
    }
    if (line.customer().isEmpty()) {
      throw new MoneyProblem("usage");
    }
    return named(organization, caller, line.customer(), key, verb);
  }

  private Deal named(
      Organization organization, Caller caller, String customer, String key, String verb) {
    List<Deal> open =
        deals.unpaid(organization.id()).stream()
            .filter(deal -> deal.customer().equals(customer))
            .toList();
    List<Deal> own = open.stream().filter(deal -> sharesIn(caller.memberId(), deal)).toList();
    List<Deal> meant = own.isEmpty() ? open : own;
    Optional<Deal> before = changedBy(organization, key);
    if (before.isPresent()) {
      return before.get();
    }
    if (meant.isEmpty()) {
      throw new MoneyProblem("unknownCustomer", Map.of("customer", customer));
    }
    if (meant.size() > 1) {
      throw several(meant, customer, verb);
    }
    return meant.get(0);
  }

  private Optional<Deal> changedBy(Organization organization, String key) {
    return deals.latest(organization.id(), LOOKED_BACK).stream()
        .filter(deal -> deal.holds(key))
        .findFirst();
  }

  private static MoneyProblem several(List<Deal> meant, String customer, String verb) {
    String lines =
        meant.stream()
            .limit(SHOWN)
            .map(
                deal ->
                    "#%d %s 还差%s"
                        .formatted(
                            deal.number(),
                            NumberText.amount(deal.amount()),
                            NumberText.amount(deal.unpaid())))
            .collect(Collectors.joining("\n"));
    return new MoneyProblem(
        "several",
        Map.of(
            "customer", customer,
            "count", meant.size(),
            "deals", lines,
            "verb", verb,
            "number", meant.get(0).number()));
  }

  /** Shareholders, their leaders and managers may say what came in. */
  static boolean mayPay(Organization organization, Caller caller, Deal deal, LocalDate today) {
    return isManager(caller)
        || sharesIn(caller.memberId(), deal)
        || people(deal).anyMatch(id -> leads(organization, caller, id, today));
  }

  /** The owner, the owner's leader and managers may take back and correct. */
  static boolean mayTakeBack(Organization organization, Caller caller, Deal deal, LocalDate today) {
    return isManager(caller)
        || deal.ownerId().equals(caller.memberId())
        || leads(organization, caller, deal.ownerId(), today);
  }

  static boolean isManager(Caller caller) {
    return caller.access().covers(Access.MANAGER);
  }

  private static boolean sharesIn(@Nullable String memberId, Deal deal) {
    return people(deal).anyMatch(id -> id.equals(memberId));
  }

  private static Stream<String> people(Deal deal) {
    return Stream.concat(
        Stream.of(deal.ownerId()), deal.shares().stream().map(share -> share.memberId()));
  }

  private static boolean leads(
      Organization organization, Caller caller, String memberId, LocalDate today) {
    String self = caller.memberId();
    return self != null
        && organization
            .member(memberId)
            .filter(member -> organization.leads(self, member, today))
            .isPresent();
  }
}
