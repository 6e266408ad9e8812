package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import io.github.xunbang.schedule.ScheduleService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reminds the scheme's owner of a re-test some months after a line was published (S-107); whoever
 * is owner or manager by then hears of it.
 */
@Component
class Retests implements JobHandler {

  private static final String KIND = "incentive.retest";
  private static final LocalTime AT = LocalTime.of(9, 15);

  private final OrganizationService organizations;
  private final MongoAwards awards;
  private final Schemes schemes;
  private final PrivateChats chats;
  private final ScheduleService schedule;

  Retests(
      OrganizationService organizations,
      MongoAwards awards,
      Schemes schemes,
      PrivateChats chats,
      ScheduleService schedule) {
    this.organizations = organizations;
    this.awards = awards;
    this.schemes = schemes;
    this.chats = chats;
    this.schedule = schedule;
  }

  /** Plans the reminder of a published line whose rule asks for one, once. */
  void plan(Organization organization, Award award) {
    int months = award.rule().guard().retestMonths();
    if (months < 1 || award.difference()) {
      return;
    }
    LocalDate published =
        organization.businessDay().of(award.last(Award.Deed.PUBLISHED).orElseThrow().at());
    schedule.schedule(
        new Job(
            KIND + "|" + organization.id() + "|" + award.number(),
            KIND,
            organization.id(),
            published
                .plusMonths(months)
                .atTime(AT)
                .atZone(organization.businessDay().zone())
                .toInstant(),
            Map.of("number", String.valueOf(award.number()))));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job) {
    organizations
        .find(job.organizationId())
        .ifPresent(
            organization ->
                awards
                    .find(organization.id(), Integer.parseInt(job.data().get("number")))
                    .filter(award -> award.state() != Award.State.VOID)
                    .ifPresent(award -> remind(organization, award, job)));
  }

  private void remind(Organization organization, Award award, Job job) {
    LocalDate day = job.dueAt().atZone(organization.businessDay().zone()).toLocalDate();
    String text =
        "【再考核】%s %s的“%s”（#%d）已满%d个月，可以安排再考核了。"
            .formatted(
                award.subjectName(),
                award.period().label(),
                award.words().isEmpty() ? award.rule().title() : award.words(),
                award.number(),
                award.rule().guard().retestMonths());
    for (Member reader :
        SchemeOwners.of(organization, schemes.find(organization.id(), award.schemeId()), day)) {
      chats.tell(organization, reader, job.id(), text);
    }
  }
}
