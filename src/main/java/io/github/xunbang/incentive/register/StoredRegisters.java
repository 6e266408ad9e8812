package io.github.xunbang.incentive.register;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.organization.OrganizationService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The registers on MongoDB. */
@Service
class StoredRegisters implements Registers {

  private final OrganizationService organizations;
  private final BallotRepository ballots;
  private final ScoreRepository scores;
  private final ProbationRepository probation;

  StoredRegisters(
      OrganizationService organizations,
      BallotRepository ballots,
      ScoreRepository scores,
      ProbationRepository probation) {
    this.organizations = organizations;
    this.ballots = ballots;
    this.scores = scores;
    this.probation = probation;
  }

  @Override
  public Map<String, Integer> votes(String organizationId, Period period) {
    Organization organization = organizations.get(organizationId);
    Map<String, Integer> votes = new HashMap<>();
    for (Period month : within(organization.periods(), PeriodType.MONTH, period)) {
      ballots
          .all(organizationId, YearMonth.from(month.end()), everybody(organization))
          .forEach(ballot -> votes.merge(ballot.candidateId(), 1, Integer::sum));
    }
    return votes;
  }

  @Override
  public Map<String, BigDecimal> scores(String organizationId, String sheet, Period period) {
    return meant(scores.sheets(organizationId), sheet)
        .map(one -> scores(organizations.get(organizationId), one, period))
        .orElse(Map.of());
  }

  /** A rule may call the sheet 服务 服务评分. */
  private static Optional<ScoreSheet> meant(List<ScoreSheet> sheets, String name) {
    return SheetLine.named(sheets, name)
        .or(
            () ->
                name.matches(".{2,}(?:评分|考核|考评|打分)")
                    ? SheetLine.named(sheets, name.substring(0, name.length() - 2))
                    : Optional.empty());
  }

  @Override
  public Set<String> onProbation(String organizationId, LocalDate day) {
    return probation.find(organizationId).on(day);
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    ballots.delete(deleted.organizationId());
    scores.delete(deleted.organizationId());
    probation.delete(deleted.organizationId());
  }

  /** Of a longer period the average of the sheet's periods in it that were scored. */
  private Map<String, BigDecimal> scores(
      Organization organization, ScoreSheet sheet, Period period) {
    Map<String, List<BigDecimal>> found = new HashMap<>();
    for (Period part : within(organization.periods(), sheet.kind(), period)) {
      scores
          .marks(organization.id(), sheet.name(), part, everybody(organization))
          .forEach(
              (member, marks) ->
                  sheet
                      .score(marks, part.end())
                      .ifPresent(
                          score ->
                              found.computeIfAbsent(member, none -> new ArrayList<>()).add(score)));
    }
    Map<String, BigDecimal> averages = new HashMap<>();
    found.forEach((member, parts) -> averages.put(member, average(parts)));
    return averages;
  }

  private static BigDecimal average(List<BigDecimal> parts) {
    BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return ScoreSheet.divided(sum, BigDecimal.valueOf(parts.size()));
  }

  /** The periods of a kind that lie wholly within another one. */
  private static List<Period> within(PeriodCalendar calendar, PeriodType kind, Period period) {
    List<Period> found = new ArrayList<>();
    for (Period part = calendar.containing(kind, period.start());
        !part.end().isAfter(period.end());
        part = calendar.next(part)) {
      if (!part.start().isBefore(period.start())) {
        found.add(part);
      }
    }
    return found;
  }

  /** Everybody who ever belonged to it: who has left may have voted and been scored. */
  private static List<String> everybody(Organization organization) {
    return organization.members().stream().map(Member::id).toList();
  }
}
