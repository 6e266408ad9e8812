package io.github.xunbang.reminder;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * 催报 by hand: names who is missing at once, a leader's own units or everybody. Not in quiet hours
 * (S-117) and not oftener than {@link CoolDown} allows.
 */
@Component
class RemindCommands implements CommandHandler {

  private final OrganizationService organizations;
  private final AutoPosts autoPosts;
  private final Workdays workdays;
  private final ReportingDuty duty;
  private final ReminderPosts posts;
  private final CoolDown coolDown;

  RemindCommands(
      OrganizationService organizations,
      AutoPosts autoPosts,
      Workdays workdays,
      ReportingDuty duty,
      ReminderPosts posts,
      CoolDown coolDown) {
    this.organizations = organizations;
    this.autoPosts = autoPosts;
    this.workdays = workdays;
    this.duty = duty;
    this.posts = posts;
    this.coolDown = coolDown;
  }

  @Override
  public String name() {
    return "催报";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate day = organization.businessDay().of(call.message().receivedAt());
    Map<String, String> asked = Map.of("day", DateText.day(day));
    if (!workdays.isWorkday(organization.id(), day)) {
      return call.reply("restDay", asked).changingNothing();
    }
    List<Member> missing = duty.standing(organization, call.caller(), day).missing();
    if (missing.isEmpty()) {
      return call.reply("nobody", asked).changingNothing();
    }
    refuseInQuietHours(call, organization);
    return remind(call, organization, day, missing);
  }

  private Reply remind(
      CommandCall call, Organization organization, LocalDate day, List<Member> missing) {
    Conversation here = call.caller().conversation();
    Map<Conversation, OutboundMessage> messages = posts.perGroup(organization, day, missing);
    // A group that only takes reports is reminded all the same when somebody asks for it there.
    organization
        .group(here)
        .flatMap(group -> posts.inGroup(organization, group, day, missing))
        .ifPresent(message -> messages.putIfAbsent(here, message));
    if (messages.isEmpty()) {
      throw call.rejection("noGroup", Map.of());
    }
    takeTurn(call, organization);
    String key = String.join("|", "reminder", organization.id(), call.message().key());
    messages.forEach(
        (group, message) -> {
          if (!group.equals(here)) {
            posts.post(organization, key, group, message);
          }
        });
    posts.postPrivately(organization, key, day, missing);
    OutboundMessage post = messages.get(here);
    return post != null
        ? new Reply(List.of(post))
        : call.reply(
            "done",
            Map.of(
                "count", missing.size(),
                "groups", messages.size(),
                "names", PersonNames.of(missing)));
  }

  private void takeTurn(CommandCall call, Organization organization) {
    Instant now = call.message().receivedAt();
    coolDown
        .take(organization.id(), scope(call, organization), call.message().key(), now)
        .ifPresent(
            last -> {
              ZoneId zone = organization.businessDay().zone();
              throw call.rejection(
                  "tooSoon",
                  Map.of(
                      "last",
                      MinuteText.of(last, zone),
                      "again",
                      MinuteText.after(last.plus(CoolDown.LENGTH), zone)));
            });
  }

  private void refuseInQuietHours(CommandCall call, Organization organization) {
    QuietHours quiet = autoPosts.quietHours(organization);
    Instant now = call.message().receivedAt();
    if (quiet.endOf(now, organization.businessDay().zone()).isPresent()) {
      throw call.rejection("quiet", Map.of("hours", quiet.from() + "-" + quiet.to()));
    }
  }

  /** Two leaders of the same units share one turn. */
  private static String scope(CommandCall call, Organization organization) {
    if (call.caller().access().covers(Access.MANAGER)) {
      return CoolDown.ALL;
    }
    LocalDate day = organization.businessDay().of(call.message().receivedAt());
    return "u:"
        + String.join(",", new TreeSet<>(organization.ledUnitIds(call.caller().member(), day)));
  }
}
