package io.github.xunbang.organization;

import io.github.xunbang.message.Conversation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A daily report held a part that another room goes on with: tomorrow's itinerary becomes an outing
 * (S-22), a difficulty becomes an open 求助 (S-19). Published in-process after the durable write and
 * again when the message is redelivered, so listeners must be idempotent by message key and part,
 * and must not fail: the figures are stored, so what goes wrong is logged and tried again by a job.
 * It lives here because {@code report}, {@code leave} and {@code task} know this room and not one
 * another.
 *
 * @param organizationId whose
 * @param memberId who reported
 * @param conversation where
 * @param messageKey the report's idempotency key
 * @param part which part
 * @param reportDay business day of the report; an itinerary is for the member's next workday
 * @param text as typed, trimmed
 * @param at UTC instant of business time
 */
public record ReportNoted(
    String organizationId,
    String memberId,
    Conversation conversation,
    String messageKey,
    Part part,
    LocalDate reportDay,
    String text,
    Instant at) {

  /** The parts others listen for. */
  public enum Part {
    ITINERARY,
    HELP
  }

  /** As a job keeps it, for a listener that could not go on at once. */
  public Map<String, String> toData() {
    return Map.of(
        "member", memberId,
        "channel", conversation.channel(),
        "chat", conversation.id(),
        "kind", conversation.kind().name(),
        "key", messageKey,
        "part", part.name(),
        "day", reportDay.toString(),
        "text", text,
        "at", at.toString());
  }

  /** What {@link #toData} wrote. */
  public static ReportNoted ofData(String organizationId, Map<String, String> data) {
    return new ReportNoted(
        organizationId,
        data.get("member"),
        new Conversation(
            data.get("channel"), data.get("chat"), Conversation.Kind.valueOf(data.get("kind"))),
        data.get("key"),
        Part.valueOf(data.get("part")),
        LocalDate.parse(data.get("day")),
        data.get("text"),
        Instant.parse(data.get("at")));
  }
}
