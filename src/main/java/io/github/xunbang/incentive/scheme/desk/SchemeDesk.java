package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.incentive.SchemeVerbs;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the verb of a 方案 line. */
@Component
class SchemeDesk implements SchemeVerbs {

  private final List<SchemeVerb> verbs;
  private final SchemeList list;
  private final OrganizationService organizations;

  SchemeDesk(List<SchemeVerb> verbs, SchemeList list, OrganizationService organizations) {
    this.verbs = List.copyOf(verbs);
    this.list = list;
    this.organizations = organizations;
  }

  @Override
  public Optional<Reply> handle(CommandCall call) {
    if (call.caller().organizationId() == null) {
      return Optional.empty();
    }
    String typed = TypedText.clean(call.input()).strip();
    Organization organization = organizations.get(call.caller().organization());
    SchemeCall whole =
        new SchemeCall(
            call, organization, organization.businessDay().of(call.message().receivedAt()), typed);
    if (typed.isEmpty()) {
      return list.all(whole);
    }
    for (SchemeVerb verb : verbs) {
      for (String word : verb.words()) {
        if (typed.startsWith(word)) {
          return Optional.of(verb.handle(whole.with(typed.substring(word.length()))));
        }
      }
    }
    return list.one(whole);
  }
}
