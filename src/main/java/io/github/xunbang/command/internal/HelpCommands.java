package io.github.xunbang.command.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandDefinition.Example;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * 帮助: what the caller may type here, short enough for a phone, or one command with its examples.
 * Written from the files alone.
 */
@Component
final class HelpCommands implements CommandHandler {

  private static final String DAILY_REPORT = "日报";
  private static final int MOST_EXAMPLES = 4;

  private final CommandCatalog catalog;
  // Asked late: this handler is one of them.
  private final ObjectProvider<CommandHandler> handlers;

  HelpCommands(CommandCatalog catalog, ObjectProvider<CommandHandler> handlers) {
    this.catalog = catalog;
    this.handlers = handlers;
  }

  private enum Section {
    REPORT("上报"),
    QUERY("查询"),
    MANAGE("管理"),
    START("开始");

    private final String title;

    Section(String title) {
      this.title = title;
    }
  }

  @Override
  public String name() {
    return "帮助";
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public Reply handle(CommandCall call) {
    Optional<String> asked = call.arguments().find("command", String.class);
    return asked.isPresent() ? one(call, asked.get()) : overview(call);
  }

  private Reply overview(CommandCall call) {
    Map<Section, List<String>> sections = new EnumMap<>(Section.class);
    Map<String, Effect> effects =
        handlers.stream()
            .collect(Collectors.toMap(CommandHandler::name, CommandHandler::effect, (a, b) -> a));
    usable(call.caller())
        .forEach(
            command ->
                sections
                    .computeIfAbsent(
                        section(command, effects.getOrDefault(command.name(), Effect.READ)),
                        section -> new ArrayList<>())
                    .add(command.name()));
    String lines =
        sections.entrySet().stream()
            .map(entry -> entry.getKey().title + "：" + String.join(" ", entry.getValue()))
            .collect(Collectors.joining("\n"));
    return call.reply("overview", Map.of("commands", lines));
  }

  private List<CommandDefinition> usable(Caller caller) {
    return catalog.all().stream()
        .filter(command -> caller.access().covers(command.audience()))
        .sorted(Comparator.comparing(command -> !command.name().equals(DAILY_REPORT)))
        .toList();
  }

  private static Section section(CommandDefinition command, Effect effect) {
    if (effect == Effect.LEDGER) {
      return Section.REPORT;
    }
    if (command.audience() == Access.ADMIN
        || (command.audience() == Access.GUEST && effect == Effect.RECORD)) {
      return Section.START;
    }
    if (command.audience().covers(Access.LEADER)) {
      return Section.MANAGE;
    }
    return effect == Effect.READ ? Section.QUERY : Section.REPORT;
  }

  private Reply one(CommandCall call, String asked) {
    String folded = CommandText.fold(asked);
    CommandDefinition command =
        catalog.all().stream()
            .filter(each -> isCalled(each, folded))
            .findFirst()
            .orElseThrow(
                () ->
                    call.rejection("unknown", Map.of("command", UntrustedText.oneLine(asked, 12))));
    List<String> lines = new ArrayList<>();
    lines.add(command.name() + "：" + command.help());
    if (!command.aliases().isEmpty()) {
      lines.add("也可以说：" + String.join(" ", command.aliases()));
    }
    if (command.audience() != Access.GUEST && command.audience() != Access.MEMBER) {
      lines.add("谁能用：" + AudienceWords.of(command.audience()));
    }
    List<String> examples =
        command.examples().stream().map(Example::say).distinct().limit(MOST_EXAMPLES).toList();
    if (!examples.isEmpty()) {
      lines.add("例如：");
      lines.addAll(examples);
    }
    return Reply.text(String.join("\n", lines));
  }

  private static boolean isCalled(CommandDefinition command, String folded) {
    return CommandText.fold(command.name()).equals(folded)
        || command.aliases().stream().anyMatch(alias -> CommandText.fold(alias).equals(folded));
  }
}
