package io.github.xunbang.report.grammar;

import io.github.xunbang.command.NumberText;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what was read in the form of the expected column of lines.tsv. */
final class Readable {

  private Readable() {}

  static String of(ParsedReport report) {
    return report.clean() ? blocks(report) : "ask " + report.problems().get(0).kind();
  }

  static String blocks(ParsedReport report) {
    return report.blocks().stream().map(Readable::block).collect(Collectors.joining(" ; "));
  }

  static String block(Block block) {
    String checks =
        block.checks().stream()
            .map(c -> " check." + c.kind() + "." + c.metricId() + "=" + NumberText.plain(c.value()))
            .collect(Collectors.joining());
    String unit = block.unit() == null ? "" : block.unit() + " ";
    return unit + block.date().toString().substring(5) + ": " + figures(block.figures()) + checks;
  }

  private static String figures(List<Figure> figures) {
    return figures.stream()
        .map(
            f ->
                f.metricId()
                    + switch (f.operation()) {
                      case SET -> "=";
                      case ADD -> "+=";
                      case HYPHEN -> "-?";
                    }
                    + NumberText.plain(f.value()))
        .collect(Collectors.joining(" "));
  }
}
