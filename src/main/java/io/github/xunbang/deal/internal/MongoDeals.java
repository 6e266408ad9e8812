package io.github.xunbang.deal.internal;

import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Deals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** Deals found by number alone, so that it is quick without an index. */
@Service
class MongoDeals implements Deals {

  private static final int PAGE = 100;

  private final DealRepository deals;
  private final DealRegisterRepository register;

  MongoDeals(DealRepository deals, DealRegisterRepository register) {
    this.deals = deals;
    this.register = register;
  }

  @Override
  public Optional<Deal> find(String organizationId, int number) {
    return deals.find(organizationId, number);
  }

  @Override
  public List<Deal> unpaid(String organizationId) {
    return deals.find(organizationId, register.open(organizationId)).stream()
        .filter(deal -> deal.unpaid().signum() > 0)
        .sorted(Comparator.comparing(Deal::signedOn).thenComparing(Deal::number))
        .toList();
  }

  @Override
  public List<Deal> signed(String organizationId, LocalDate first, LocalDate last) {
    List<Deal> found = new ArrayList<>();
    for (int upTo = register.last(organizationId); upTo > 0; upTo -= PAGE) {
      List<Integer> numbers =
          IntStream.rangeClosed(Math.max(1, upTo - PAGE + 1), upTo).boxed().toList();
      List<Deal> page = deals.find(organizationId, numbers);
      page.stream()
          .filter(deal -> !deal.signedOn().isBefore(first) && !deal.signedOn().isAfter(last))
          .forEach(found::add);
      // No deal is dated after the day on which it was entered, and numbers go by entry.
      if (!page.isEmpty()
          && page.stream().allMatch(deal -> deal.acts().get(0).day().isBefore(first))) {
        break;
      }
    }
    found.sort(Comparator.comparing(Deal::signedOn).thenComparing(Deal::number));
    return List.copyOf(found);
  }

  /** The deals of the last {@code count} numbers, newest first, cancelled and paid ones too. */
  List<Deal> latest(String organizationId, int count) {
    int last = register.last(organizationId);
    List<Integer> numbers =
        IntStream.rangeClosed(Math.max(1, last - count + 1), last).boxed().toList();
    return deals.find(organizationId, numbers).stream()
        .sorted(Comparator.comparing(Deal::number).reversed())
        .toList();
  }
}
