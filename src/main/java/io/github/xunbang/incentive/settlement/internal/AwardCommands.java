package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.settlement.internal.AwardVerb.Said;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * 奖惩: shows the lines that somebody may see and lets managers decide about them. Every answer,
 * refusals too, is read in private only (design section 8).
 */
@Component
class AwardCommands implements CommandHandler {

  private final PrivateDesk desk;
  private final Map<String, AwardVerb> verbs = new HashMap<>();
  private final List<String> words;

  AwardCommands(PrivateDesk desk, List<AwardVerb> verbs) {
    this.desk = desk;
    for (AwardVerb verb : verbs) {
      verb.words().forEach(word -> this.verbs.put(word, verb));
    }
    // The longest first: 确认 31 and 确认31, but 定金 is no 定.
    this.words =
        this.verbs.keySet().stream()
            .filter(word -> !word.isEmpty())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  @Override
  public String name() {
    return "奖惩";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    return desk.answer(call, this::run);
  }

  private Said run(AwardRequest typed) {
    String verb = words.stream().filter(word -> begins(typed.rest(), word)).findFirst().orElse("");
    return verbs.get(verb).run(typed.with(verb));
  }

  private static boolean begins(String input, String word) {
    if (!input.startsWith(word)) {
      return false;
    }
    String rest = input.substring(word.length());
    return rest.isEmpty() || !Character.isIdeographic(rest.codePointAt(0)) || rest.startsWith("全");
  }
}
