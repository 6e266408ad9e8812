package io.github.xunbang.leave.outing;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.leave.outing.Slip.State;
import io.github.xunbang.leave.outing.SlipMonth.Cause;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.ReportNoted;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Makes a slip of the itinerary in a daily report (S-22): for the member's next workday. A later
 * report of the same day replaces what an earlier one said; the earlier one stays readable.
 */
@Component
class Itineraries {

  private static final int DAYS_AHEAD = 31;
  private static final int LENGTH = 40;
  private static final Set<String> NO_PLAN = Set.of("无", "没有", "暂无", "休息", "轮休", "请假", "待定", "-");

  private final SlipStore store;
  private final Workdays workdays;
  private final OrganizationService organizations;

  Itineraries(SlipStore store, Workdays workdays, OrganizationService organizations) {
    this.store = store;
    this.workdays = workdays;
    this.organizations = organizations;
  }

  /** Goes on with an itinerary; the same once more changes nothing. */
  void accept(ReportNoted noted) {
    List<Slip> slips = store.from(noted.organizationId(), noted.memberId(), noted.reportDay());
    Cause cause = new Cause(noted.at(), noted.memberId(), noted.messageKey() + "|ITINERARY");
    if (slips.stream().anyMatch(slip -> slip.id().equals(cause.messageKey()))) {
      // Redelivered; by now a correction may have taken its place.
      return;
    }
    slips.stream()
        .filter(slip -> slip.state() == State.OPEN && noted.reportDay().equals(slip.reportDay()))
        .forEach(slip -> replace(noted, slip, cause));
    if (!NO_PLAN.contains(noted.text().strip())) {
      file(noted, cause);
    }
  }

  private void replace(ReportNoted noted, Slip slip, Cause cause) {
    store.change(
        noted.organizationId(),
        noted.memberId(),
        slip,
        found -> found.inState(State.REPLACED),
        cause);
  }

  private void file(ReportNoted noted, Cause cause) {
    Organization organization = organizations.get(noted.organizationId());
    String place =
        UntrustedText.oneLine(PhoneNumbers.masked(noted.text().replaceAll("\\s+", " ")), LENGTH);
    String phone = PhoneNumbers.first(noted.text()).map(PhoneNumbers.Found::digits).orElse("");
    store.add(
        noted.organizationId(),
        noted.memberId(),
        nextWorkday(noted),
        new Visit(place, "", phone, "", ""),
        noted.reportDay(),
        organization.businessDay().of(noted.at()),
        cause);
  }

  private LocalDate nextWorkday(ReportNoted noted) {
    LocalDate next = noted.reportDay().plusDays(1);
    return next.datesUntil(next.plusDays(DAYS_AHEAD))
        .filter(day -> workdays.isWorkday(noted.organizationId(), noted.memberId(), day))
        .findFirst()
        .orElse(next);
  }
}
