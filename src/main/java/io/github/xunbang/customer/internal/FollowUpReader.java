package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.TypedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands after the customer: a call-back when it begins with a date to come ({@code
 * 12-20 回访}), names 交房 with its date, or says 提前N天; anything else is a note.
 */
final class FollowUpReader {

  private static final int DEFAULT_LEAD = 7;
  private static final int LONGEST_LEAD = 90;
  private static final Pattern MENTION = Pattern.compile("[@＠]([^\\s@＠，,、；;]+)[、，,]?");
  private static final Pattern LEAD =
      Pattern.compile("提前\\s*(\\d{1,3}|[一二两三四五六七八九十]{1,3})\\s*(天|日|周|个?星期|个?礼拜)");
  private static final Pattern HANDED_OVER = Pattern.compile("交房(?:日期|日|时间|是|:|\\s)*");

  /** 今天打了电话 tells what was done, not what is to do. */
  private static final Pattern HAPPENED = Pattern.compile("[\\s,，:：]*(?:已|刚|[^\\s]{1,3}[了过]).*");

  private FollowUpReader() {}

  /** What was read. */
  sealed interface FollowUp {

    /** Something that happened. */
    record Note(String text) implements FollowUp {}

    /**
     * Something to do.
     *
     * @param day the day to be reminded on
     * @param what in the sender's words
     * @param event the event and its date when the day counts back from one, else empty
     * @param people whom, as typed after @; empty for the owner
     */
    record Appointment(LocalDate day, String what, String event, List<String> people)
        implements FollowUp {

      public Appointment {
        people = List.copyOf(people);
      }
    }
  }

  /**
   * Reads the line.
   *
   * @throws FollowProblem for a date that is past or cannot be read
   */
  static FollowUp read(String typed, DateWords dates) {
    List<String> people = new ArrayList<>();
    Matcher mention = MENTION.matcher(typed);
    while (mention.find()) {
      people.add(mention.group(1));
    }
    String text = TypedText.clean(mention.replaceAll(" ")).strip();
    String form = TypedText.normalize(text);
    Matcher lead = LEAD.matcher(form);
    if (lead.find()) {
      String before = text.substring(0, lead.start()) + " " + text.substring(lead.end());
      return event(before, leadDays(lead), people, dates);
    }
    Matcher handedOver = HANDED_OVER.matcher(form);
    if (handedOver.lookingAt() && ComingDate.read(form, handedOver.end(), dates).isPresent()) {
      return event(text, DEFAULT_LEAD, people, dates);
    }
    return plain(text, form, people, dates);
  }

  private static FollowUp plain(String text, String form, List<String> people, DateWords dates) {
    Optional<ComingDate.Found> date = ComingDate.read(form, 0, dates);
    if (date.isEmpty() || HAPPENED.matcher(form.substring(date.get().end())).matches()) {
      return new FollowUp.Note(text);
    }
    LocalDate day = notPast(date.get().day(), dates);
    String what = trimmed(text.substring(date.get().end()));
    return new FollowUp.Appointment(day, what.isEmpty() ? "回访" : what, "", people);
  }

  /** Counts back from the event; a day that has gone by already becomes today. */
  private static FollowUp event(String text, int lead, List<String> people, DateWords dates) {
    String form = TypedText.normalize(text);
    for (int at = 0; at < form.length(); at++) {
      Optional<ComingDate.Found> date = ComingDate.read(form, at, dates);
      if (date.isPresent()) {
        LocalDate eventDay = notPast(date.get().day(), dates);
        String before = trimmed(text.substring(0, at));
        String after = trimmed(text.substring(date.get().end()));
        String what = after.isEmpty() ? (before.isEmpty() ? "回访" : before + "前联系") : after;
        LocalDate day = eventDay.minusDays(lead);
        return new FollowUp.Appointment(
            day.isBefore(dates.today()) ? dates.today() : day,
            what,
            trimmed(before + " " + DateText.day(eventDay)),
            people);
      }
    }
    throw new FollowProblem("noEventDate", Map.of());
  }

  private static int leadDays(Matcher lead) {
    boolean weeks = !lead.group(2).equals("天") && !lead.group(2).equals("日");
    int days = ComingDate.number(lead.group(1)) * (weeks ? 7 : 1);
    if (days < 1 || days > LONGEST_LEAD) {
      throw new FollowProblem("badLead", Map.of("days", LONGEST_LEAD));
    }
    return days;
  }

  private static LocalDate notPast(LocalDate day, DateWords dates) {
    if (day.isBefore(dates.today())) {
      throw new FollowProblem("past", Map.of("date", DateText.day(day)));
    }
    return day;
  }

  private static String trimmed(String text) {
    return text.replaceAll("^[\\s,，:：;；。]+|[\\s,，:：;；。]+$", "").replaceAll("\\s+", " ");
  }
}
