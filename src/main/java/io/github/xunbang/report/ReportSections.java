package io.github.xunbang.report;

import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.metric.PostingResult.Posted;
import io.github.xunbang.metric.SubjectChange.Section;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.ReportNoted;
import io.github.xunbang.organization.ReportNoted.Part;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells other rooms about 明日 and 困难 of a stored report: after the durable write, and again when the
 * message is replayed, so that a death in between loses nothing.
 */
@Component
class ReportSections {

  private static final Map<Section, Part> TOLD =
      Map.of(Section.ITINERARY, Part.ITINERARY, Section.HELP, Part.HELP);

  private final ApplicationEventPublisher events;

  ReportSections(ApplicationEventPublisher events) {
    this.events = events;
  }

  /**
   * Publishes each such section once. The first of a kind carries the message's key; further ones,
   * of other people or days, a key made from it, so that listeners keep them all.
   */
  void publish(Organization organization, ReportRequest request, PostingResult result) {
    Set<Section> told = EnumSet.noneOf(Section.class);
    for (Posted posted : result.posted()) {
      LedgerEntry entry = posted.entry();
      for (Section section : Section.values()) {
        LedgerEntry.NoteStep step = entry.notes().get(section);
        if (TOLD.containsKey(section) && step != null && step.after() != null) {
          String key = told.add(section) ? request.messageKey() : entry.id();
          events.publishEvent(noted(organization, request, posted, section, key, step.after()));
        }
      }
    }
  }

  /** A unit's section is its reporter's. */
  private static ReportNoted noted(
      Organization organization,
      ReportRequest request,
      Posted posted,
      Section section,
      String key,
      String text) {
    String subject = posted.after().subjectId();
    return new ReportNoted(
        organization.id(),
        organization.member(subject).isPresent() ? subject : request.caller().member(),
        request.caller().conversation(),
        key,
        TOLD.get(section),
        posted.entry().day(),
        text.strip(),
        posted.entry().at());
  }
}
