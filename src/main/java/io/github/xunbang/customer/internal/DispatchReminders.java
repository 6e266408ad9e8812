package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.internal.Dispatch.State;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The next workday at 09:25: a form without a receipt is shown once more, and its sender told. */
@Component
class DispatchReminders implements JobHandler {

  private final OrganizationService organizations;
  private final DispatchDesk desk;
  private final PrivateNotices notices;
  private final DispatchTexts texts;

  DispatchReminders(
      OrganizationService organizations,
      DispatchDesk desk,
      PrivateNotices notices,
      DispatchTexts texts) {
    this.organizations = organizations;
    this.desk = desk;
    this.notices = notices;
    this.texts = texts;
  }

  @Override
  public String kind() {
    return DispatchDesk.JOB;
  }

  @Override
  public void run(Job job) {
    Organization organization = organizations.get(job.organizationId());
    int number = Integer.parseInt(job.data().get("number"));
    desk.of(organization.id())
        .find(number)
        .filter(dispatch -> dispatch.state() == State.SENT)
        .ifPresent(
            dispatch -> {
              LocalDate day = day(organization, job);
              if (desk.isSilent(organization, job.dueAt())) {
                desk.remindAfter(organization, dispatch, day);
              } else {
                remind(organization, dispatch, day);
              }
            });
  }

  private static LocalDate day(Organization organization, Job job) {
    return organization.businessDay().of(job.dueAt());
  }

  private void remind(Organization organization, Dispatch dispatch, LocalDate day) {
    String key = "again|P" + dispatch.number();
    Map<String, Object> values =
        Map.of(
            "number", dispatch.number(),
            "customer", dispatch.label(),
            "task", dispatch.task(),
            "to", dispatch.toName());
    Conversation group = dispatch.toGroup();
    if (group != null && organization.holds(group)) {
      desk.post(organization, group, key, texts.text("again", values));
    }
    DispatchDesk.receiver(organization, dispatch)
        .filter(member -> member.activeOn(day))
        .ifPresent(
            member ->
                notices.tell(
                    organization, member, "", "dispatch|" + key, texts.text("again", values)));
    organization
        .member(dispatch.fromId())
        .filter(member -> member.activeOn(day))
        .ifPresent(
            sender ->
                notices.tell(
                    organization,
                    sender,
                    "",
                    "dispatch|late|P" + dispatch.number(),
                    texts.text("noReceipt", values)));
  }
}
