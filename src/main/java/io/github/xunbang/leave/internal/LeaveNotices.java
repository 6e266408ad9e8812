package io.github.xunbang.leave.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.leave.internal.LeaveDesk.Filed;
import io.github.xunbang.leave.internal.LeaveYear.Cause;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.outbox.Post.Lane;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells in private who has to know of leave without being asked: the leader of leave that stands by
 * itself or that has ended early, the person of leave that somebody else has entered. A message
 * that runs again posts nothing new.
 */
@Component
class LeaveNotices {

  private final OutboxService outbox;
  private final LeaveTexts texts;

  LeaveNotices(OutboxService outbox, LeaveTexts texts) {
    this.outbox = outbox;
    this.texts = texts;
  }

  /** Leave that stands without 批准; a manager's own is nobody's business. */
  void filed(Organization organization, LeaveRequest request, Filed filed) {
    if (request.own() && request.caller().access().covers(Access.MANAGER)) {
      return;
    }
    String title = LeaveDesk.title(request.subject(), filed.leave());
    String days = NumberText.plain(filed.workdays());
    List<Member> readers =
        request.own()
            ? deciders(organization, request.subject(), day(organization, request.cause()))
            : List.of(request.subject());
    String reason = filed.leave().reason().isEmpty() ? "" : "\n理由：" + filed.leave().reason();
    String text =
        request.own()
            ? text("noticeFiled", Map.of("leave", title, "days", days, "reason", reason))
            : text(
                "noticeEntered",
                Map.of("leave", title, "days", days, "by", request.caller().name()));
    post(organization, request.caller(), readers, request.cause(), text);
  }

  /** Approved leave that is not taken, or not to its end; {@code text} says so. */
  void ended(
      Organization organization,
      Caller caller,
      Member subject,
      String key,
      Map<String, String> values,
      Cause cause) {
    LocalDate day = day(organization, cause);
    boolean manager = organization.accessOn(subject, day).covers(Access.MANAGER);
    List<Member> told = manager ? List.of() : deciders(organization, subject, day);
    List<Member> readers = Stream.concat(Stream.of(subject), told.stream()).toList();
    post(organization, caller, readers, cause, text(key, values));
  }

  /** Who decides about leave of the member: the leaders, else the managers. */
  private static List<Member> deciders(Organization organization, Member subject, LocalDate day) {
    List<Member> others =
        organization.activeMembers(day).stream()
            .filter(member -> !member.id().equals(subject.id()))
            .toList();
    boolean leads = organization.accessOn(subject, day).covers(Access.LEADER);
    List<Member> leaders =
        others.stream()
            .filter(member -> !leads && organization.leads(member.id(), subject, day))
            .toList();
    return leaders.isEmpty()
        ? others.stream()
            .filter(member -> organization.accessOn(member, day).covers(Access.MANAGER))
            .toList()
        : leaders;
  }

  /** One post to each reader but the caller, who has the answer. */
  private void post(
      Organization organization, Caller caller, List<Member> readers, Cause cause, String text) {
    readers.stream()
        .filter(reader -> !reader.id().equals(caller.memberId()))
        .flatMap(reader -> reader.privateChat(caller.conversation().channel()).stream())
        .distinct()
        .forEach(
            chat ->
                outbox.enqueue(
                    new Post(
                        "leave|" + organization.id() + "|" + cause.messageKey() + "|" + chat.key(),
                        organization.id(),
                        chat,
                        Lane.REMINDER,
                        OutboundMessage.text(text))));
  }

  private String text(String key, Map<String, String> values) {
    return texts.definition().text(key, values);
  }

  private static LocalDate day(Organization organization, Cause cause) {
    BusinessDay businessDay = organization.businessDay();
    return businessDay.of(cause.at());
  }
}
