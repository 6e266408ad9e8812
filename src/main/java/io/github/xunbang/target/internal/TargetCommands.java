package io.github.xunbang.target.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import org.springframework.stereotype.Component;

/** 目标: everybody looks; managers set, split, check, import and cancel. */
@Component
class TargetCommands implements CommandHandler {

  private final OrganizationService organizations;
  private final TargetLines lines;
  private final SetTargets set;
  private final ShowTargets show;
  private final SplitTargets split;
  private final CheckTargets check;
  private final ImportTargets sheets;

  TargetCommands(
      OrganizationService organizations,
      TargetLines lines,
      SetTargets set,
      ShowTargets show,
      SplitTargets split,
      CheckTargets check,
      ImportTargets sheets) {
    this.organizations = organizations;
    this.lines = lines;
    this.set = set;
    this.show = show;
    this.split = split;
    this.check = check;
    this.sheets = sheets;
  }

  @Override
  public String name() {
    return "目标";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    TargetCall context = TargetCall.of(call, organizations.get(call.caller().organization()));
    List<String> typed = call.input().strip().lines().toList();
    String first = typed.isEmpty() ? "" : typed.get(0).strip();
    String verb = Verbs.of(first);
    String rest = first.substring(verb.length());
    if (verb.isEmpty()) {
      return plain(context, call.input());
    }
    context.requireManager();
    return switch (verb) {
      case Verbs.SPLIT -> split.split(context, lines.ahead(context, rest), call.input().strip());
      case Verbs.CHECK -> check.check(context, lines.ahead(context, rest));
      case Verbs.CANCEL -> set.cancel(context, lines.ahead(context, rest));
      case Verbs.HISTORY -> set.history(context, lines.asking(context, rest));
      case Verbs.IMPORT ->
          sheets.read(
              context,
              lines.ahead(context, rest),
              lines.subjects(context),
              typed.subList(1, typed.size()));
      default -> show.list(context, lines.asking(context, rest));
    };
  }

  private Reply plain(TargetCall context, String input) {
    TargetLine asked = lines.asking(context, input);
    if (!asked.setsSomething()) {
      return show.show(context, asked);
    }
    context.requireManager();
    return set.set(context, lines.ahead(context, input));
  }
}
