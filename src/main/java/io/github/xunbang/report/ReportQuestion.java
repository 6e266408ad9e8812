package io.github.xunbang.report;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A report cannot be stored before its sender answers; nothing of it is stored until then (design
 * section 2). An exception, because a guard finds out inside the ledger's posting, where only a
 * throw stops the write.
 */
final class ReportQuestion extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * One offered answer.
   *
   * @param label short Chinese, what it means
   * @param text the report that is then taken instead
   * @param confirms whether choosing it confirms an unusual value
   */
  record Option(String label, String text, boolean confirms) {}

  private final transient List<Option> options;
  private final boolean guard;

  /** {@code question} is the Chinese sentence; {@code guard} questions lapse after ten minutes. */
  ReportQuestion(String question, List<Option> options, boolean guard) {
    super(question);
    this.options = List.copyOf(options);
    this.guard = guard;
  }

  List<Option> options() {
    return options;
  }

  boolean isGuard() {
    return guard;
  }

  /** What the group reads: the question and one line per option. */
  String toText() {
    if (options.isEmpty() || getMessage().contains("回 1")) {
      return getMessage();
    }
    return getMessage()
        + "\n"
        + IntStream.range(0, options.size())
            .mapToObj(i -> "回 " + (i + 1) + " = " + options.get(i).label())
            .collect(Collectors.joining("\n"));
  }
}
