package io.github.xunbang.command.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRouter;
import io.github.xunbang.command.CommandRouter.Found;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.internal.FakeCommands.Handler;
import io.github.xunbang.command.internal.FakeCommands.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Boots the room alone, with stand-ins for the handlers of other rooms. */
class CommandRoomIT {

  @Configuration(proxyBeanMethods = false)
  @ComponentScan(basePackageClasses = CommandConfiguration.class)
  static class Room {}

  private static ApplicationContextRunner room() {
    ApplicationContextRunner runner =
        new ApplicationContextRunner().withUserConfiguration(Room.class);
    List<CommandDefinition> commands =
        new LoadedCommandCatalog(new CommandLoader(CommandFiles.read(null)).commands()).all();
    for (CommandDefinition command : commands) {
      String name = command.name();
      if (!name.equals("帮助")) {
        runner = runner.withBean("fake" + name, CommandHandler.class, () -> Handler.named(name));
      }
    }
    for (String type : typesOfOtherRooms(commands)) {
      runner = runner.withBean(type, ArgumentType.class, () -> new Words(type, Set.of()));
    }
    return runner;
  }

  private static Set<String> typesOfOtherRooms(List<CommandDefinition> commands) {
    Set<String> own = Set.of("number", "amount", "date", "period", "text", "word");
    return commands.stream()
        .flatMap(command -> command.arguments().stream())
        .map(CommandDefinition.Argument::type)
        .filter(type -> !own.contains(type))
        .collect(Collectors.toSet());
  }

  @Test
  void answersHelpFromTheFiles() {
    room()
        .run(
            context -> {
              assertThat(context.getBean(CommandCatalog.class).find("帮助")).isPresent();
              Found found =
                  (Found)
                      context
                          .getBean(CommandRouter.class)
                          .route(FakeCommands.message("帮助"), FakeCommands.caller(Access.MEMBER));
              Reply reply = found.handler().handle(found.call());
              assertThat(reply.messages().get(0).text()).contains("帮助");
            });
  }

  @Test
  void aBadFileStopsTheStartWithEveryProblem(@TempDir Path overlay) throws IOException {
    Files.writeString(overlay.resolve("help.yaml"), "name: 帮助\nalias: [help]\n");
    Files.writeString(overlay.resolve("orphan.yaml"), "name: 孤儿\nhelp: 没有人管\n");

    room()
        .withPropertyValues("xunbang.commands-dir=" + overlay)
        .run(
            context -> {
              assertThat(context).hasFailed();
              Throwable failure = context.getStartupFailure();
              CommandFilesException cause =
                  Stream.iterate(failure, each -> each != null, Throwable::getCause)
                      .filter(CommandFilesException.class::isInstance)
                      .map(CommandFilesException.class::cast)
                      .findFirst()
                      .orElseThrow();
              FailureAnalysis printed = new CommandFilesFailureAnalyzer().analyze(failure, cause);
              assertThat(printed.getDescription())
                  .contains("help.yaml: unknown key \"alias\"")
                  .contains("help.yaml: the command has no help")
                  .contains("orphan.yaml: no handler for command \"孤儿\"");
            });
  }
}
