package io.github.xunbang.leave.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** 请假: asks for leave, for oneself or one's people; alone it lists the own leave. */
@Component
class LeaveCommands implements CommandHandler {

  static final String NAME = "请假";

  private static final Set<String> ROSTER = Set.of("名单", "谁", "有谁", "都有谁", "情况");
  private static final int SHOWN = 6;

  private final LeaveTaking taking;
  private final LeaveTexts texts;
  private final LeaveStore store;
  private final WhoIsOff whoIsOff;

  LeaveCommands(LeaveTaking taking, LeaveTexts texts, LeaveStore store, WhoIsOff whoIsOff) {
    this.taking = taking;
    this.texts = texts;
    this.store = store;
    this.whoIsOff = whoIsOff;
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
      return answer(call);
    } catch (LeaveProblem problem) {
      throw problem.toRejection(texts.definition());
    }
  }

  private Reply answer(CommandCall call) {
    String typed = call.message().text().strip();
    if (RestingLine.is(typed, taking.organization(call), call.message().receivedAt())) {
      return taking.offer(call, RestingLine.body(typed), RestingLine.kind(typed));
    }
    String input = call.input();
    if (input.isBlank()) {
      return own(call);
    }
    if (ROSTER.contains(input)) {
      if (!call.caller().access().covers(Access.LEADER)) {
        throw new LeaveProblem("leadersOnly");
      }
      return whoIsOff.answer(call);
    }
    return taking.take(call, input, kindWord(typed, input));
  }

  /** 病假 明天 names the kind in the command word itself. */
  private static String kindWord(String typed, String input) {
    String word = typed.substring(0, Math.max(0, typed.length() - input.length()));
    return IntStream.range(0, word.length())
        .mapToObj(at -> LeaveKinds.at(word, at))
        .flatMap(Optional::stream)
        .map(LeaveKinds.Found::kind)
        .findFirst()
        .orElse("");
  }

  /** What runs, what comes, and what still waits. */
  private Reply own(CommandCall call) {
    Organization organization = taking.organization(call);
    Member self = LeaveTaking.self(call.caller(), organization);
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    List<Leave> leaves =
        store.around(organization.id(), self.id(), today).stream()
            .filter(leave -> leave.live() && !leave.last().isBefore(today))
            .toList();
    if (leaves.isEmpty()) {
      return call.reply("none", Map.of("kinds", LeaveKinds.LIST));
    }
    String lines =
        leaves.stream().limit(SHOWN).map(LeaveCommands::line).collect(Collectors.joining("\n"));
    String more = leaves.size() > SHOWN ? "\n…共" + leaves.size() + "段" : "";
    return call.reply("own", Map.of("name", self.name(), "leaves", lines + more));
  }

  private static String line(Leave leave) {
    boolean waits = leave.state() == Leave.State.WAITING && leave.approvalNumber() > 0;
    return leave.dates()
        + " "
        + leave.kindWord()
        + " "
        + leave.state().word()
        + (waits ? " #" + leave.approvalNumber() : "");
  }
}
