package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.settlement.PrivateAnswers;
import io.github.xunbang.incentive.settlement.internal.AwardVerb.Said;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Lets a command about awards answer in private only, its refusals too (design section 8). */
@Component
class PrivateDesk {

  private final OrganizationService organizations;
  private final PrivateAnswers answers;

  PrivateDesk(OrganizationService organizations, PrivateAnswers answers) {
    this.organizations = organizations;
    this.answers = answers;
  }

  /** What {@code work} says, read by the caller alone. */
  Reply answer(CommandCall call, Function<AwardRequest, Said> work) {
    try {
      Said said = work.apply(request(call));
      Reply reply = answers.answer(call, said.text());
      return said.changed() ? reply : reply.changingNothing();
    } catch (CommandRejectedException refused) {
      return answers.answer(call, String.valueOf(refused.getMessage())).changingNothing();
    }
  }

  private AwardRequest request(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    return new AwardRequest(
        call,
        organization,
        organization.businessDay().of(call.message().receivedAt()),
        "",
        call.input().strip());
  }
}
