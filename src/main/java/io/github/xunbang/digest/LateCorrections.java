package io.github.xunbang.digest;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.metric.LateFiguresPosted;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.ranking.FrozenBoards;
import io.github.xunbang.ranking.LeaderboardService;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says in one numbered line what an approved late figure would have changed on boards that stay as
 * they were frozen (design sections 2 and 4). Number and post key hang on the message, so telling
 * it again says nothing new.
 */
@Component
class LateCorrections {

  private static final List<PeriodType> FREEZING =
      List.of(
          PeriodType.XUN,
          PeriodType.HALF_MONTH,
          PeriodType.MONTH,
          PeriodType.QUARTER,
          PeriodType.YEAR);

  private final OrganizationService organizations;
  private final LeaderboardService leaderboards;
  private final CorrectionsRepository corrections;
  private final OutboxService outbox;

  LateCorrections(
      OrganizationService organizations,
      LeaderboardService leaderboards,
      CorrectionsRepository corrections,
      OutboxService outbox) {
    this.organizations = organizations;
    this.leaderboards = leaderboards;
    this.corrections = corrections;
    this.outbox = outbox;
  }

  @EventListener
  void tell(LateFiguresPosted late) {
    Organization organization = organizations.get(late.organizationId());
    List<FrozenBoards> frozen =
        periods(organization, late.day())
            .flatMap(period -> leaderboards.frozen(organization.id(), period).stream())
            .toList();
    if (frozen.isEmpty()) {
      return;
    }
    String cause = late.messageKey() + "|" + late.subjectId() + "|" + late.day();
    int number = corrections.number(organization.id(), frozen.get(0).closed().period(), cause);
    Set<String> metrics =
        late.steps().stream().map(LedgerEntry.Step::metricId).collect(Collectors.toSet());
    organization.groups().stream()
        .filter(ChatGroup::receivesPosts)
        .forEach(
            group ->
                new CorrectionLine(
                        organization,
                        leaderboards,
                        late.subjectId(),
                        metrics,
                        frozen,
                        group.unitIds())
                    .text(number)
                    .ifPresent(text -> enqueue(organization, group, cause, text)));
  }

  @EventListener
  void forget(OrganizationDeleted deleted) {
    corrections.delete(deleted.organizationId());
  }

  private void enqueue(Organization organization, ChatGroup group, String cause, String text) {
    outbox.enqueue(
        new Post(
            String.join("|", "correction", organization.id(), cause, group.conversation().key()),
            organization.id(),
            group.conversation(),
            Post.Lane.BOARD,
            OutboundMessage.text(text)));
  }

  /** What may be frozen of a day, shortest first. */
  private static Stream<Period> periods(Organization organization, LocalDate day) {
    return Stream.concat(
        FREEZING.stream().map(type -> organization.periods().containing(type, day)),
        organization.structure().campaigns().stream()
            .map(Campaign::period)
            .filter(period -> period.contains(day)));
  }
}
