package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.settlement.PrivateAnswers;
import io.github.xunbang.incentive.settlement.internal.AwardVerb.Said;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
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

  private final OrganizationService organizations;
  private final PrivateAnswers answers;
  private final Map<String, AwardVerb> verbs = new HashMap<>();
  private final List<String> words;

  AwardCommands(OrganizationService organizations, PrivateAnswers answers, List<AwardVerb> verbs) {
    this.organizations = organizations;
    this.answers = answers;
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
    try {
      AwardRequest request = request(call);
      Said said = verbs.get(request.verb()).run(request);
      Reply reply = answers.answer(call, said.text());
      return said.changed() ? reply : reply.changingNothing();
    } catch (CommandRejectedException refused) {
      return answers.answer(call, String.valueOf(refused.getMessage())).changingNothing();
    }
  }

  private AwardRequest request(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    String input = call.input().strip();
    String verb = words.stream().filter(word -> begins(input, word)).findFirst().orElse("");
    return new AwardRequest(
        call,
        organization,
        organization.businessDay().of(call.message().receivedAt()),
        verb,
        input.substring(verb.length()).strip());
  }

  private static boolean begins(String input, String word) {
    if (!input.startsWith(word)) {
      return false;
    }
    String rest = input.substring(word.length());
    return rest.isEmpty() || !Character.isIdeographic(rest.codePointAt(0)) || rest.startsWith("全");
  }
}
