package io.github.xunbang.template;

import io.github.xunbang.approval.OpenQuestions;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 方案: lists the ready templates and sets a team up from one of them, so that a new team runs within
 * two messages (design section 5, First contact).
 */
@Component
class SchemeCommands implements CommandHandler {

  private static final String ENABLE = "启用";
  private static final Duration QUESTION_VALID = Duration.ofDays(1);

  private final TeamTemplates templates;
  private final TemplateLines lines;
  private final OpenQuestions questions;

  SchemeCommands(TeamTemplates templates, TemplateLines lines, OpenQuestions questions) {
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
    if (typed.isEmpty()) {
      return call.reply("list", Map.of("templates", list()));
    }
    if (!typed.startsWith(ENABLE)) {
      throw call.rejection("usage", Map.of("names", names()));
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

  private Reply enable(CommandCall call, TeamTemplate template) {
    List<String> refused = new ArrayList<>();
    int done = 0;
    for (String line : template.lines()) {
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
