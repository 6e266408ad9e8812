package io.github.xunbang.reminder;

import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.DaySheets;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Responsibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** When each person's report of each day first came; own figures or those of a unit in care. */
final class FirstReports {

  private final Map<String, Map<LocalDate, Instant>> byMember = new HashMap<>();

  private FirstReports() {}

  /** Reads what is not read yet in two questions. */
  static FirstReports read(
      DaySheets sheets, Organization organization, Collection<Member> members) {
    FirstReports reports = new FirstReports();
    Set<String> asked = members.stream().map(Member::id).collect(Collectors.toSet());
    sheets.read(asked);
    asked.forEach(id -> sheets.of(id).forEach(sheet -> reports.addOwn(id, sheet)));
    Map<String, List<Responsibility>> byUnit =
        organization.structure().responsibilities().stream()
            .filter(one -> asked.contains(one.memberId()))
            .collect(Collectors.groupingBy(Responsibility::unitId));
    sheets.read(byUnit.keySet());
    byUnit.forEach((id, inCare) -> sheets.of(id).forEach(sheet -> reports.addUnit(inCare, sheet)));
    return reports;
  }

  boolean has(String memberId, LocalDate day) {
    return byMember.getOrDefault(memberId, Map.of()).containsKey(day);
  }

  /** The first report of the day; there must be one. */
  Instant first(String memberId, LocalDate day) {
    return byMember.get(memberId).get(day);
  }

  private void addOwn(String memberId, DaySheet sheet) {
    if (sheet.isReported()) {
      // Figures from before the bot are a report that nobody can have sent too late.
      Instant first =
          sheet.entries().stream()
              .filter(entry -> entry.reason().isReported())
              .map(LedgerEntry::at)
              .min(Comparator.naturalOrder())
              .orElse(Instant.MIN);
      add(memberId, sheet.day(), first);
    }
  }

  /** Figures of a store are the report of whoever sent them and looks after it that day. */
  private void addUnit(List<Responsibility> inCare, DaySheet sheet) {
    if (!sheet.isReported()) {
      return;
    }
    for (LedgerEntry entry : sheet.entries()) {
      boolean theirs =
          inCare.stream()
              .anyMatch(one -> one.memberId().equals(entry.actorId()) && one.activeOn(sheet.day()));
      if (theirs && entry.reason().isReported()) {
        add(entry.actorId(), sheet.day(), entry.at());
      }
    }
  }

  private void add(String memberId, LocalDate day, Instant at) {
    byMember
        .computeIfAbsent(memberId, none -> new HashMap<>())
        .merge(day, at, (one, other) -> one.isBefore(other) ? one : other);
  }
}
