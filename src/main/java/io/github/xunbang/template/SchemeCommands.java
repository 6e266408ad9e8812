package io.github.xunbang.template;

import io.github.xunbang.approval.OpenQuestions;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.SchemeVerbs;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 方案: lists the ready templates and sets a team up from one of them, so that a new team runs within
 * two messages (design section 5, First contact); the rest is the incentive room's.
 */
@Component
class SchemeCommands implements CommandHandler {

  private static final String ENABLE = "启用";
  private static final Duration QUESTION_VALID = Duration.ofDays(1);

  private final TeamTemplates templates;
  private final TemplateLines lines;
  private final OpenQuestions questions;
  private final SchemeVerbs schemes;
  private final OrganizationService organizations;

  SchemeCommands(
      TeamTemplates templates,
      TemplateLines lines,
      OpenQuestions questions,
      SchemeVerbs schemes,
      OrganizationService organizations) {
    this.schemes = schemes;
    this.organizations = organizations;
    this.templates = templates;
    this.lines = lines;
    this.questions = questions;
  }

  @Override
  public String name() {
    return "方案";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    String typed = call.input().strip();
    if (!typed.startsWith(ENABLE)) {
      return other(call, typed);
    }
    String name = typed.substring(ENABLE.length()).strip();
    TeamTemplate template =
        templates
            .named(name)
            .orElseThrow(
                () ->
                    call.rejection(
                        "unknown",
                        Map.of("name", UntrustedText.oneLine(name, 12), "names", names())));
    return enable(call, template);
  }

  /** Everything but setting a team up is about its incentive schemes. */
  private Reply other(CommandCall call, String typed) {
    Optional<Reply> answer = schemes.handle(call);
    if (!typed.isEmpty()) {
      return answer.orElseThrow(() -> call.rejection("usage", Map.of("names", names())));
    }
    List<OutboundMessage> texts = new ArrayList<>();
    answer.ifPresent(own -> texts.addAll(own.messages()));
    Reply ready =
        answer.isEmpty()
            ? call.reply("list", Map.of("templates", list()))
            : call.reply("more", Map.of("names", names()));
    texts.addAll(ready.messages());
    return Reply.text(texts.stream().map(OutboundMessage::text).collect(Collectors.joining("\n")))
        .changingNothing();
  }

  private Reply enable(CommandCall call, TeamTemplate template) {
    List<String> refused = new ArrayList<>();
    int done = 0;
    for (String line : template.lines(month(call))) {
      var refusal = lines.say(line, done + refused.size() + 1, call.message(), call.caller());
      if (refusal.isPresent()) {
        refused.add(line + "：" + refusal.get());
      } else {
        done++;
      }
    }
    StringBuilder text =
        new StringBuilder(
            call.definition()
                .text(
                    "enabled",
                    Map.of("name", template.name(), "about", template.about(), "count", done)));
    if (!refused.isEmpty()) {
      text.append('\n')
          .append(call.definition().text("refused", Map.of("lines", String.join("\n", refused))));
    }
    if (template.asksWorkdays()) {
      askWorkdays(call, template);
      text.append('\n').append(call.definition().text("workdays", Map.of()));
    }
    return Reply.text(text.toString());
  }

  private Period month(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    return organization
        .periods()
        .containing(PeriodType.MONTH, organization.businessDay().of(call.message().receivedAt()));
  }

  private void askWorkdays(CommandCall call, TeamTemplate template) {
    questions.ask(
        call.caller(),
        WorkdaysQuestion.KIND,
        "每周哪几天上班",
        WorkdaysQuestion.OPTIONS,
        Map.of("template", template.name()),
        call.message().receivedAt().plus(QUESTION_VALID));
  }

  private String list() {
    return templates.all().stream()
        .map(template -> template.name() + "：" + template.about())
        .collect(Collectors.joining("\n"));
  }

  private String names() {
    return templates.all().stream().map(TeamTemplate::name).collect(Collectors.joining("、"));
  }
}
