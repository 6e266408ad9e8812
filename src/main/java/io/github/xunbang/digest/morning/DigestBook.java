package io.github.xunbang.digest.morning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What managers gave one organization's 晨会 to say, who was asked for a case, and its 公告. Immutable
 * and bounded: what is over makes room.
 *
 * @param lastItem the last number given to an item
 * @param items in order of number
 * @param turns in order of asking
 * @param lastAnnouncement the last number given to a 公告
 * @param announcements in order of number
 */
record DigestBook(
    int lastItem,
    List<MorningItem> items,
    List<CaseTurn> turns,
    int lastAnnouncement,
    List<Announcement> announcements) {

  static final DigestBook EMPTY = new DigestBook(0, List.of(), List.of(), 0, List.of());
  static final int MOST_ITEMS = 40;

  private static final int KEPT_TURNS = 300;
  private static final int KEPT_ANNOUNCEMENTS = 60;

  DigestBook {
    items = List.copyOf(items);
    turns = List.copyOf(turns);
    announcements = List.copyOf(announcements);
  }

  /** What may still be said from {@code today} on. */
  List<MorningItem> open(LocalDate today) {
    return items.stream().filter(item -> !item.isOver(today)).toList();
  }

  List<MorningItem> of(Part part, LocalDate day) {
    return items.stream().filter(item -> item.part() == part && item.isFor(day)).toList();
  }

  List<MorningItem> givenBy(String key) {
    return items.stream().filter(item -> item.key().equals(key)).toList();
  }

  /** Adds what one message gave, once; what is over leaves. */
  DigestBook withItems(List<MorningReader.Wish> wishes, String key, LocalDate today) {
    if (!givenBy(key).isEmpty()) {
      return this;
    }
    List<MorningItem> changed = new ArrayList<>(open(today));
    int number = lastItem;
    for (MorningReader.Wish wish : wishes) {
      number++;
      changed.add(new MorningItem(number, wish.part(), wish.text(), wish.when(), null, key));
    }
    return new DigestBook(number, changed, turns, lastAnnouncement, announcements);
  }

  DigestBook withoutItems(Set<Integer> numbers) {
    List<MorningItem> kept =
        items.stream().filter(item -> !numbers.contains(item.number())).toList();
    return new DigestBook(lastItem, kept, turns, lastAnnouncement, announcements);
  }

  /** Remembers that the 晨会 of {@code day} has said its items. */
  DigestBook shown(LocalDate day) {
    List<MorningItem> changed = items.stream().map(item -> item.shown(day)).toList();
    return new DigestBook(lastItem, changed, turns, lastAnnouncement, announcements);
  }

  Optional<CaseTurn> turn(LocalDate day) {
    return turns.stream().filter(turn -> turn.day().equals(day.toString())).findFirst();
  }

  /** When the member was asked last, or null. */
  @Nullable String lastTurn(String memberId) {
    return turns.stream()
        .filter(turn -> turn.memberId().equals(memberId))
        .map(CaseTurn::day)
        .max(String::compareTo)
        .orElse(null);
  }

  /** One turn a day: another one for the same day changes nothing. */
  DigestBook withTurn(CaseTurn turn) {
    if (turn(LocalDate.parse(turn.day())).isPresent()) {
      return this;
    }
    List<CaseTurn> changed = new ArrayList<>(turns);
    changed.add(turn);
    return withTurns(changed);
  }

  /** Takes back a turn that nobody could take, so that the person is asked again. */
  DigestBook withoutTurn(LocalDate day) {
    return withTurns(turns.stream().filter(turn -> !turn.day().equals(day.toString())).toList());
  }

  Optional<Announcement> announcement(int number) {
    return announcements.stream().filter(one -> one.number() == number).findFirst();
  }

  Optional<Announcement> announcementBy(String key) {
    return announcements.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /** Adds what one message gave, once. */
  DigestBook withAnnouncement(String text, String at, Announcement.State state, String key) {
    if (announcementBy(key).isPresent()) {
      return this;
    }
    List<Announcement> changed = new ArrayList<>(announcements);
    changed.add(new Announcement(lastAnnouncement + 1, text, at, state, key, null));
    // What still waits is never dropped, however old.
    changed.stream()
        .filter(one -> one.state() != Announcement.State.PLANNED)
        .limit(Math.max(0, changed.size() - KEPT_ANNOUNCEMENTS))
        .toList()
        .forEach(changed::remove);
    return new DigestBook(lastItem, items, turns, lastAnnouncement + 1, changed);
  }

  DigestBook changing(int number, UnaryOperator<Announcement> change) {
    List<Announcement> changed =
        announcements.stream()
            .map(one -> one.number() == number ? change.apply(one) : one)
            .toList();
    return new DigestBook(lastItem, items, turns, lastAnnouncement, changed);
  }

  private DigestBook withTurns(List<CaseTurn> changed) {
    int from = Math.max(0, changed.size() - KEPT_TURNS);
    return new DigestBook(
        lastItem, items, changed.subList(from, changed.size()), lastAnnouncement, announcements);
  }
}
