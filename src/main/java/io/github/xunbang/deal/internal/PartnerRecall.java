package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import io.github.xunbang.schedule.ScheduleService;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks collaborators whom a crash between storing the deal and asking has left out. Promised before
 * the deal is stored and taken back when all were asked, so it runs after a crash only.
 */
@Component
class PartnerRecall implements JobHandler {

  static final String KIND = "deal.partner.ask";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String NEW = "new";

  private final ScheduleService schedule;
  private final OrganizationService organizations;
  private final Deals deals;
  private final DealRegisterRepository register;
  private final PartnerQuestions questions;
  private final BusinessClock clock;

  PartnerRecall(
      ScheduleService schedule,
      OrganizationService organizations,
      Deals deals,
      DealRegisterRepository register,
      PartnerQuestions questions,
      BusinessClock clock) {
    this.schedule = schedule;
    this.organizations = organizations;
    this.deals = deals;
    this.register = register;
    this.questions = questions;
    this.clock = clock;
  }

  /** To be called before an act that may leave collaborators to be asked is stored. */
  void promise(Deal wanted, Conversation where, String cause) {
    String number = wanted.number() == 0 ? NEW : Integer.toString(wanted.number());
    schedule.schedule(
        new Job(
            id(wanted.organizationId(), cause),
            KIND,
            wanted.organizationId(),
            clock.instant().plus(PATIENCE),
            Map.of(
                PartnerQuestions.DEAL, number,
                PartnerQuestions.GROUP, PartnerQuestions.group(where),
                PartnerQuestions.CAUSE, cause)));
  }

  /** Asks everybody who has not answered, which keeps the promise. */
  void ask(Organization organization, Deal deal, Conversation where, String cause) {
    questions.askAll(organization, deal, PartnerQuestions.group(where), where.channel(), cause);
    schedule.cancel(id(organization.id(), cause));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job) {
    String cause = job.data().getOrDefault(PartnerQuestions.CAUSE, "");
    // Nothing is found when the act was never stored, or the organization was reset in between.
    number(job, cause)
        .flatMap(number -> deals.find(job.organizationId(), number))
        .filter(deal -> DealEdits.lastAsking(deal).equals(cause))
        .ifPresent(
            deal ->
                questions.askAll(
                    organizations.get(job.organizationId()),
                    deal,
                    job.data().getOrDefault(PartnerQuestions.GROUP, ""),
                    "",
                    cause));
  }

  private Optional<Integer> number(Job job, String cause) {
    String number = job.data().getOrDefault(PartnerQuestions.DEAL, NEW);
    return number.equals(NEW)
        ? register.claimed(job.organizationId(), cause)
        : Optional.of(Integer.valueOf(number));
  }

  private static String id(String organizationId, String cause) {
    return String.join("|", KIND, organizationId, cause);
  }
}
