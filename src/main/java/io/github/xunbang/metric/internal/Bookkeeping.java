package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.LedgerEntry.NoteStep;
import io.github.xunbang.metric.LedgerEntry.Step;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.SubjectChange;
import io.github.xunbang.metric.SubjectChange.Section;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a posting makes of a month; no input or output here. */
final class Bookkeeping {

  /** Keeps a document far below MongoDB's 16 MB whatever is typed, day after day. */
  private static final int MAX_TEXT = 2000;

  private static final DateTimeFormatter SERIAL_DAY = DateTimeFormatter.ofPattern("yyMMdd");

  private Bookkeeping() {}

  /**
   * A month after a posting.
   *
   * @param after one revision later
   * @param entries the new lines, one per change in its order
   */
  record Applied(MonthBook after, List<LedgerEntry> entries) {}

  /** Applies {@code changes}, all of {@code before}'s subject and month, as one revision. */
  static Applied apply(MonthBook before, Posting posting, List<SubjectChange> changes) {
    Map<LocalDate, DaySheet> days = new HashMap<>(before.ledger().days());
    List<LedgerEntry> entries = new ArrayList<>();
    for (SubjectChange change : changes) {
      DaySheet sheet = days.getOrDefault(change.day(), emptySheet(change.day()));
      Map<String, BigDecimal> values = new HashMap<>(sheet.values());
      Map<Section, String> notes = new HashMap<>(sheet.notes());
      List<Step> steps =
          change.figures().stream()
              .map(figure -> besideCredits(figure, posting.reason(), sheet))
              .map(figure -> step(values, figure))
              .toList();
      Map<Section, NoteStep> noteSteps = noteSteps(notes, change.notes());
      LedgerEntry entry = entry(posting, change, sheet.entries().size() + 1, steps, noteSteps);
      List<LedgerEntry> lines = new ArrayList<>(sheet.entries());
      lines.add(entry);
      entries.add(entry);
      days.put(change.day(), new DaySheet(change.day(), values, notes, lines));
    }
    return new Applied(before.with(days), entries);
  }

  /** An entry's id: it never depends on what was stored before, so a redelivery finds it. */
  static String entryId(String messageKey, String subjectId, LocalDate day) {
    return messageKey + "|" + subjectId + "|" + day;
  }

  /** {@code 261203-2}: the second line of 3 December 2026; unique within the subject. */
  static String serial(LocalDate day, int number) {
    return SERIAL_DAY.format(day) + "-" + number;
  }

  private static LedgerEntry entry(
      Posting posting,
      SubjectChange change,
      int number,
      List<Step> steps,
      Map<Section, NoteStep> noteSteps) {
    return new LedgerEntry(
        entryId(posting.messageKey(), change.subjectId(), change.day()),
        serial(change.day(), number),
        posting.messageKey(),
        change.day(),
        posting.actorId(),
        // As exact as it is stored, so that a replay returns the same.
        posting.at().truncatedTo(ChronoUnit.MILLIS),
        shortened(posting.text()),
        posting.reason(),
        steps,
        noteSteps);
  }

  /**
   * A counter-entry of a deal may stand on a day whose figure is reported, after the feed has ended
   * and its days are frozen. What is reported there comes beside it and never in its place.
   */
  private static FigureChange besideCredits(
      FigureChange change, LedgerEntry.Reason reason, DaySheet sheet) {
    if (change.operation() != FigureChange.Operation.SET || !reason.isReported()) {
      return change;
    }
    BigDecimal credits = sheet.credits(change.metricId());
    return credits.signum() == 0
        ? change
        : new FigureChange(
            change.metricId(), FigureChange.Operation.SET, change.value().add(credits));
  }

  private static Step step(Map<String, BigDecimal> values, FigureChange change) {
    @Nullable BigDecimal before = values.get(change.metricId());
    @Nullable BigDecimal after = after(before, change);
    if (after == null) {
      values.remove(change.metricId());
    } else {
      values.put(change.metricId(), after);
    }
    return new Step(change.metricId(), before, after);
  }

  private static @Nullable BigDecimal after(@Nullable BigDecimal before, FigureChange change) {
    return switch (change.operation()) {
      case SET -> plain(change.value());
      case ADD -> plain(before == null ? change.value() : before.add(change.value()));
      case CLEAR -> null;
    };
  }

  /** One form per number: no trailing zeros and no exponent, so equal figures look equal. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static Map<Section, NoteStep> noteSteps(
      Map<Section, String> notes, Map<Section, String> changes) {
    Map<Section, NoteStep> steps = new EnumMap<>(Section.class);
    changes.forEach(
        (section, text) -> {
          @Nullable String after = text.isEmpty() ? null : shortened(text);
          @Nullable String before =
              after == null ? notes.remove(section) : notes.put(section, after);
          steps.put(section, new NoteStep(before, after));
        });
    return steps;
  }

  private static String shortened(String text) {
    if (text.length() <= MAX_TEXT) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
    return text.substring(0, end) + "…";
  }

  private static DaySheet emptySheet(LocalDate day) {
    return new DaySheet(day, Map.of(), Map.of(), List.of());
  }
}
