package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.settlement.Award;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the lines that a manager means. */
@Component
class PickedAwards {

  /** 全部 without a period looks at what ended within so many days. */
  private static final int RECENT_DAYS = 100;

  private final MongoAwards awards;

  PickedAwards(MongoAwards awards) {
    this.awards = awards;
  }

  /** What was typed; refused when it names nothing or makes no sense. */
  AwardPick read(AwardRequest request) {
    return AwardPick.read(request.rest(), request.organization(), request.at())
        .orElseThrow(() -> request.refused("pick", Map.of("verb", verb(request))));
  }

  /**
   * The lines meant, by number. Numbers that do not exist are refused; 全部, a rule or a period take
   * those that are {@code wanted}.
   */
  List<Award> find(AwardRequest request, AwardPick pick, Predicate<Award> wanted) {
    String organizationId = request.organization().id();
    if (pick.isExplicit()) {
      List<Award> found = awards.lines(organizationId, pick.numbers());
      SortedSet<Integer> missing = new TreeSet<>(pick.numbers());
      found.forEach(award -> missing.remove(award.number()));
      if (!missing.isEmpty()) {
        String numbers =
            missing.stream().limit(8).map(one -> "#" + one).collect(Collectors.joining(" "));
        throw request.refused("unknown", Map.of("numbers", numbers));
      }
      return found;
    }
    Period period = pick.period();
    LocalDate since = request.today().minusDays(RECENT_DAYS);
    return awards.periods(organizationId).stream()
        .filter(one -> period == null ? one.end().isAfter(since) : one.equals(period))
        .flatMap(one -> awards.of(organizationId, one).stream())
        .filter(award -> pick.rules().isEmpty() || pick.rules().contains(award.rule().id()))
        .filter(wanted)
        .toList();
  }

  private static String verb(AwardRequest request) {
    return request.verb().isEmpty() ? "确认" : request.verb();
  }
}
