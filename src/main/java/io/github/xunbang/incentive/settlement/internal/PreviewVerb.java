package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.organization.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 奖惩 预览: every line with its number and remarks, for managers; settles a period that is over and
 * was not settled yet. 奖惩 重算 looks for differences at once, for what no event tells, such as
 * somebody who is moved to another unit in hindsight.
 */
@Component
@Order(2)
class PreviewVerb implements AwardVerb {

  private static final String AGAIN = "重算";
  private static final int MOST = 60;

  private final MongoAwards awards;
  private final SettlementStore store;
  private final SettlementRun run;
  private final Settler settler;
  private final PickedAwards picked;

  PreviewVerb(
      MongoAwards awards,
      SettlementStore store,
      SettlementRun run,
      Settler settler,
      PickedAwards picked) {
    this.awards = awards;
    this.store = store;
    this.run = run;
    this.settler = settler;
    this.picked = picked;
  }

  @Override
  public List<String> words() {
    return List.of("预览", AGAIN);
  }

  @Override
  public Said run(AwardRequest request) {
    request.needManager();
    AwardPick pick = picked.read(request);
    if (pick.isExplicit()) {
      return Said.shown(list("【奖惩】", picked.find(request, pick, award -> true), List.of()));
    }
    Organization organization = request.organization();
    Period period = period(request, pick);
    boolean fresh = awards.settled(organization.id(), period).isEmpty();
    if (fresh) {
      settle(request, period);
    }
    if (request.verb().equals(AGAIN) && !fresh) {
      return again(request, period);
    }
    List<Award> lines =
        awards.of(organization.id(), period).stream()
            .filter(award -> pick.rules().isEmpty() || pick.rules().contains(award.rule().id()))
            .toList();
    List<String> remarks = pick.rules().isEmpty() ? remarks(organization, period) : List.of();
    if (lines.isEmpty() && remarks.isEmpty()) {
      return new Said(request.said("nothing", Map.of("period", period.label())), fresh);
    }
    return new Said(list("【奖惩】" + period.label(), lines, remarks), fresh);
  }

  private Said again(AwardRequest request, Period period) {
    Optional<Settlement> differences = run.settleDifferences(request.organization(), period);
    return differences
        .map(
            one ->
                Said.done(
                    request.said(
                        "differences",
                        Map.of(
                            "period", period.label(),
                            "count", one.count(),
                            "first", one.first(),
                            "last", one.first() + one.count() - 1))))
        .orElseGet(() -> Said.shown(request.said("same", Map.of("period", period.label()))));
  }

  private Period period(AwardRequest request, AwardPick pick) {
    Period asked = pick.period();
    if (asked != null) {
      return asked;
    }
    return awards.periods(request.organization().id()).stream()
        .findFirst()
        .orElseThrow(() -> request.refused("notSettled", Map.of("period", "")));
  }

  private void settle(AwardRequest request, Period period) {
    Organization organization = request.organization();
    boolean over = period.end().isBefore(request.today());
    if (over && !settler.hasRules(organization, period)) {
      throw request.refused("noRules", Map.of("period", period.label()));
    }
    if (!over || !run.isReady(organization, period)) {
      throw request.refused("running", Map.of("period", period.label()));
    }
    run.settleNow(organization, period);
  }

  private List<String> remarks(Organization organization, Period period) {
    return store.find(new SettlementKey(organization.id(), period, 0)).stream()
        .flatMap(settlement -> settlement.findings().stream())
        .map(finding -> "注意：" + finding.text())
        .toList();
  }

  private static String list(String heading, List<Award> awards, List<String> remarks) {
    List<String> lines = new ArrayList<>();
    lines.add(heading + " 共" + awards.size() + "条");
    lines.addAll(remarks.subList(0, Math.min(10, remarks.size())));
    awards.stream()
        .limit(MOST)
        .forEach(award -> lines.add(AwardText.line(award) + " " + AwardText.state(award)));
    if (awards.size() > MOST) {
      int next = awards.get(MOST).number();
      lines.add("…还有%d条，接着看发：奖惩 预览 %d-%d".formatted(awards.size() - MOST, next, next + MOST - 1));
    }
    return String.join("\n", lines);
  }
}
