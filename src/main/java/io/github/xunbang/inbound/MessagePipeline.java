package io.github.xunbang.inbound;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.ActLog;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandHandler.Effect;
import io.github.xunbang.command.CommandRouter;
import io.github.xunbang.command.CommandRouter.Found;
import io.github.xunbang.command.CommandRouter.Unknown;
import io.github.xunbang.command.Reply;
import io.github.xunbang.inbound.Authorization.Decision;
import io.github.xunbang.inbound.CallExecution.Answer;
import io.github.xunbang.inbound.Outcome.Result;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What happens to one message: clean, identify, route, authorize, handle. Never throws. */
final class MessagePipeline {

  private static final Logger log = LoggerFactory.getLogger(MessagePipeline.class);
  private static final int TEAMS_SHOWN = 8;
  private static final String NOT_STORED = "数据库暂时连不上，这条没有登记，请过一分钟再发一次";
  private static final String UNAVAILABLE = "数据库暂时连不上，请过一分钟再发一次";
  private static final String UNCONFIRMED = "暂时没能确认，请稍后发“我的”核对";

  private final TextCleaner cleaner;
  private final OrganizationService organizations;
  private final CommandRouter router;
  private final Authorization authorization;
  private final CallExecution execution;
  private final ReplyDecoration decoration;
  private final ActLog acts;

  MessagePipeline(
      TextCleaner cleaner,
      OrganizationService organizations,
      CommandRouter router,
      CallExecution execution,
      ReplyDecoration decoration,
      ActLog acts) {
    this.cleaner = cleaner;
    this.organizations = organizations;
    this.router = router;
    this.authorization = new Authorization(organizations);
    this.execution = execution;
    this.decoration = decoration;
    this.acts = acts;
  }

  /** Handles the message and says what to answer, whatever happens. */
  Outcome handle(InboundMessage message) {
    Progress progress = new Progress();
    Outcome outcome;
    try {
      outcome = process(message, progress);
    } catch (RuntimeException | Error e) {
      outcome = failed(e, progress);
    }
    return decoration.greeted(outcome, message.conversation());
  }

  /** How far a message came, for what to say when it fails. */
  private static final class Progress {

    private @Nullable Caller caller;
    private @Nullable CommandHandler handler;
  }

  private Outcome process(InboundMessage message, Progress progress) {
    if (message.text().length() > IncomingText.LONGEST) {
      return tooLong(message);
    }
    IncomingText incoming = IncomingText.of(message, cleaner);
    if (incoming.message().text().length() > IncomingText.LONGEST) {
      return tooLong(incoming.message());
    }
    if (incoming.onlyDeclined()) {
      return outcome(Result.UNKNOWN, incoming.declined() + "我看不了，请发文字，例如：日报 意向12 签单2", null);
    }
    Caller caller = organizations.identify(incoming.message());
    progress.caller = caller;
    CommandRouter.Route route = router.route(incoming.message(), caller);
    Outcome outcome =
        route instanceof Found found
            ? dispatch(found, caller, progress)
            : new Outcome(
                decoration.unbound(((Unknown) route).reply(), caller),
                Outcome.NO_COMMAND,
                Result.UNKNOWN,
                caller.organizationId());
    return decoration.decorated(
        outcome, incoming, caller, progress.handler != null && effect(progress) == Effect.LEDGER);
  }

  private static Outcome tooLong(InboundMessage message) {
    return outcome(
        Result.REFUSED,
        "这条太长了（" + message.text().length() + "字），一次最多" + IncomingText.LONGEST + "字，请分几条发",
        null);
  }

