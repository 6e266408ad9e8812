package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.incentive.settlement.AwardSight;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 奖惩 [上月]: a member's own lines, a leader's unit, a manager's overview. */
@Component
@Order(1)
class ShowVerb implements AwardVerb {

  private static final int MOST = 12;

  private final MongoAwards awards;
  private final SettlementStore store;

  ShowVerb(MongoAwards awards, SettlementStore store) {
    this.awards = awards;
    this.store = store;
  }

  @Override
  public List<String> words() {
    return List.of("");
  }

  @Override
  public Said run(AwardRequest request) {
    Organization organization = request.organization();
    Optional<Period> period =
        request.rest().isEmpty()
            ? awards.periods(organization.id()).stream().findFirst()
            : Optional.of(asked(request));
    List<Award> all = period.map(one -> awards.of(organization.id(), one)).orElseGet(List::of);
    if (period.isEmpty() || awards.settled(organization.id(), period.get()).isEmpty()) {
      return Said.shown(
          request.said(
              "notSettled", Map.of("period", period.map(one -> one.label() + "的").orElse(""))));
    }
    return Said.shown(
        request.isManager()
            ? overview(organization, period.get(), all)
            : seen(request, period.get(), all));
  }

  private Period asked(AwardRequest request) {
    return AwardPick.period(request.rest(), request.organization(), request.at())
        .orElseThrow(() -> request.refused("usage", Map.of()));
  }

  private String overview(Organization organization, Period period, List<Award> all) {
    List<io.github.xunbang.incentive.engine.Outcome.Finding> findings =
        store.find(new SettlementKey(organization.id(), period, 0)).stream()
            .flatMap(settlement -> settlement.findings().stream())
            .toList();
    return new ProposalText(all, findings)
        .under("【奖惩】%s 共%d条".formatted(period.label(), standing(all)));
  }

  private static long standing(List<Award> all) {
    return all.stream().filter(award -> award.state() != Award.State.VOID).count();
  }

  private String seen(AwardRequest request, Period period, List<Award> all) {
    Member viewer = request.organization().member(request.memberId()).orElseThrow();
    List<Award> seen =
        all.stream()
            .filter(
                award -> AwardSight.sees(request.organization(), viewer, award, request.today()))
            .filter(ShowVerb::isShown)
            .sorted(
                Comparator.comparing((Award award) -> !award.subjectId().equals(viewer.id()))
                    .thenComparing(Award::number))
            .toList();
    if (seen.isEmpty()) {
      return request.said("none", Map.of("period", period.label()));
    }
    List<String> lines = new ArrayList<>(List.of("【奖惩】" + period.label()));
    seen.stream().limit(MOST).forEach(award -> lines.addAll(lines(award, viewer)));
    if (seen.size() > MOST) {
      lines.add("…还有" + (seen.size() - MOST) + "条");
    }
    lines.add("看依据发：为什么 奖惩 " + seen.get(0).number());
    return String.join("\n", lines);
  }

  /** What was given up before anybody heard of it is not shown. */
  private static boolean isShown(Award award) {
    return award.state() != Award.State.VOID || award.last(Award.Deed.PUBLISHED).isPresent();
  }

  private static List<String> lines(Award award, Member viewer) {
    String state = " " + AwardText.state(award);
    return award.subjectId().equals(viewer.id())
        ? List.of(
            "#" + award.number() + " " + AwardText.ruleAndWhat(award) + state,
            "　" + String.join("；", award.working()))
        : List.of(AwardText.line(award) + state);
  }
}
