package io.github.xunbang.leave.outing;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.message.PhoneNumbers;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One visit slip of one member.
 *
 * @param id key of the message that made it
 * @param number counted among the member's slips from that day on; people type it
 * @param reportDay the day of the report whose itinerary it is, or null for one made by 外出
 */
record Slip(
    String id, LocalDate day, int number, Visit visit, State state, @Nullable LocalDate reportDay) {

  /** What has become of it. */
  enum State {
    OPEN,
    BACK,
    CANCELLED,
    /** The report it came from was corrected. */
    REPLACED
  }

  /** How much of a slip somebody may read (design section 12). */
  enum View {
    /** In a group: where and whom. */
    GROUP,
    /** The leader in private: the contact's phone masked. */
    LEADER,
    /** The author or a manager in private. */
    FULL
  }

  /** Whether it counts: neither cancelled nor replaced. */
  boolean live() {
    return state == State.OPEN || state == State.BACK;
  }

  Slip inState(State next) {
    return new Slip(id, day, number, visit, next, reportDay);
  }

  Slip with(Visit changed) {
    return new Slip(id, day, number, changed, state, reportDay);
  }

  /** {@code 12月4日(周五)上午 八店 找王店长}. */
  String title(View view) {
    return DateText.day(day) + visit.time() + " " + line(view);
  }

  /** {@code 八店 找王店长 13800000000 谈合同（日报行程）}. */
  String line(View view) {
    String phone =
        switch (view) {
          case GROUP -> "";
          case LEADER -> PhoneNumbers.mask(visit.phone());
          case FULL -> visit.phone();
        };
    String shown =
        Stream.of(
                visit.place(),
                visit.person().isEmpty() ? "" : "找" + visit.person(),
                visit.phone().isEmpty() ? "" : phone,
                view == View.GROUP ? "" : visit.purpose())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    String source = reportDay == null ? "" : "（日报行程）";
    return shown + source + (state == State.BACK ? "（已回）" : "");
  }
}
