package io.github.xunbang.report;

import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.MonthLedger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What one person reported, message by message, read from the ledger of this and the previous
 * month. What a deal or a customer caused there is changed where it came from.
 */
@Component
class OwnHistory {

  private final Ledger ledger;

  OwnHistory(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * What one message did to one subject.
   *
   * @param subjectId whose figures
   * @param entry the ledger line
   */
  record Line(String subjectId, LedgerEntry entry) {}

  /** Every line that {@code actorId} caused for {@code subjects}, oldest first, by message. */
  Map<String, List<Line>> messages(
      String organizationId, String actorId, Collection<String> subjects, LocalDate today) {
    YearMonth month = YearMonth.from(today);
    List<Line> lines = new ArrayList<>();
    for (String subject : subjects) {
      for (YearMonth each : List.of(month.minusMonths(1), month, month.plusMonths(1))) {
        ledger
            .month(organizationId, subject, each)
            .ifPresent(sheet -> collect(sheet, actorId, lines));
      }
    }
    lines.sort(Comparator.comparing(line -> line.entry().at()));
    Map<String, List<Line>> byMessage = new LinkedHashMap<>();
    for (Line line : lines) {
      byMessage.computeIfAbsent(line.entry().messageKey(), key -> new ArrayList<>()).add(line);
    }
    return byMessage;
  }

  /**
   * The last message that has not been undone. Each undo takes back the latest message that stood
   * before it, so the history is a stack: an ordinary message is pushed, an undo pops.
   */
  static Optional<List<Line>> lastStanding(Collection<List<Line>> messages) {
    Deque<List<Line>> standing = new ArrayDeque<>();
    for (List<Line> message : messages) {
      if (message.get(0).entry().reason() == LedgerEntry.Reason.UNDO) {
        standing.pollLast();
      } else {
        standing.addLast(message);
      }
    }
    return Optional.ofNullable(standing.peekLast());
  }

  private static void collect(MonthLedger sheet, String actorId, List<Line> lines) {
    sheet.days().values().stream()
        .flatMap(day -> day.entries().stream())
        .filter(entry -> entry.actorId().equals(actorId) && !entry.reason().isCredit())
        .forEach(entry -> lines.add(new Line(sheet.subjectId(), entry)));
  }
}
