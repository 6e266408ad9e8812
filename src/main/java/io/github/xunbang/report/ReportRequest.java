package io.github.xunbang.report;

import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.metric.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A line that is to become a daily report, now or when its question is answered.
 *
 * @param caller who reports
 * @param messageKey idempotency key: the original message's, also when an answer completes it later
 * @param at when the original message came (business time, UTC); decides the business day
 * @param text what was typed, or the repaired text that was offered
 * @param voice whether it was spoken
 * @param confirmed whether the sender confirmed an unusually high value
 * @param reason why the entry is made
 */
record ReportRequest(
    Caller caller,
    String messageKey,
    Instant at,
    String text,
    boolean voice,
    boolean confirmed,
    LedgerEntry.Reason reason) {

  /** Not Approval.REASON, which is for people to read. */
  private static final String ENTRY = "entryReason";

  /** A line of a pasted table: a name, then figures side by side. */
  private static final Pattern ROW = Pattern.compile("\\D\\S*(?:\\s+[\\d.,]+){3,}\\s*");

  /** The line above such rows: at least three names, no figure. */
  private static final Pattern HEADER = Pattern.compile("[^\\d:：\\s]+(?:\\s+[^\\d:：\\s]+){2,}\\s*");

  /** No figure is a phone number, and none is kept or repeated (design section 12). */
  ReportRequest {
    text = withoutPhones(text);
  }

  /** In the rows of a table three columns, 138 1234 5678, are figures and no phone. */
  private static String withoutPhones(String text) {
    boolean header = false;
    List<String> kept = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      boolean row = header && ROW.matcher(line).matches();
      kept.add(
          PhoneNumbers.replaced(
              line,
              found ->
                  row && found.columns()
                      ? line.substring(found.start(), found.end())
                      : PhoneNumbers.mask(found.digits())));
      header |= HEADER.matcher(line).matches();
    }
    return String.join("\n", kept);
  }

  /** The request that a message makes. */
  static ReportRequest of(CommandCall call, String text, LedgerEntry.Reason reason) {
    return new ReportRequest(
        call.caller(),
        call.message().key(),
        call.message().receivedAt(),
        text,
        call.message().voice(),
        false,
        reason);
  }

  /** What an open question keeps, so that the answer can go on after a restart. */
  Map<String, String> toData() {
    Map<String, String> data = new HashMap<>();
    data.put("messageKey", messageKey);
    data.put("at", at.toString());
    data.put("text", text);
    data.put("voice", Boolean.toString(voice));
    data.put(ENTRY, reason.name());
    Conversation chat = caller.conversation();
    data.put("channel", chat.channel());
    data.put("chat", chat.id());
    data.put("kind", chat.kind().name());
    return data;
  }

  /** The request again, for {@code caller}, from what a question kept. */
  static ReportRequest fromData(Caller caller, Map<String, String> data) {
    return new ReportRequest(
        caller,
        data.get("messageKey"),
        Instant.parse(data.get("at")),
        data.get("text"),
        Boolean.parseBoolean(data.get("voice")),
        false,
        LedgerEntry.Reason.valueOf(data.getOrDefault(ENTRY, data.get("reason"))));
  }

  /** Where the message was said; {@code otherwise} for data kept by an earlier version. */
  static Conversation saidIn(Map<String, String> data, Conversation otherwise) {
    return data.containsKey("chat")
        ? new Conversation(
            data.get("channel"), data.get("chat"), Conversation.Kind.valueOf(data.get("kind")))
        : otherwise;
  }

  /** The same request with the text that the sender chose from the offered ones. */
  ReportRequest repaired(String repairedText, boolean nowConfirmed) {
    return new ReportRequest(
        caller, messageKey, at, repairedText, false, confirmed || nowConfirmed, reason);
  }
}
