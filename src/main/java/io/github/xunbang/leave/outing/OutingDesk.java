package io.github.xunbang.leave.outing;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.leave.OutingFiled;
import io.github.xunbang.leave.outing.Slip.State;
import io.github.xunbang.leave.outing.SlipMonth.Cause;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Files, completes, closes and cancels one's own visit slips. */
@Component
class OutingDesk {

  private static final int DAYS_AHEAD = 31;
  private static final int OPEN_PER_DAY = 20;
  private static final Pattern NUMBERED = Pattern.compile("#?(\\d{1,2})(?:号|条)?(?:\\s+|$)(.*)");

  private final SlipStore store;
  private final ApplicationEventPublisher events;

  OutingDesk(SlipStore store, ApplicationEventPublisher events) {
    this.store = store;
    this.events = events;
  }

  /** The author's slips of today and later that still count. */
  List<Slip> live(Organization organization, Member self, LocalDate today) {
    return store.from(organization.id(), self.id(), today).stream().filter(Slip::live).toList();
  }

  /**
   * Files what was typed for the day said, else today.
   *
   * @throws OutingProblem when no place was said or the day cannot be; nothing is stored then
   */
  Slip file(CommandCall call, Organization organization, Member self) {
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    VisitReader.Read read = read(call, organization, call.input());
    LocalDate day = read.day() == null ? today : read.day();
    if (read.visit().place().isEmpty() && read.visit().person().isEmpty()) {
      throw new OutingProblem("noPlace");
    }
    if (day.isAfter(today.plusDays(DAYS_AHEAD))) {
      throw new OutingProblem("tooFar");
    }
    if (store.from(organization.id(), self.id(), day).stream()
            .filter(slip -> slip.live() && slip.day().equals(day))
            .count()
        >= OPEN_PER_DAY) {
      throw new OutingProblem("tooMany");
    }
    Slip slip =
        store.add(organization.id(), self.id(), day, read.visit(), null, today, cause(call, self));
    if (day.equals(today)) {
      publish(call, organization, self);
    }
    return slip;
  }

  /** Adds whom and phone to the slip named by number, else to the one that lacks them. */
  Slip complete(CommandCall call, Organization organization, Member self, String typed) {
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    Matcher numbered = NUMBERED.matcher(typed);
    boolean named = numbered.matches();
    Slip slip =
        named
            ? numbered(live(organization, self, today), Integer.parseInt(numbered.group(1)))
            : last(live(organization, self, today), one -> !one.visit().missing().isEmpty())
                .orElseThrow(() -> new OutingProblem("complete"));
    Visit read = read(call, organization, named ? numbered.group(2) : typed).visit();
    // Behind 补 the first plain word is the person; the place stands.
    Visit later =
        read.person().isEmpty()
            ? new Visit("", read.place(), read.phone(), read.time(), read.purpose())
            : read;
    return store.change(
        organization.id(),
        self.id(),
        slip,
        found -> found.with(found.visit().completedBy(later)),
        cause(call, self));
  }

  /** Notes that the author is back from all visits of today that are still open. */
  Slip back(CommandCall call, Organization organization, Member self) {
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    List<Slip> open =
        live(organization, self, today).stream()
            .filter(one -> one.day().equals(today) && one.state() == State.OPEN)
            .toList();
    if (open.isEmpty()) {
      throw new OutingProblem("notOut");
    }
    open.forEach(
        one ->
            store.change(
                organization.id(),
                self.id(),
                one,
                found -> found.inState(State.BACK),
                cause(call, self)));
    return open.get(0);
  }

  /** Cancels the slip named by number, else the only one. */
  Slip cancel(CommandCall call, Organization organization, Member self, String typed) {
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    List<Slip> open =
        live(organization, self, today).stream()
            .filter(slip -> slip.state() == State.OPEN)
            .toList();
    Matcher numbered = NUMBERED.matcher(typed);
    if (open.isEmpty()) {
      throw new OutingProblem("nothingToCancel");
    }
    if (!numbered.matches() && open.size() > 1) {
      throw new OutingProblem("whichOne", Map.of("slips", OutingLines.own(open, Slip.View.GROUP)));
    }
    Slip slip =
        numbered.matches() ? numbered(open, Integer.parseInt(numbered.group(1))) : open.get(0);
    return store.change(
        organization.id(),
        self.id(),
        slip,
        found -> found.inState(State.CANCELLED),
        cause(call, self));
  }

  private static VisitReader.Read read(CommandCall call, Organization organization, String typed) {
    return VisitReader.read(typed, organization.businessDay(), call.message().receivedAt());
  }

  private static Slip numbered(List<Slip> slips, int number) {
    return slips.stream()
        .filter(slip -> slip.number() == number)
        .findFirst()
        .orElseThrow(() -> new OutingProblem("noNumber", Map.of("number", number)));
  }

  private static Optional<Slip> last(List<Slip> slips, Predicate<Slip> wanted) {
    return slips.stream().filter(wanted).reduce((first, second) -> second);
  }

  private static Cause cause(CommandCall call, Member self) {
    return new Cause(call.message().receivedAt(), self.id(), call.message().key());
  }

  private void publish(CommandCall call, Organization organization, Member self) {
    events.publishEvent(
        new OutingFiled(
            organization.id(),
            self.id(),
            call.caller().conversation(),
            call.message().key(),
            call.message().receivedAt()));
  }
}
