package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** 规则: the sheet in force, one rule with its versions, and 规则 改 for managers (S-98, S-149). */
@Component
class RuleCommands implements CommandHandler {

  private static final Pattern RULE = Pattern.compile("[Rr]\\d{1,6}");
  private static final Pattern PAGE = Pattern.compile("第?(\\d{1,3})页?");
  private static final Pattern CHANGE = Pattern.compile("(?:改|修改|更改)\\s*(.*)", Pattern.DOTALL);

  private final OrganizationService organizations;
  private final RuleSheet sheet;
  private final RuleChange change;

  RuleCommands(OrganizationService organizations, RuleSheet sheet, RuleChange change) {
    this.organizations = organizations;
    this.sheet = sheet;
    this.change = change;
  }

  @Override
  public String name() {
    return "规则";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public boolean yieldsToFigures() {
    return false;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    String words = call.input().strip();
    SchemeCall asked =
        new SchemeCall(
            call, organization, organization.businessDay().of(call.message().receivedAt()), words);
    Matcher changing = CHANGE.matcher(words);
    if (changing.matches()) {
      if (!call.caller().access().covers(Access.MANAGER)) {
        throw call.rejection("managersOnly", Map.of());
      }
      return change.handle(asked.with(changing.group(1)));
    }
    if (RULE.matcher(words).matches()) {
      return sheet.one(asked, words.toUpperCase(Locale.ROOT)).changingNothing();
    }
    Matcher page = PAGE.matcher(words);
    if (!words.isEmpty() && !page.matches()) {
      throw call.rejection("usage", Map.of());
    }
    return sheet
        .page(asked, words.isEmpty() ? 1 : Integer.parseInt(page.group(1)))
        .changingNothing();
  }
}
