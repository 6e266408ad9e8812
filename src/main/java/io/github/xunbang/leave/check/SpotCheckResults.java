package io.github.xunbang.leave.check;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.leave.check.Draw.Entry;
import io.github.xunbang.leave.check.Draw.Verdict;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.outbox.Post.Lane;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a check found: appended, never overwritten, and told to the person in private. Whoever may
 * draw the scope may record it.
 */
@Component
class SpotCheckResults {

  private static final int REASON_LENGTH = 40;

  private final DrawRepository draws;
  private final OutboxService outbox;

  SpotCheckResults(DrawRepository draws, OutboxService outbox) {
    this.draws = draws;
    this.outbox = outbox;
  }

  /**
   * The draw of this number.
   *
   * @throws CheckProblem when there is none that the caller may read
   */
  Draw find(Organization organization, Caller caller, int number, LocalDate today) {
    return draws
        .find(organization.id(), number)
        .filter(draw -> mayRead(organization, caller, draw, today))
        .orElseThrow(() -> new CheckProblem("noDraw", Map.of("number", number)));
  }

  /** The last draws that the caller may read, newest first. */
  List<Draw> latest(Organization organization, Caller caller, int count, LocalDate today) {
    return draws.latest(organization.id(), count).stream()
        .filter(draw -> mayRead(organization, caller, draw, today))
        .toList();
  }

  /**
   * Records a result and tells the person.
   *
   * @throws CheckProblem when there is no such item, or the reason is missing
   */
  Draw record(
      CommandCall call,
      Organization organization,
      Draw draw,
      int item,
      Verdict verdict,
      String typedReason) {
    String reason = UntrustedText.oneLine(PhoneNumbers.masked(typedReason.strip()), REASON_LENGTH);
    if (item < 1 || item > draw.items().size()) {
      throw new CheckProblem(
          "noItem", Map.of("number", draw.number(), "count", draw.items().size()));
    }
    if (verdict == Verdict.DIFFERENT && reason.isEmpty()) {
      throw new CheckProblem("noReason", Map.of("number", draw.number(), "item", item));
    }
    String actor = call.caller().memberId() == null ? "admin" : call.caller().memberId();
    String key = call.message().key();
    Entry entry = new Entry(call.message().receivedAt(), actor, key, item, verdict.name(), reason);
    Draw stored =
        draws.update(
            organization.id(),
            draw.number(),
            found -> found.knows(key) ? found : found.with(found.items(), entry));
    tell(call, organization, stored, item, verdict, reason);
    return stored;
  }

  private static boolean mayRead(
      Organization organization, Caller caller, Draw draw, LocalDate today) {
    if (caller.access().covers(Access.MANAGER)) {
      return true;
    }
    Set<String> led =
        caller.memberId() == null ? Set.of() : organization.ledUnitIds(caller.memberId(), today);
    return draw.scope().startsWith("u:")
        && led.containsAll(List.of(draw.scope().substring(2).split(",")));
  }

  private void tell(
      CommandCall call,
      Organization organization,
      Draw draw,
      int item,
      Verdict verdict,
      String reason) {
    CommandDefinition texts = call.definition();
    String text =
        texts.text(
            verdict == Verdict.TRUE ? "toldTrue" : "toldDifferent",
            Map.of(
                "day",
                DateText.day(draw.day()),
                "kind",
                draw.kind().word(),
                "reason",
                reason,
                "name",
                call.caller().name()));
    String key =
        "spot-check|%s|%d-%d|%s"
            .formatted(organization.id(), draw.number(), item, call.message().key());
    organization
        .member(draw.items().get(item - 1).memberId())
        .flatMap(member -> member.privateChat(call.caller().conversation().channel()))
        .ifPresent(chat -> post(key, organization.id(), chat, text));
  }

  private void post(String key, String organizationId, Conversation chat, String text) {
    outbox.enqueue(new Post(key, organizationId, chat, Lane.REMINDER, OutboundMessage.text(text)));
  }
}
