package io.github.xunbang.leave.check;

import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.FreeTextHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.leave.OutingFiled;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 到, 在, 到岗: answers a roll call, and only while one is open for the speaker; at any other time the
 * words are what they were. 外出 answers it too.
 */
@Component
@Order(20)
class RollCallAnswerCommands implements CommandHandler, FreeTextHandler {

  private static final Pattern HERE =
      Pattern.compile("\\s*(?:我)?(?:到|在|到岗|在岗|已到岗|已到|到了|在的|在呢|在这|在线)[\\s了啦。.!！~～]*");

  private final RollCallRepository repository;
  private final OrganizationService organizations;

  RollCallAnswerCommands(RollCallRepository repository, OrganizationService organizations) {
    this.repository = repository;
    this.organizations = organizations;
  }

  /** An answer that stands, and what it answers. */
  private record Noted(RollCall call, RollCallAnswer answer) {}

  @Override
  public String name() {
    return "到岗";
  }

  @Override
  public String commandName() {
    return name();
  }

  @Override
  public Precedence precedence() {
    return Precedence.BEFORE_COMMANDS;
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  /** 到岗 may be a metric of promoters. */
  @Override
  public boolean yieldsToFigures() {
    return true;
  }

  @Override
  public boolean claims(InboundMessage message, Caller caller) {
    return caller.organizationId() != null
        && caller.memberId() != null
        && HERE.matcher(message.text()).matches()
        && running(caller.organization(), caller.member(), message.receivedAt()).isPresent();
  }

  @Override
  public Reply handle(CommandCall call) {
    Optional<Noted> noted =
        note(
            call.caller().organization(),
            call.caller().member(),
            call.message().receivedAt(),
            false);
    if (noted.isEmpty()) {
      return call.reply("noRollCall");
    }
    long minutes = noted.get().answer().minutes(noted.get().call());
    return call.reply(
        minutes == 0 ? "atOnce" : "noted",
        Map.of("name", call.caller().name(), "minutes", minutes));
  }

  @EventListener
  void onOuting(OutingFiled filed) {
    note(filed.organizationId(), filed.memberId(), filed.at(), true);
  }

  private Optional<Noted> note(String organizationId, String memberId, Instant at, boolean outing) {
    LocalDate day = organizations.get(organizationId).businessDay().of(at);
    return running(organizationId, memberId, at)
        .map(
            call -> {
              RollCallAnswer answer = new RollCallAnswer(memberId, at, outing);
              boolean first = repository.answer(organizationId, day, call, answer);
              return new Noted(
                  call,
                  first
                      ? answer
                      : repository.answer(organizationId, day, call, memberId).orElse(answer));
            });
  }

  private Optional<RollCall> running(String organizationId, String memberId, Instant at) {
    LocalDate day = organizations.get(organizationId).businessDay().of(at);
    return repository.find(organizationId, day).runningFor(memberId, at);
  }
}
