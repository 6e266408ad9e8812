package io.github.xunbang.report.grammar;

import io.github.xunbang.command.TypedText;
import io.github.xunbang.report.grammar.Rewriter.Edit;
import java.util.Collection;
import java.util.List;

/**
 * A read message. With any problem nothing of it may be stored; the blocks then show what was
 * understood.
 *
 * @param text what was read, cleaned
 * @param blocks one per subject and business day, in the order typed; empty when the text holds
 *     nothing
 * @param problems what must be asked first, in the order typed
 * @param mentions other people's names behind @, cc and never subjects
 * @param picture whether a picture stood beside the text
 */
public record ParsedReport(
    String text,
    List<Block> blocks,
    List<Problem> problems,
    List<String> mentions,
    boolean picture) {

  public ParsedReport {
    blocks = List.copyOf(blocks);
    problems = List.copyOf(problems);
    mentions = List.copyOf(mentions);
  }

  /** Whether it can be stored as it is. */
  public boolean clean() {
    return problems.isEmpty();
  }

  /**
   * The message as it reads when the hyphens of {@code figures} are mere colons: {@code 12-03
   * 意向-12} becomes {@code 12-03 意向12}. Only figures of this report with {@link
   * Figure.Operation#HYPHEN} are changed.
   */
  public String withoutHyphens(Collection<Figure> figures) {
    List<Edit> edits =
        figures.stream()
            .filter(figure -> figure.operation() == Figure.Operation.HYPHEN)
            .map(figure -> figure.at() + hyphen(figure))
            .map(at -> new Edit(at, at + 1, ""))
            .toList();
    return Rewriter.apply(text, edits);
  }

  /** The last one: {@code 意向(3-5)-12}. */
  private static int hyphen(Figure figure) {
    return TypedText.normalize(figure.fragment()).lastIndexOf('-');
  }

  /** Whether it holds nothing but check values, so that it asks for a comparison. */
  public boolean onlyChecks() {
    return !blocks.isEmpty()
        && blocks.stream().allMatch(block -> block.figures().isEmpty() && block.notes().isEmpty());
  }

  /** Whether any block holds a figure. */
  public boolean hasFigures() {
    return blocks.stream().anyMatch(block -> !block.figures().isEmpty());
  }
}
