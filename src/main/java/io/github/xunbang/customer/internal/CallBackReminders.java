package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.customer.Customer;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reminds of a call-back on its day, then on three more workdays until it is ticked off; after that
 * the person's leader reads it, once (S-134, S-135).
 */
@Component
class CallBackReminders implements JobHandler {

  private static final int AGAIN = 3;

  private final OrganizationService organizations;
  private final CustomerBook book;
  private final CallBackDesk desk;
  private final PrivateNotices notices;
  private final FollowTexts texts;

  CallBackReminders(
      OrganizationService organizations,
      CustomerBook book,
      CallBackDesk desk,
      PrivateNotices notices,
      FollowTexts texts) {
    this.organizations = organizations;
    this.book = book;
    this.desk = desk;
    this.notices = notices;
    this.texts = texts;
  }

  @Override
  public String kind() {
    return CallBackDesk.JOB;
  }

  @Override
  public void run(Job job) {
    Organization organization = organizations.get(job.organizationId());
    String memberId = job.data().get("member");
    int number = Integer.parseInt(job.data().get("number"));
    Optional<Member> member = organization.member(memberId);
    Optional<CallBack> callBack = desk.of(organization.id(), memberId).find(number);
    if (member.isPresent() && callBack.filter(CallBack::isOpen).isPresent()) {
      int attempt = Integer.parseInt(job.data().get("attempt"));
      remind(job, organization, member.get(), callBack.get(), attempt);
    }
  }

  private void remind(
      Job job, Organization organization, Member member, CallBack callBack, int attempt) {
    LocalDate day = job.dueAt().atZone(organization.businessDay().zone()).toLocalDate();
    Optional<Customer> customer = book.find(organization.id(), callBack.customerNumber());
    if (customer.filter(Customer::isInvalid).isPresent()) {
      desk.close(
          organization.id(),
          member.id(),
          callBack.number(),
          CallBack.State.CANCELLED,
          job.id(),
          day);
      return;
    }
    String ownerId = customer.map(Customer::ownerId).orElse(member.id());
    if (callBack.forOwner() && !ownerId.equals(member.id())) {
      // A hand-over was cut off between customer and call-backs: it is finished here, and the new
      // owner is reminded at this same instant.
      Instant before = job.dueAt().minusSeconds(1);
      desk.move(organization, List.of(callBack), member.id(), ownerId, true, job.id(), before);
      return;
    }
    if (desk.isSilent(organization, job.dueAt())) {
      // Switched off or paused: it waits, so that nothing is forgotten.
      LocalDate next = desk.workday(organization.id(), member.id(), day.plusDays(1));
      desk.remind(organization, member.id(), callBack, attempt, next);
      return;
    }
    String key = "callback|" + member.id() + "|" + callBack.number() + "|";
    if (!member.activeOn(day) || attempt > AGAIN) {
      notices.tellLeaders(
          organization, member, day, key + "leader", leaderText(member, callBack, day));
      return;
    }
    LocalDate workday = desk.workday(organization.id(), member.id(), day);
    if (!workday.equals(day)) {
      desk.remind(organization, member.id(), callBack, attempt, workday);
      return;
    }
    String text = text(callBack, customer, ownerId.equals(member.id()), attempt);
    notices.tell(organization, member, "", key + attempt, text);
    desk.remind(
        organization,
        member.id(),
        callBack,
        attempt + 1,
        desk.workday(organization.id(), member.id(), day.plusDays(1)));
  }

  private String text(CallBack callBack, Optional<Customer> customer, boolean owner, int attempt) {
    String phone =
        customer
            .map(one -> owner ? ShownCustomer.full(one) : ShownCustomer.masked(one))
            .orElse("还没登记");
    return texts.text(
        attempt == 0 ? "remind" : "remindAgain",
        Map.of(
            "about", callBack.about(),
            "day", DateText.day(callBack.day()),
            "phone", phone,
            "number", callBack.number()));
  }

  private String leaderText(Member member, CallBack callBack, LocalDate day) {
    return texts.text(
        member.activeOn(day) ? "leader" : "leaderLeft",
        Map.of(
            "name", member.name(),
            "about", callBack.about(),
            "day", DateText.day(callBack.day()),
            "customer", callBack.customerNumber()));
  }
}
