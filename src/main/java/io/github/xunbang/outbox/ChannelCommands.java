package io.github.xunbang.outbox;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 渠道: which channels work, what did not arrive, sending it again, and what channels set up. */
final class ChannelCommands implements CommandHandler {

  private static final Pattern AGAIN =
      Pattern.compile("(?:重发|补发|再发)\\s*(?:[#＃]?\\s*(\\d{1,9})号?|(全部|所有)\\s*(?:(\\d{1,4})条)?)");
  private static final Pattern WORD = Pattern.compile("(\\S+)\\s*(.*)", Pattern.DOTALL);
  private static final int SHOWN = 8;

  /** As many go at once without having been asked about. */
  private static final int UNASKED = 3;

  private final DurableOutboxService outbox;
  private final DeliveryTroubles troubles;
  private final BusinessClock clock;
  private final Supplier<List<DeliveryChannel>> channels;
  private final Supplier<List<ChannelSetup>> setups;

  ChannelCommands(
      DurableOutboxService outbox,
      DeliveryTroubles troubles,
      BusinessClock clock,
      Supplier<List<DeliveryChannel>> channels,
      Supplier<List<ChannelSetup>> setups) {
    this.outbox = outbox;
    this.troubles = troubles;
    this.clock = clock;
    this.channels = channels;
    this.setups = setups;
  }

  @Override
  public String name() {
    return "渠道";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    String input = call.input().strip();
    if (input.isEmpty()) {
      return state(call).changingNothing();
    }
    Matcher again = AGAIN.matcher(input);
    if (again.matches()) {
      return again.group(1) == null ? allAgain(call, again.group(3)) : again(call, again.group(1));
    }
    Matcher word = WORD.matcher(input);
    Optional<ChannelSetup> setup =
        word.matches()
            ? setups.get().stream().filter(it -> it.word().equals(word.group(1))).findFirst()
            : Optional.empty();
    // Its line may hold a secret and must not become an act that others read.
    return setup
        .map(it -> it.handle(call, word.group(2).strip()).changingNothing())
        .orElseThrow(() -> call.rejection("usage", Map.of()));
  }

  private Reply state(CommandCall call) {
    String organizationId = call.caller().organization();
    Map<String, Long> queues = outbox.waitingByChannel(organizationId);
    List<String> lines = new ArrayList<>();
    for (DeliveryChannel channel : channels.get()) {
      if (!channel.title().isEmpty()) {
        lines.add(ChannelText.line(channel, troubles.lastError(channel), queues));
      }
    }
    setups.get().forEach(setup -> lines.add(setup.help()));
    List<TroublesDocument.Open> open = troubles.open(organizationId);
    if (open.isEmpty()) {
      lines.add(call.definition().text("allWell", Map.of()));
    } else {
      lines.add(call.definition().text("open", Map.of("count", open.size())));
      open.stream()
          .skip(Math.max(0, open.size() - SHOWN))
          .map(each -> ChannelText.line(each, clock.instant()))
          .forEach(lines::add);
      int example = open.get(open.size() - 1).number();
      lines.add(call.definition().text("again", Map.of("number", example)));
    }
    return Reply.text(String.join("\n", lines));
  }

  private Reply again(CommandCall call, String typed) {
    int number = Integer.parseInt(typed);
    TroublesDocument.Open open =
        troubles.open(call.caller().organization()).stream()
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow(() -> call.rejection("noSuch", Map.of("number", number)));
    boolean sent = sendAgain(call, open);
    Map<String, Object> values = Map.of("number", number, "title", open.title());
    return sent ? call.reply("sent", values) : call.reply("over", values).changingNothing();
  }

  /**
   * What may have arrived is sent again only one by one, by somebody who looked. Many at once are
   * asked about: the answer names their number, so that it means these and no others.
   *
   * @param confirmed the number that was typed, or null
   */
  private Reply allAgain(CommandCall call, @Nullable String confirmed) {
    List<TroublesDocument.Open> open = troubles.open(call.caller().organization());
    List<TroublesDocument.Open> failed =
        open.stream().filter(each -> each.outcome() == PostState.FAILED).toList();
    if (failed.size() > UNASKED && !String.valueOf(failed.size()).equals(confirmed)) {
      return call.reply("many", Map.of("count", failed.size())).changingNothing();
    }
    long sent = failed.stream().filter(each -> sendAgain(call, each)).count();
    long unknown = open.stream().filter(each -> each.outcome() == PostState.UNKNOWN).count();
    String key =
        sent > 0 ? (unknown > 0 ? "sentSome" : "sentAll") : unknown > 0 ? "onlyUnknown" : "none";
    Reply reply = call.reply(key, Map.of("count", sent, "unknown", unknown));
    return sent > 0 ? reply : reply.changingNothing();
  }

  private boolean sendAgain(CommandCall call, TroublesDocument.Open open) {
    return outbox.retry(
        open.postKey(),
        call.message().key(),
        () -> troubles.close(call.caller().organization(), open.number()));
  }
}
