package io.github.xunbang.report.grammar;

import io.github.xunbang.command.TypedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads 代报 as lines: each member's part begins with the name, after a list number or a date. */
final class ProxyLines {

  private static final String SPLIT = "[;；](?=\\s*[\\p{IsHan}@])";

  private final List<String> lines;
  private final ReportGrammar grammar;
  private final Lexicon lexicon;
  private final Instant now;
  private String date = "";
  private @Nullable String member;
  private final List<String> part = new ArrayList<>();
  private String head = "";
  private int partFrom;
  private @Nullable ParsedReport sumsFound;

  ProxyLines(List<String> lines, ReportGrammar grammar, Lexicon lexicon, Instant now) {
    this.lines = lines;
    this.grammar = grammar;
    this.lexicon = lexicon;
    this.now = now;
  }

  /** A name at the start of a line. */
  record Named(String name, int start, int end) {}

  static @Nullable Named nameAt(String text, Lexicon lexicon) {
    int at = Chars.skipBlanks(text, 0);
    at = Chars.skipBlanks(text, at + Chars.ordinal(text, at));
    for (String label : List.of("姓名:", "姓名：", "代报", "@")) {
      if (text.startsWith(label, at)) {
        at = Chars.skipBlanks(text, at + label.length());
      }
    }
    // 李强东 is not 李强: a longer name is somebody else's.
    Token name = at < text.length() ? new NameReader(text, lexicon).at(at, true) : null;
    return name == null || name.is(Token.Kind.STRANGER)
        ? null
        : new Named(name.as(String.class), at, name.end());
  }

  void readInto(ProxyCollector collector) {
    for (int i = 0; i < lines.size(); i++) {
      String[] pieces = lines.get(i).split(SPLIT);
      boolean several = false;
      for (int p = 1; p < pieces.length; p++) {
        several |= nameAt(TypedText.normalize(pieces[p]), lexicon) != null;
      }
      for (String piece : several ? pieces : new String[] {lines.get(i)}) {
        line(i, piece, collector);
      }
    }
    end(lines.size() - 1, collector);
  }

  private void line(int index, String line, ProxyCollector collector) {
    String text = TypedText.normalize(line);
    int begin = dateEnd(text);
    Named named = nameAt(text.substring(begin), lexicon);
    if (named != null) {
      end(index - 1, collector);
      member = named.name();
      partFrom = index;
      int end = begin + named.end();
      head = line.substring(0, end);
      part.add(line.substring(0, begin) + withoutGlue(line.substring(end)));
    } else if (text.strip().startsWith("合计") || text.strip().startsWith("总计")) {
      end(index - 1, collector);
      sums(text);
    } else if (!text.isBlank()) {
      nameless(index, line, text, collector);
    }
  }

  private static String withoutGlue(String rest) {
    return rest.replaceFirst("^\\s*[:：]\\s*", " ");
  }

  /** Where a date word at the start of the line ends; 昨天 张敏 意向12. */
  private int dateEnd(String text) {
    int at = Chars.skipBlanks(text, 0);
    return grammar
        .dateAt(text, at, now)
        .filter(end -> nameAt(text.substring(end), lexicon) != null)
        .orElse(0);
  }

  private void sums(String text) {
    String rest = text.strip().substring(2).replaceFirst("^\\s*[:：]", " ");
    sumsFound = grammar.parse(rest, false, lexicon, now);
  }

  private void nameless(int index, String line, String text, ProxyCollector collector) {
    if (grammar.isOnlyDate(text, now)) {
      end(index - 1, collector);
      date = line.strip() + " ";
      return;
    }
    int at = Chars.skipBlanks(text, 0);
    boolean listed = Chars.ordinal(text, at) > 0;
    boolean figures = grammar.claims(line, false, lexicon, now);
    boolean startsPlain =
        lexicon.metricAt(text, at) != null
            || Chars.digit(Chars.at(text, at))
            || text.startsWith("没", at);
    if (figures && (member == null || listed || !startsPlain)) {
      collector.problem(
          index, Problem.Kind.UNKNOWN_MEMBER, line.strip(), "“" + line.strip() + "”开头的姓名不在名单里");
    } else if (member != null) {
      part.add(line);
    }
  }

  private void end(int last, ProxyCollector collector) {
    String name = member;
    if (name != null) {
      ParsedReport report =
          grammar.parse(date + String.join("\n", part), false, lexicon.saidBy(name), now);
      boolean silent = report.clean() && report.blocks().isEmpty();
      if (silent) {
        collector.problem(partFrom, Problem.Kind.BAD_LINE, name, name + "后面没有数");
      }
      collector.part(name, report, partFrom, Math.max(partFrom, last), head, date);
    }
    ParsedReport sums = sumsFound;
    if (sums != null) {
      sums.blocks().forEach(block -> collector.claim(block.figures()));
    }
    member = null;
    part.clear();
  }
}
