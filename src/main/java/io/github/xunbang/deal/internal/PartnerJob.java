package io.github.xunbang.deal.internal;

import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.deal.Share.Confirmation;
import io.github.xunbang.deal.internal.DealDesk.Dating;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reminds collaborators who have not answered, and after three workdays takes their silence as the
 * organization wants it (design section 5): the share stands or goes back, and the owner is told.
 */
@Component
class PartnerJob implements JobHandler {

  private final OrganizationService organizations;
  private final Deals deals;
  private final DealDesk desk;
  private final PartnerQuestions questions;
  private final PartnerReminders reminders;
  private final PartnerPosts posts;
  private final SigningTexts texts;

  PartnerJob(
      OrganizationService organizations,
      Deals deals,
      DealDesk desk,
      PartnerQuestions questions,
      PartnerReminders reminders,
      PartnerPosts posts,
      SigningTexts texts) {
    this.organizations = organizations;
    this.deals = deals;
    this.desk = desk;
    this.questions = questions;
    this.reminders = reminders;
    this.posts = posts;
    this.texts = texts;
  }

  @Override
  public String kind() {
    return PartnerReminders.JOB;
  }

  @Override
  public void run(Job job) {
    int number = Integer.parseInt(job.data().get(PartnerQuestions.DEAL));
    String memberId = job.data().getOrDefault(PartnerReminders.MEMBER, "");
    // Nothing is found any more when the organization was reset in between.
    Optional<Deal> found = deals.find(job.organizationId(), number);
    boolean silenced = found.filter(deal -> deal.holds(actId(job))).isPresent();
    if (found.isEmpty() || !silenced && !isWaiting(found.get(), memberId, job)) {
      return;
    }
    Organization organization = organizations.get(job.organizationId());
    Member member = organization.member(memberId).orElseThrow();
    int times = Integer.parseInt(job.data().getOrDefault(PartnerReminders.TIMES, "1"));
    boolean left = member.leftBefore(organization.businessDay().of(job.dueAt()));
    if (times > PartnerReminders.MOST || left || silenced) {
      takeSilence(organization, found.get(), member, job);
    } else {
      remind(organization, found.get(), member, job);
      reminders.next(organization, job);
    }
  }

  /** Who was asked again after a change is reminded from that question on, by its own jobs. */
  private static boolean isWaiting(Deal deal, String memberId, Job job) {
    String cause = job.data().getOrDefault(PartnerQuestions.CAUSE, "");
    return DealEdits.isAsked(deal, memberId) && DealEdits.lastAsking(deal).equals(cause);
  }

  private void remind(Organization organization, Deal deal, Member member, Job job) {
    posts.tell(
        organization,
        deal,
        member,
        null,
        group(job),
        "remind|" + job.id(),
        texts.text(
            "remind",
            Map.of(
                "owner", DealLines.name(organization, deal.ownerId()),
                "deal", DealLines.title(deal),
                "part",
                    DealEdits.share(deal, member.id())
                        .map(share -> ShareSplit.plain(share.part()))
                        .orElse(""))));
  }

  private void takeSilence(Organization organization, Deal before, Member member, Job job) {
    boolean stands = SigningSettings.silenceStands(organization);
    Act act =
        new Act(
            actId(job),
            Act.Kind.SILENT,
            member.id(),
            job.dueAt(),
            organization.businessDay().of(job.dueAt()),
            "",
            stands ? "占比生效" : "占比退给" + DealLines.name(organization, before.ownerId()));
    Deal deal =
        desk.change(
                organization,
                before.number(),
                act,
                Dating.OPEN_DAY,
                stored -> silent(stored, member.id(), stands))
            .deal();
    questions.close(
        organization,
        deal.number(),
        member.id(),
        job.data().getOrDefault(PartnerQuestions.GROUP, ""));
    tell(organization, deal, member, job);
  }

  /** What became of it is read from the deal: a crash may run this again after a new setting. */
  private void tell(Organization organization, Deal deal, Member member, Job job) {
    boolean stood = DealEdits.share(deal, member.id()).isPresent();
    String text =
        texts.text(
            stood ? "silentStands" : "silentReturned",
            Map.of(
                "name", member.name(),
                "deal", DealLines.title(deal),
                "shares", DealLines.shares(organization, deal),
                "number", deal.number()));
    posts.tellOwner(organization, deal, null, group(job), "silent|" + actId(job), text);
  }

  private static Deal silent(Deal stored, String memberId, boolean stands) {
    if (!DealEdits.isAsked(stored, memberId)) {
      return stored;
    }
    return stands
        ? DealEdits.confirmed(stored, memberId, Confirmation.SILENT)
        : DealEdits.returned(stored, memberId);
  }

  private static @Nullable Conversation group(Job job) {
    return PartnerQuestions.conversation(job.data().get(PartnerQuestions.GROUP));
  }

  private static String actId(Job job) {
    return "silent|"
        + job.data().getOrDefault(PartnerReminders.MEMBER, "")
        + "|"
        + job.data().getOrDefault(PartnerQuestions.CAUSE, "");
  }
}