  private Outcome dispatch(Found found, Caller caller, Progress progress) {
    CommandCall call = found.call();
    if (call.definition().audience() != Access.GUEST) {
      List<Organization> undecided = organizations.undecided(call.message());
      if (!undecided.isEmpty()) {
        return new Outcome(
            Reply.text(whichTeam(undecided)), found.handler().name(), Result.REFUSED, null);
      }
    }
    Decision decision = authorization.decide(call.definition(), caller, call.message());
    if (decision.refusal() != null) {
      return new Outcome(
          Reply.text(decision.refusal()),
          found.handler().name(),
          Result.REFUSED,
          caller.organizationId());
    }
    progress.handler = found.handler();
    boolean guest = decision.verdict() == Authorization.Verdict.GUEST;
    Answer answer =
        execution.run(
            call.message().key(),
            found.handler().effect(),
            () -> guest ? answerGuest(found.handler(), call) : handle(found.handler(), call));
    return new Outcome(
        answer.reply(),
        found.handler().name(),
        guest ? Result.REFUSED : answer.result(),
        caller.organizationId());
  }

  /** Asked once: 切换 is remembered, and nothing of the message is stored before. */
  private static String whichTeam(List<Organization> organizations) {
    return "你在"
        + organizations.size()
        + "个团队里，私聊算哪个？这条先没登记，请先回一行，再发一次：\n"
        + organizations.stream()
            .limit(TEAMS_SHOWN)
            .map(organization -> "切换 " + organization.name())
            .collect(Collectors.joining("\n"))
        + (organizations.size() > TEAMS_SHOWN ? "\n别的也一样：切换 团队名" : "");
  }

  /**
   * Handles the call; what leaders, managers and administrators changed is noted. The change stands
   * when the note fails, so its failure is for the operator.
   */
  private Reply handle(CommandHandler handler, CommandCall call) {
    Reply reply = handler.handle(call);
    boolean act =
        handler.effect() == Effect.RECORD
            && !reply.changedNothing()
            && call.definition().audience().covers(Access.LEADER);
    if (act) {
      try {
        acts.record(call);
      } catch (RuntimeException e) {
        log.error(
            "Act done but not noted: command={} organization={} message={}",
            handler.name(),
            call.caller().organizationId(),
            call.message().key(),
            e);
      }
    }
    return reply;
  }

  private static Reply answerGuest(CommandHandler handler, CommandCall call) {
    return handler.handleGuest(call).orElseGet(() -> Reply.text(Authorization.ENROL));
  }

  private static Effect effect(Progress progress) {
    return progress.handler == null ? Effect.READ : progress.handler.effect();
  }

  private Outcome failed(Throwable failure, Progress progress) {
    DatabaseTrouble trouble = DatabaseTrouble.of(failure);
    String command = progress.handler == null ? Outcome.NO_COMMAND : progress.handler.name();
    String organizationId = progress.caller == null ? null : progress.caller.organizationId();
    boolean reading = progress.handler != null && effect(progress) == Effect.READ;
    if (trouble == DatabaseTrouble.NONE) {
      log.error("Message failed: command={} organization={}", command, organizationId, failure);
      return new Outcome(
          Reply.text(failureText(progress.handler == null || reading)),
          command,
          Result.FAILED,
          organizationId);
    }
    // Many messages fail alike then, so without the stack.
    log.warn("Database away: command={} trouble={} cause={}", command, trouble, failure.toString());
    // Before a handler ran nothing can have been written.
    String text =
        reading
            ? UNAVAILABLE
            : trouble == DatabaseTrouble.NOT_WRITTEN || progress.handler == null
                ? NOT_STORED
                : UNCONFIRMED;
    return new Outcome(Reply.text(text), command, Result.UNAVAILABLE, organizationId);
  }

  private static String failureText(boolean nothingStored) {
    String problem = "刚才出了点问题（编号" + MDC.get(Correlation.KEY) + "）";
    return nothingStored ? problem + "，没有登记，请再发一次" : problem + "，不确定有没有登记，请发“我的”核对";
  }

  private static Outcome outcome(Result result, String text, @Nullable String organizationId) {
    return new Outcome(Reply.text(text), Outcome.NO_COMMAND, result, organizationId);
  }
}
