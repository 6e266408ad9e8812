package io.github.xunbang.report.grammar;

import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.metric.SubjectChange.Section;
import io.github.xunbang.report.grammar.Vocabulary.Role;
import java.time.LocalDate;
import java.util.Set;

/**
 * Decides which lines below a part's first line still belong to it. Under a heading with nothing
 * behind it ({@code 明日计划：}) stands a plan, so that even {@code 意向 10} is no figure of today; under
 * one with words behind it ({@code 明日计划：拜访五店}) and under an empty 今日小结 a line that begins with a
 * figure is a figure.
 */
final class SectionLines {

  private static final String FILLERS = "如下一下安排内容大致是";
  private static final Set<Role> PERSON_OR_DATE =
      Set.of(Role.NAME_HEADER, Role.DATE_HEADER, Role.OTHER_HEADER);
  private static final Set<Role> LINE_STARTS =
      Set.of(
          Role.NAME_HEADER,
          Role.DATE_HEADER,
          Role.OTHER_HEADER,
          Role.TOTAL,
          Role.PERIOD,
          Role.TARGET,
          Role.RATE,
          Role.GAP,
          Role.SELF);

  private final String text;
  private final Lexicon lexicon;
  private final DateWords dates;
  private final boolean plan;
  private final boolean emptyHeading;
  private final boolean numbered;
  private int items;

  SectionLines(
      String text, Lexicon lexicon, DateWords dates, Section section, boolean numbered, int body) {
    this.text = text;
    this.lexicon = lexicon;
    this.dates = dates;
    this.numbered = numbered;
    this.emptyHeading = isEmpty(body);
    this.plan = emptyHeading && section != Section.SUMMARY;
    this.items = Chars.ordinalValue(text, Chars.skipBlanks(text, body)) == 1 ? 1 : 0;
  }

  private boolean isEmpty(int body) {
    for (int at = body; at < text.length() && text.charAt(at) != '\n'; at++) {
      if (Chars.word(text.charAt(at)) && FILLERS.indexOf(text.charAt(at)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the line at {@code lineStart} belongs to the part; asked for each line in order. */
  boolean takes(int lineStart) {
    int at = Chars.skipBlanks(text, lineStart);
    if (at >= text.length() || text.charAt(at) == '\n') {
      return false;
    }
    int ordinal = Chars.ordinal(text, at);
    if (ordinal > 0) {
      return takesItem(at, Chars.skipBlanks(text, at + ordinal));
    }
    return plan ? !endsPlan(at) : !startsSomething(at);
  }

  /**
   * A list of the part's own counts from 1; a list that goes on from before the part is not its.
   */
  private boolean takesItem(int at, int item) {
    int value = Chars.ordinalValue(text, at);
    boolean own = value == items + 1;
    items = own ? value : items;
    boolean figure = emptyHeading && !plan && lexicon.metricAt(text, item) != null;
    return (own || !numbered) && !figure;
  }

  private boolean endsPlan(int at) {
    int heading = at + Chars.chineseOrdinal(text, at);
    char c = text.charAt(at);
    return c == '@'
        || c == '【'
        || Vocabulary.at(text, heading, PERSON_OR_DATE) != null
        || dates.read(text, heading).filter(found -> isReported(found, heading)).isPresent();
  }

  /** A day that can be reported; 周五 and days to come belong to a plan. */
  private boolean isReported(DateWords.Found found, int at) {
    if ("周星礼".indexOf(text.charAt(at)) >= 0) {
      return false;
    }
    if (found.reading() instanceof DateReading.Resolved day) {
      boolean number = found.bare() && Chars.word(Chars.at(text, found.end()));
      LocalDate today = dates.today();
      return !day.date().isAfter(today) && !number;
    }
    return found.reading() instanceof DateReading.Ambiguous;
  }

  private boolean startsSomething(int at) {
    char c = text.charAt(at);
    return lexicon.metricAt(text, at) != null
        || lexicon.nameAt(text, at) != null
        || Vocabulary.at(text, at, LINE_STARTS) != null
        || dates.read(text, at).isPresent()
        || Chars.digit(c)
        || c == '@'
        || c == '【';
  }
}
