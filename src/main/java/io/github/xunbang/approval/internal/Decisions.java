package io.github.xunbang.approval.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.ApprovalHandler;
import io.github.xunbang.approval.internal.Decision.Outcome;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What 批准 and 驳回 have in common: which request, whether the caller may, and doing it once. */
@Component
class Decisions {

  private static final int SHOWN = 8;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** A decision that a crash left unfinished may be taken again after this business time. */
  private static final Duration UNFINISHED = Duration.ofMinutes(1);

  private final ApprovalsRepository repository;
  private final OrganizationService organizations;
  private final ApprovalPosts posts;
  private final ObjectProvider<ApprovalHandler> handlers;

  Decisions(
      ApprovalsRepository repository,
      OrganizationService organizations,
      ApprovalPosts posts,
      ObjectProvider<ApprovalHandler> handlers) {
    this.repository = repository;
    this.organizations = organizations;
    this.posts = posts;
    this.handlers = handlers;
  }

  /** Decides what the input names, or the only request that waits for the caller. */
  Reply decide(CommandCall call, Outcome outcome) {
    if (call.caller().organizationId() == null) {
      throw call.rejection("noTeam", Map.of());
    }
    DecisionText typed = DecisionText.read(call.input());
    Organization organization = organizations.get(call.caller().organization());
    DecisionRights rights =
        new DecisionRights(
            organization, organization.businessDay().of(call.message().receivedAt()));
    if (typed.number() > 0) {
      Request request =
          repository
              .find(organization.id(), typed.number())
              .orElseThrow(() -> unknown(call, typed.number(), rights));
      return decide(call, outcome, request, typed.reason(), rights);
    }
    List<Request> waiting = waiting(call, rights);
    if (waiting.size() == 1 && typed.plain(outcome)) {
      return decide(call, outcome, waiting.get(0), typed.reason(), rights);
    }
    throw waiting.isEmpty()
        ? call.rejection("nothing", Map.of())
        : call.rejection("several", Map.of("count", waiting.size(), "requests", lines(waiting)));
  }

  private Reply decide(
      CommandCall call, Outcome outcome, Request request, String reason, DecisionRights rights) {
    checkRight(call, request.approval(), rights);
    Decision decision =
        new Decision(
            outcome,
            call.caller().name(),
            reason,
            call.message().receivedAt().truncatedTo(ChronoUnit.MILLIS),
            call.message().key(),
            false);
    Request claimed = claim(request, decision);
    Decision stored = Objects.requireNonNull(claimed.decision());
    if (!stored.messageKey().equals(decision.messageKey())) {
      throw already(call, claimed, stored);
    }
    Reply reply = carryOut(call, claimed, stored);
    store(claimed.decided(stored.carriedOut()));
    posts.tell(claimed, stored, call.caller().conversation());
    return reply;
  }

  private void checkRight(CommandCall call, Approval approval, DecisionRights rights) {
    if (!rights.mayDecide(approval, call.caller())) {
      String memberId = Objects.requireNonNullElse(call.caller().memberId(), "");
      String why =
          rights.isOwn(approval, memberId)
              ? "own"
              : rights.needsManager(approval) ? "manager" : "leader";
      throw call.rejection(why, Map.of("number", approval.number(), "title", approval.title()));
    }
  }

  /** The request with the decision that stands: this one, or one that was faster. */
  private Request claim(Request request, Decision decision) {
    return repository
        .update(
            request.approval().organizationId(),
            register ->
                register
                    .find(request.number())
                    .filter(stored -> free(stored, decision))
                    .map(stored -> register.replacing(stored.decided(decision)))
                    .orElse(register))
        .find(request.number())
        .orElse(request);
  }

  private static boolean free(Request stored, Decision next) {
    Decision earlier = stored.decision();
    return earlier == null
        || (!earlier.done() && earlier.at().plus(UNFINISHED).isBefore(next.at()));
  }

  private Reply carryOut(CommandCall call, Request claimed, Decision decision) {
    ApprovalHandler handler = handler(claimed.approval().kind());
    try {
      return decision.outcome() == Outcome.APPROVED
          ? handler.approved(claimed.approval(), call)
          : handler.rejected(claimed.approval(), decision.reason(), call);
    } catch (CommandRejectedException e) {
      store(claimed.decided(null));
      throw e;
    }
  }

  private void store(Request request) {
    repository.update(
        request.approval().organizationId(),
        register ->
            register.find(request.number()).isPresent() ? register.replacing(request) : register);
  }

  private ApprovalHandler handler(String kind) {
    return handlers
        .orderedStream()
        .filter(handler -> handler.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No handler for approvals of kind " + kind));
  }

  private List<Request> waiting(CommandCall call, DecisionRights rights) {
    return repository.find(call.caller().organization()).open().stream()
        .filter(request -> rights.mayDecide(request.approval(), call.caller()))
        .toList();
  }

  private RuntimeException unknown(CommandCall call, int number, DecisionRights rights) {
    List<Request> waiting = waiting(call, rights);
    return waiting.isEmpty()
        ? call.rejection("unknown", Map.of("number", number))
        : call.rejection("unknownOf", Map.of("number", number, "requests", lines(waiting)));
  }

  private RuntimeException already(CommandCall call, Request request, Decision decision) {
    Organization organization = organizations.get(call.caller().organization());
    ZonedDateTime at = decision.at().atZone(organization.businessDay().zone());
    return call.rejection(
        "already",
        Map.of(
            "number", request.number(),
            "title", request.approval().title(),
            "by", decision.by(),
            "when", DateText.day(at.toLocalDate()) + " " + TIME.format(at),
            "outcome", decision.outcome().word()));
  }

  private static String lines(List<Request> waiting) {
    String shown =
        waiting.stream()
            .limit(SHOWN)
            .map(request -> "#" + request.number() + " " + request.approval().title())
            .collect(Collectors.joining("\n"));
    return waiting.size() > SHOWN ? shown + "\n…等" + waiting.size() + "件" : shown;
  }
}
