package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.storage.Lease;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps a scheme's rewards within its cap whatever people decide. Deciding about money goes through
 * {@link #alone}, so that two decisions do not both fit into what is left.
 */
@Component
class CapGuard {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int STRIPES = 64;

  private final Schemes schemes;
  private final MongoAwards awards;
  private final Lease lease;
  private final List<ReentrantLock> locks =
      IntStream.range(0, STRIPES).mapToObj(number -> new ReentrantLock()).toList();

  CapGuard(Schemes schemes, MongoAwards awards, Lease lease) {
    this.schemes = schemes;
    this.awards = awards;
    this.lease = lease;
  }

  /** Does the work while nobody else decides about the organization's money. */
  <T> T alone(AwardRequest request, Supplier<T> work) {
    String organizationId = request.organization().id();
    ReentrantLock lock = locks.get(Math.floorMod(organizationId.hashCode(), STRIPES));
    String name = "incentive.money|" + organizationId;
    lock.lock();
    try {
      if (!lease.acquire(name, LEASE)) {
        throw request.refused("busy", Map.of());
      }
      try {
        return work.get();
      } finally {
        lease.release(name);
      }
    } finally {
      lock.unlock();
    }
  }

  /** What is left of a scheme's cap. */
  private record Room(Scheme scheme, Period period, BigDecimal cap, BigDecimal sum) {}

  /**
   * Refuses when the rewards of a scheme would exceed its cap.
   *
   * @param after the lines as they would be; a void one matters when it had made room
   * @param confirmedOnly whether proposals that nobody has confirmed are left out of the sum
   */
  void check(AwardRequest request, Collection<Award> after, boolean confirmedOnly) {
    Map<Integer, Award> changed = new HashMap<>();
    after.forEach(award -> changed.put(award.number(), award));
    Set<List<Object>> seen = new LinkedHashSet<>();
    for (Award award : after) {
      Scheme scheme = schemes.find(award.organizationId(), award.schemeId()).orElse(null);
      if ((counts(award) || takesRoomBack(award)) && scheme != null && scheme.cap() != null) {
        Period period = capPeriod(request, scheme.cap(), award.period());
        if (period != null && seen.add(List.of(scheme.id(), period))) {
          Room room = room(scheme, scheme.cap(), period, changed, confirmedOnly);
          refuse(request, room, award);
        }
      }
    }
  }

  private static void refuse(AwardRequest request, Room room, Award award) {
    if (room.sum().compareTo(room.cap()) > 0) {
      throw request.refused(
          "cap",
          Map.of(
              "number", award.number(),
              "scheme", room.scheme().name() + room.scheme().id(),
              "period", room.period().label(),
              "cap", NumberText.plain(room.cap()),
              "sum", NumberText.plain(room.sum()),
              "over", NumberText.plain(room.sum().subtract(room.cap()))));
    }
  }

  /** The stretch of days over which the cap is counted, or null when it does not concern this. */
  private static @Nullable Period capPeriod(AwardRequest request, Scheme.Cap cap, Period of) {
    if (cap.period() == PeriodType.CAMPAIGN) {
      return of.type() == PeriodType.CAMPAIGN ? of : null;
    }
    return request.organization().periods().containing(cap.period(), of.end());
  }

  private Room room(
      Scheme scheme,
      Scheme.Cap cap,
      Period period,
      Map<Integer, Award> changed,
      boolean confirmedOnly) {
    BigDecimal sum =
        awards.periods(scheme.organizationId()).stream()
            .filter(one -> one.equals(period) || within(one, period))
            .flatMap(one -> awards.of(scheme.organizationId(), one).stream())
            .filter(award -> award.schemeId().equals(scheme.id()))
            .map(award -> changed.getOrDefault(award.number(), award))
            .filter(CapGuard::counts)
            .filter(award -> !isLoose(award, confirmedOnly))
            .map(Award::amount)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Room(scheme, period, cap.amount(), sum);
  }

  private static boolean within(Period one, Period cap) {
    return cap.type() != PeriodType.CAMPAIGN && cap.contains(one.end());
  }

  private static boolean counts(Award award) {
    return isReward(award) && award.state() != Award.State.VOID;
  }

  /** A correction downwards that is given up. */
  private static boolean takesRoomBack(Award award) {
    BigDecimal amount = award.amount();
    return isReward(award)
        && award.state() == Award.State.VOID
        && amount != null
        && amount.signum() < 0;
  }

  private static boolean isReward(Award award) {
    return award.rule().sense() == Rule.Sense.REWARD
        && award.rule().currency() == Rule.Currency.YUAN;
  }

  /** A proposal may yet be given up: it never makes room, and counts only where asked for. */
  private static boolean isLoose(Award award, boolean confirmedOnly) {
    BigDecimal amount = award.amount();
    return award.state() == Award.State.PROPOSED
        && (confirmedOnly || amount != null && amount.signum() < 0);
  }
}
