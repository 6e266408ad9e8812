package io.github.xunbang.command.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The READMEs show the commands of the files. {@code mvn test -Dtest=ReadmeCommandTableTest
 * -DupdateSnapshots} rewrites them, and still fails so that someone looks.
 */
class ReadmeCommandTableTest {

  /** Pieces of a line that the handbook explains by themselves. */
  private static final Set<String> PARTS = Set.of("小结：拜访五店", "明日：八店培训", "生效", "门店", "合计");

  @ParameterizedTest
  @CsvSource({"README.md, false", "README.zh-CN.md, true"})
  void theReadmeShowsTheCommandsOfTheFiles(Path readme, boolean chinese) throws IOException {
    String written = Files.readString(readme);
    String fresh = new CommandTable(catalog().all(), chinese).into(written);

    if (System.getProperty("updateSnapshots") != null) {
      Files.writeString(readme, fresh);
    }
    assertThat(written)
        .as("%s: command table is stale; run with -DupdateSnapshots and look at it", readme)
        .isEqualTo(fresh);
  }

  /** Reps read what members may use, managers the rest. */
  @ParameterizedTest
  @CsvSource({"docs/handbook/reps.md, false", "docs/handbook/managers.md, true"})
  void theHandbookShowsTheCommandsOfTheFiles(Path page, boolean managers) throws IOException {
    String written = Files.readString(page);
    List<CommandDefinition> commands =
        catalog().all().stream()
            .filter(command -> command.audience().covers(Access.LEADER) == managers)
            .toList();

    String fresh = new CommandTable(commands, true).into(written);

    if (System.getProperty("updateSnapshots") != null) {
      Files.writeString(page, fresh);
    }
    assertThat(written)
        .as("%s: command table is stale; run with -DupdateSnapshots and look at it", page)
        .isEqualTo(fresh);
  }

  /** What the handbook tells people to type begins with a word that exists, or is figures. */
  @ParameterizedTest
  @ValueSource(strings = {"docs/handbook/reps.md", "docs/handbook/managers.md"})
  void everyLineOfTheHandbookIsOneTheBotKnows(Path page) throws IOException {
    Set<String> words =
        catalog().all().stream()
            .flatMap(
                command -> Stream.concat(Stream.of(command.name()), command.aliases().stream()))
            .collect(Collectors.toSet());
    String prose = Files.readString(page).replaceFirst("(?s)<!-- commands:start -->.*", "");

    List<String> unknown =
        Pattern.compile("`([^`\n]+)`")
            .matcher(prose.replaceAll("(?s)```.*?```", ""))
            .results()
            .map(span -> span.group(1))
            .filter(span -> words.stream().noneMatch(span::startsWith))
            .filter(span -> span.chars().noneMatch(Character::isDigit))
            .filter(span -> !PARTS.contains(span))
            .toList();

    assertThat(unknown).isEmpty();
  }

  private static LoadedCommandCatalog catalog() {
    return new LoadedCommandCatalog(new CommandLoader(CommandFiles.read(null)).commands());
  }

  @Test
  void keepsWhatStandsAroundTheMarkers() {
    CommandFile file =
        FakeCommands.file("rank.yaml", "排名", "examples: [{say: '排名 a|b', reply: …}]");
    LoadedCommandCatalog catalog =
        new LoadedCommandCatalog(new CommandLoader(List.of(file)).commands());

    String readme =
        new CommandTable(catalog.all(), true)
            .into("前\n" + CommandTable.START + "\n旧\n" + CommandTable.END + "\n后\n");

    assertThat(readme)
        .isEqualTo(
            "前\n"
                + CommandTable.START
                + "\n| 命令 | 也可以说 | 谁能用 | 说明 | 例子 |\n|---|---|---|---|---|\n"
                + "| 排名 |  | 成员 | 试试 | `排名 a\\|b` |\n"
                + CommandTable.END
                + "\n后\n");
  }
}
