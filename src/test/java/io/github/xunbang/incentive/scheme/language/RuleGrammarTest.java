package io.github.xunbang.incentive.scheme.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.incentive.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleGrammarTest {

  private static final Path TABLES =
      Path.of("src/test/resources/io/github/xunbang/incentive/scheme/language/RuleGrammarTest");

  private final ChineseRuleGrammar grammar = new ChineseRuleGrammar(new ATeam());

  @ParameterizedTest
  @MethodSource("understood")
  void aLineMeansTheseRules(String line, List<String> rules) {
    assertThat(read(line)).extracting(Compact::of).containsExactlyElementsOf(rules);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsNotClearIsNamedWithALineToTypeInstead(String line, List<String> answer) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(CommandRejectedException.class)
        .hasMessage(answer.get(0));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void theLineToTypeInsteadIsUnderstood(String line, List<String> answer) {
    String typed = answer.get(0).replaceFirst(".*方案 加 ", "");

    boolean suggests = answer.get(0).contains("方案 加 ");

    if (suggests) {
      for (String suggested : typed.split("，或 ")) {
        assertThat(read(suggested)).as(suggested).isNotEmpty();
      }
    }
  }

  @Test
  void theOrderOfTheWordsOfARuleDoesNotMatter() {
    String[] parts = {"签单10到19单", "月", "电话营销员", "少1单扣70", "封顶2000"};
    List<String> meant = read(String.join(" ", parts)).stream().map(Compact::of).toList();
    Random random = new Random(7);

    for (int i = 0; i < 50; i++) {
      List<String> shuffled = new ArrayList<>(List.of(parts));
      java.util.Collections.shuffle(shuffled, random);

      assertThat(read(String.join(" ", shuffled))).extracting(Compact::of).isEqualTo(meant);
    }
  }

  @Test
  void nothingThatIsTypedBreaksIt() {
    String alphabet = "业绩签单月前三后扣奖每少到满达不足由补第名各10% -%,.系数乘连续标题建议考核封顶五店活动w元分";
    Random random = new Random(3);

    for (int i = 0; i < 3000; i++) {
      StringBuilder line = new StringBuilder();
      for (int length = random.nextInt(25); length >= 0; length--) {
        line.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }

      try {
        read(line.toString());
      } catch (CommandRejectedException refused) {
        assertThat(refused.getMessage()).as(line.toString()).containsAnyOf("方案 加", "设置 活动");
      }
    }
  }

  private List<Rule> read(String line) {
    return grammar.read(line, ATeam.team(), ATeam.TODAY);
  }

  static Stream<Arguments> understood() throws IOException {
    return table("understood.txt");
  }

  static Stream<Arguments> refused() throws IOException {
    return table("refused.txt");
  }

  /** A typed line, below it what it means, indented behind a sign. */
  private static Stream<Arguments> table(String file) throws IOException {
    List<Arguments> rows = new ArrayList<>();
    List<String> meanings = new ArrayList<>();
    for (String line : Files.readAllLines(TABLES.resolve(file))) {
      if (line.startsWith("  ")) {
        meanings.add(line.substring(4));
      } else {
        meanings = new ArrayList<>();
        rows.add(Arguments.of(line, meanings));
      }
    }
    return rows.stream();
  }
}
