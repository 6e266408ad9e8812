package io.github.xunbang.command.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The READMEs show the commands of the files. {@code mvn test -Dtest=ReadmeCommandTableTest
 * -DupdateSnapshots} rewrites them, and still fails so that someone looks.
 */
class ReadmeCommandTableTest {

  @ParameterizedTest
  @CsvSource({"README.md, false", "README.zh-CN.md, true"})
  void theReadmeShowsTheCommandsOfTheFiles(Path readme, boolean chinese) throws IOException {
    String written = Files.readString(readme);
    LoadedCommandCatalog catalog =
        new LoadedCommandCatalog(new CommandLoader(CommandFiles.read(null)).commands());

    String fresh = new CommandTable(catalog.all(), chinese).into(written);

    if (System.getProperty("updateSnapshots") != null) {
      Files.writeString(readme, fresh);
    }
    assertThat(written)
        .as("%s: command table is stale; run with -DupdateSnapshots and look at it", readme)
        .isEqualTo(fresh);
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
