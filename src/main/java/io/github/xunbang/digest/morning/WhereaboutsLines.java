package io.github.xunbang.digest.morning;

import io.github.xunbang.leave.DayPart;
import io.github.xunbang.leave.LeaveCalendar;
import io.github.xunbang.leave.Outing;
import io.github.xunbang.leave.Outings;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 今天外出 and 请假: who is where today. */
@Component
class WhereaboutsLines {

  private static final int SHOWN = 8;
  private static final int PLACE = 14;

  private final Outings outings;
  private final LeaveCalendar leave;

  WhereaboutsLines(Outings outings, LeaveCalendar leave) {
    this.outings = outings;
    this.leave = leave;
  }

  List<String> of(MorningView view) {
    Organization organization = view.organization();
    Map<String, DayPart> away = leave.away(organization.id(), view.day());
    List<String> out =
        outings.on(organization.id(), view.day()).stream()
            .filter(outing -> view.shows(outing.memberId()) && !outing.back())
            .filter(outing -> away.get(outing.memberId()) != DayPart.DAY)
            .map(outing -> out(view, outing))
            .toList();
    List<String> off =
        organization.activeMembers(view.day()).stream()
            .filter(member -> away.containsKey(member.id()) && view.shows(member))
            .map(member -> MorningView.name(member) + part(away.get(member.id())))
            .toList();
    List<String> lines = new ArrayList<>();
    if (!out.isEmpty()) {
      lines.add("今天外出：" + joined(out, "处"));
    }
    if (!off.isEmpty()) {
      lines.add("请假：" + joined(off, "人"));
    }
    return lines;
  }

  private static String out(MorningView view, Outing outing) {
    String place = UntrustedText.oneLine(PhoneNumbers.masked(outing.place()), PLACE);
    return (view.name(outing.memberId()) + " " + outing.time() + " " + place)
        .replaceAll("\\s+", " ");
  }

  private static String part(DayPart part) {
    return part == DayPart.DAY ? "" : "(" + part.word() + ")";
  }

  private static String joined(List<String> all, String measure) {
    String shown = all.stream().limit(SHOWN).collect(Collectors.joining("、"));
    return all.size() > SHOWN ? shown + " 等" + all.size() + measure : shown;
  }
}
