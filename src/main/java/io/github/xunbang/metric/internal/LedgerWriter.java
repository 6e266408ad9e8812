package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Posting;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.metric.PostingResult.Posted;
import io.github.xunbang.metric.SubjectChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * How a posting becomes durable, exactly once (design section 11).
 *
 * <p>Changes of one document are one guarded write. Changes of several documents are first stored
 * together as a pending posting, which is their commit point, and then applied one document at a
 * time; a document that already holds the message key is left alone, so applying again is harmless.
 */
@Component
class LedgerWriter {

  private static final int MAX_ATTEMPTS = 50;
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

  /** How long after midnight of the 1st a redelivery may have been dated to the day before. */
  private static final Duration MONTH_TURN = Duration.ofHours(8);

  private final LedgerRepository books;
  private final PendingRepository pending;
  private final FigureMarksRepository marks;

  LedgerWriter(LedgerRepository books, PendingRepository pending, FigureMarksRepository marks) {
    this.books = books;
    this.pending = pending;
    this.marks = marks;
  }

  /**
   * What became of one document's share of a posting.
   *
   * @param replayed whether it was there before
   */
  private record Outcome(boolean replayed, List<Posted> posted) {}

  PostingResult post(Posting posting, PostingCheck check) {
    Map<BookKey, List<SubjectChange>> shares = shares(posting);
    if (shares.size() > 1) {
      return postSeveral(posting, shares, check);
    }
    Map.Entry<BookKey, List<SubjectChange>> share = shares.entrySet().iterator().next();
    Optional<Outcome> before = beforeMonthTurn(share.getKey(), posting, share.getValue());
    Outcome outcome =
        before.orElseGet(() -> write(share.getKey(), posting, share.getValue(), check));
    return result(posting, outcome.replayed(), outcome.posted());
  }

  private PostingResult postSeveral(
      Posting posting, Map<BookKey, List<SubjectChange>> shares, PostingCheck check) {
    Optional<Posting> interrupted = findPending(posting);
    if (interrupted.isPresent()) {
      settle(interrupted.get());
      return stored(posting, shares);
    }
    List<MonthBook> before = shares.keySet().stream().map(this::read).toList();
    if (before.stream().anyMatch(book -> !book.entriesOf(posting.messageKey()).isEmpty())) {
      // Another thread may still be applying it; it is complete when this returns.
      findPending(posting).ifPresent(this::settle);
      return stored(posting, shares);
    }
    for (MonthBook book : before) {
      shares.get(book.key()).forEach(change -> check.check(change, book.ledger()));
    }
    marks.mark(posting.organizationId());
    return settle(pending.commit(posting));
  }

  /** Applies a committed posting wherever it is still missing, then forgets that it was pending. */
  PostingResult settle(Posting posting) {
    List<Outcome> outcomes = new ArrayList<>();
    shares(posting)
        .forEach((key, changes) -> outcomes.add(write(key, posting, changes, PostingCheck.NONE)));
    pending.delete(posting);
    return result(
        posting,
        outcomes.stream().allMatch(Outcome::replayed),
        outcomes.stream().flatMap(outcome -> outcome.posted().stream()).toList());
  }

  private PostingResult stored(Posting posting, Map<BookKey, List<SubjectChange>> shares) {
    List<Posted> posted =
        shares.keySet().stream()
            .map(this::read)
            .flatMap(book -> posted(book, book.entriesOf(posting.messageKey())).stream())
            .toList();
    return result(posting, true, posted);
  }

  private Optional<Posting> findPending(Posting posting) {
    return pending.find(posting.organizationId(), posting.messageKey());
  }

  private MonthBook read(BookKey key) {
    return books.find(key).orElseGet(() -> MonthBook.open(key, null));
  }

  private Outcome write(
      BookKey key, Posting posting, List<SubjectChange> changes, PostingCheck check) {
    List<LocalDate> days = changes.stream().map(SubjectChange::day).toList();
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      Optional<MonthBook> stored = books.find(key);
      Optional<Outcome> earlier = stored.flatMap(book -> earlier(book, posting));
      if (earlier.isPresent()) {
        return earlier.get();
      }
      MonthBook before = stored.orElseGet(() -> open(key));
      changes.forEach(change -> check.check(change, before.ledger()));
      Bookkeeping.Applied applied = Bookkeeping.apply(before, posting, changes);
      marks.mark(key.organizationId());
      if (books.save(before, applied.after(), days)) {
        return new Outcome(false, posted(applied.after(), applied.entries()));
      }
      pause(attempt);
    }
    throw new OptimisticLockingFailureException(
        "Ledger document still changing after " + MAX_ATTEMPTS + " attempts: " + key.id());
  }

  private MonthBook open(BookKey key) {
    return MonthBook.open(key, books.lastBefore(key).orElse(null));
  }

  /**
   * A message sent just before the day start and redelivered just after it is dated a day later; at
   * the turn of a month that is another document, so its predecessor is asked too.
   */
  private Optional<Outcome> beforeMonthTurn(
      BookKey key, Posting posting, List<SubjectChange> changes) {
    Instant midnight = key.month().atDay(1).atStartOfDay(BusinessDay.DEFAULT.zone()).toInstant();
    boolean atTurn =
        changes.stream().anyMatch(change -> change.day().getDayOfMonth() == 1)
            && Duration.between(midnight, posting.at()).abs().compareTo(MONTH_TURN) < 0;
    return atTurn
        ? books.find(key.in(key.month().minusMonths(1))).flatMap(book -> earlier(book, posting))
        : Optional.empty();
  }

  private static Optional<Outcome> earlier(MonthBook book, Posting posting) {
    List<LedgerEntry> entries = book.entriesOf(posting.messageKey());
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(new Outcome(true, posted(book, entries)));
  }

  private static List<Posted> posted(MonthBook book, List<LedgerEntry> entries) {
    return entries.stream().map(entry -> new Posted(entry, book.ledger())).toList();
  }

  private static Map<BookKey, List<SubjectChange>> shares(Posting posting) {
    Map<BookKey, List<SubjectChange>> shares = new LinkedHashMap<>();
    for (SubjectChange change : posting.changes()) {
      BookKey key =
          new BookKey(posting.organizationId(), change.subjectId(), YearMonth.from(change.day()));
      shares.computeIfAbsent(key, unseen -> new ArrayList<>()).add(change);
    }
    return shares;
  }

  /** Puts the entries into the order of the posting's changes; a stray one of a replay is last. */
  private static PostingResult result(Posting posting, boolean replayed, List<Posted> posted) {
    List<String> order =
        posting.changes().stream()
            .map(
                change ->
                    Bookkeeping.entryId(posting.messageKey(), change.subjectId(), change.day()))
            .toList();
    Comparator<Posted> byChange =
        Comparator.comparingInt(
            one -> {
              int place = order.indexOf(one.entry().id());
              return place < 0 ? order.size() : place;
            });
    return new PostingResult(replayed, posted.stream().sorted(byChange).toList());
  }

  private static void pause(int attempt) {
    long longest = Math.min(LONGEST_PAUSE.toNanos(), 500_000L * attempt);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
  }
}
