package io.github.xunbang.template;

import io.github.xunbang.approval.OpenQuestion;
import io.github.xunbang.approval.QuestionHandler;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import java.util.List;
import org.springframework.stereotype.Component;

/** On which weekdays a team set up from a template works; the answer is setting 工作日. */
@Component
class WorkdaysQuestion implements QuestionHandler {

  static final String KIND = "template.workdays";
  static final List<String> OPTIONS = List.of("周一到周五", "周一到周六", "每天");

  private final TemplateLines lines;

  WorkdaysQuestion(TemplateLines lines) {
    this.lines = lines;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Reply answer(OpenQuestion question, int option, CommandCall call) {
    String days = OPTIONS.get(option - 1);
    return Reply.text(
        lines
            .say("设置 工作日 " + days, option, call.message(), call.caller())
            .orElse("记下了：" + days + "上班。放假、加班的日子可以另外说：设置 放假 12-25"));
  }
}
