package io.github.xunbang.leave.check;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.Mention;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.outbox.Post.Lane;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 查岗: asks those on duty to say a word within some minutes (S-24). */
@Component
class RollCallCommands implements CommandHandler {

  static final String NAME = "查岗";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final OrganizationService organizations;
  private final RollCallDesk desk;
  private final OutboxService outbox;

  RollCallCommands(OrganizationService organizations, RollCallDesk desk, OutboxService outbox) {
    this.organizations = organizations;
    this.desk = desk;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    try {
      return answer(call, organizations.get(call.caller().organization()));
    } catch (CheckProblem problem) {
      throw problem.toRejection(call);
    }
  }

  private Reply answer(CommandCall call, Organization organization) {
    LocalDate day = organization.businessDay().of(call.message().receivedAt());
    RollCallRequest request = RollCallRequest.read(call.input(), organization, day);
    RollCall opened = desk.open(call, organization, request);
    OutboundMessage post = post(call, organization, opened, request);
    if (call.caller().conversation().isGroup()) {
      return new Reply(List.of(post));
    }
    outbox.enqueue(
        new Post(
            RollCallDesk.KIND + "|" + organization.id() + "|" + opened.key() + "|asked",
            organization.id(),
            opened.group(),
            Lane.REPLY,
            post));
    return call.reply(
        "posted",
        Map.of(
            "label",
            opened.label(),
            "count",
            opened.members().size(),
            "until",
            until(organization, opened)));
  }

  private static OutboundMessage post(
      CommandCall call, Organization organization, RollCall opened, RollCallRequest request) {
    List<Member> asked =
        opened.members().stream().flatMap(id -> organization.member(id).stream()).toList();
    String text =
        call.definition()
            .text(
                "asked",
                Map.of(
                    "names",
                    RollCallNames.of(asked),
                    "count",
                    asked.size(),
                    "minutes",
                    request.length().toMinutes(),
                    "until",
                    until(organization, opened)));
    return new OutboundMessage(
        text,
        asked.stream().flatMap(member -> mention(member, opened.group())).toList(),
        List.of());
  }

  private static Stream<Mention> mention(Member member, Conversation group) {
    String channel = group.channel() + ":";
    return member.identities().stream()
        .filter(identity -> identity.startsWith(channel))
        .limit(1)
        .map(identity -> new Mention(identity.substring(channel.length()), member.name()));
  }

  private static String until(Organization organization, RollCall call) {
    return TIME.format(call.until().atZone(organization.businessDay().zone()));
  }
}
