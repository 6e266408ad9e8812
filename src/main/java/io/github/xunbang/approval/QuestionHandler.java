package io.github.xunbang.approval;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;

/**
 * Goes on when a question of its kind is answered. Must be idempotent: a crash may ask it again
 * with the same question.
 */
public interface QuestionHandler {

  /** The kind of question. */
  String kind();

  /**
   * Goes on with the chosen option.
   *
   * @param question what was asked
   * @param option 1-based; 确认 and 是 mean 1
   * @param call the answering message, for caller and time
   */
  Reply answer(OpenQuestion question, int option, CommandCall call);
}
