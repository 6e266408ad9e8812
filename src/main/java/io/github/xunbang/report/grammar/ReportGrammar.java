package io.github.xunbang.report.grammar;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.TypedText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads a daily report as typed (design section 5). Never throws and takes time linear in the text,
 * whatever was typed.
 */
public final class ReportGrammar {

  private final BusinessDay businessDay;

  /** Reads for an organization that counts days like {@code businessDay}. */
  public ReportGrammar(BusinessDay businessDay) {
    this.businessDay = businessDay;
  }

  /**
   * Reads a message.
   *
   * @param typed the text, mention of the bot stripped
   * @param voice whether it was spoken: then more words count as sound-alikes, which are asked
   * @param lexicon the organization's words, for this speaker
   * @param now when it was said
   */
  public ParsedReport parse(String typed, boolean voice, Lexicon lexicon, Instant now) {
    String original = TypedText.clean(typed);
    String text = TypedText.normalize(original);
    List<Item> items = items(original, text, voice, lexicon, now);
    ParsedReport report =
        new Assembler(original, text, items, lexicon, businessDay.of(now)).assemble();
    return report.clean() || !lexicon.knowsUnits()
        ? report
        : withSafeRepairs(report, units(items), lexicon, now);
  }

  /**
   * Whether the text carries a figure, vague and misheard ones included, or says that the speaker
   * rests: then it is a report, whatever command word it begins with.
   */
  public boolean claims(String typed, boolean voice, Lexicon lexicon, Instant now) {
    String original = TypedText.clean(typed);
    String text = TypedText.normalize(original);
    List<Item> items = items(original, text, voice, lexicon, now);
    return items.stream().anyMatch(ReportGrammar::isFigure)
        || asksForComparison(items)
        || original.length() < 40
            && new Assembler(original, text, items, lexicon, businessDay.of(now))
                .assemble().problems().stream()
                    .anyMatch(problem -> problem.kind() == Problem.Kind.REST_DAY);
  }

  /** Where the date word at {@code at} of a normalized text ends. */
  Optional<Integer> dateAt(String text, int at, Instant now) {
    return new DateWords(businessDay, now).read(text, at).map(DateWords.Found::end);
  }

  /** Whether a normalized line is nothing but a date: {@code 昨天}, {@code 日期:12.2}. */
  boolean isOnlyDate(String line, Instant now) {
    String bare = line.replaceFirst("^\\s*(日期|时间)\\s*:", "").strip();
    return dateAt(bare, 0, now).filter(end -> end == bare.length()).isPresent();
  }

  private List<Item> items(
      String original, String text, boolean voice, Lexicon lexicon, Instant now) {
    DateWords dates = new DateWords(businessDay, now);
    List<Token> tokens = new Tokenizer(original, text, lexicon, dates, voice).tokens();
    return new Binder(tokens, text, lexicon).items();
  }

  /** No offered answer may tear a figure from the unit in front of it. */
  private ParsedReport withSafeRepairs(
      ParsedReport report, List<String> units, Lexicon lexicon, Instant now) {
    List<Problem> problems =
        report.problems().stream()
            .map(problem -> withSafeRepairs(problem, units, lexicon, now))
            .toList();
    return new ParsedReport(
        report.text(), report.blocks(), problems, report.mentions(), report.picture());
  }

  private Problem withSafeRepairs(
      Problem problem, List<String> units, Lexicon lexicon, Instant now) {
    if (problem.kind() == Problem.Kind.FIGURE_OWNER || units.isEmpty()) {
      return problem;
    }
    List<Repair> safe =
        problem.repairs().stream()
            .filter(repair -> units(items(repair.text(), lexicon, now)).equals(units))
            .toList();
    return new Problem(problem.kind(), problem.fragment(), problem.sentence(), safe);
  }

  private List<Item> items(String typed, Lexicon lexicon, Instant now) {
    String original = TypedText.clean(typed);
    return items(original, TypedText.normalize(original), false, lexicon, now);
  }

  private static List<String> units(List<Item> items) {
    return items.stream()
        .filter(Item.SubjectItem.class::isInstance)
        .map(item -> String.valueOf(((Item.SubjectItem) item).unit()))
        .toList();
  }

  /** 本月累计业绩18.6万 alone; with a metric only, so that 目标 业绩 10万 stays a command. */
  private static boolean asksForComparison(List<Item> items) {
    return !items.isEmpty()
        && items.get(0) instanceof Item.CheckItem check
        && check.kind() == CheckValue.Kind.TOTAL
        && check.metric() != null
        && items.stream().allMatch(Item.CheckItem.class::isInstance);
  }

  private static boolean isFigure(Item item) {
    return item instanceof Item.FigureItem
        || item instanceof Item.TroubleItem trouble
            && trouble.metric() != null
            && trouble.kind() != Problem.Kind.METRIC_WITHOUT_NUMBER;
  }
}
