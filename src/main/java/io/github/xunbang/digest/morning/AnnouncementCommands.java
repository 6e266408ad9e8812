package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.digest.morning.Announcement.State;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 公告: at once or dated, to every group that receives posts. What goes to several groups at once is
 * shown first and said on {@code 公告 发 5}, for it cannot be called back.
 */
@Component
class AnnouncementCommands implements CommandHandler {

  private static final int SHOWN = 8;
  private static final Pattern VERB =
      Pattern.compile("^(取消|撤销|删除?|发送?|确认)[\\s:：#]*(\\d{1,6})?[条]?$");

  private final OrganizationService organizations;
  private final DigestBookRepository books;
  private final AnnouncementDesk desk;
  private final AutoPosts posts;

  AnnouncementCommands(
      OrganizationService organizations,
      DigestBookRepository books,
      AnnouncementDesk desk,
      AutoPosts posts) {
    this.organizations = organizations;
    this.books = books;
    this.desk = desk;
    this.posts = posts;
  }

  @Override
  public String name() {
    return "公告";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    String input = call.input().strip();
    if (input.isEmpty()) {
      return list(call, organization).changingNothing();
    }
    Matcher verb = VERB.matcher(input);
    if (!verb.matches()) {
      return add(call, organization);
    }
    if (verb.group(2) == null) {
      throw call.rejection("whichNumber", Map.of("verb", verb.group(1)));
    }
    Announcement known =
        books
            .find(organization.id())
            .announcement(Integer.parseInt(verb.group(2)))
            .orElseThrow(() -> call.rejection("unknown", Map.of("number", verb.group(2))));
    return verb.group(1).matches("发送?|确认")
        ? confirm(call, organization, known)
        : cancel(call, organization, known);
  }

  private Reply add(CommandCall call, Organization organization) {
    int groups = AnnouncementDesk.groups(organization).size();
    if (groups == 0) {
      throw call.rejection("noGroup", Map.of());
    }
    Instant now = call.message().receivedAt();
    AheadDates dates = new AheadDates(organization.businessDay(), now);
    AnnouncementReader.Wish wish = AnnouncementReader.read(call, dates);
    LocalDate day = wish.day();
    Instant at = day == null ? now : due(call, organization, dates, day, wish.time());
    State state = day != null ? State.PLANNED : groups > 1 ? State.DRAFT : State.SENT;
    String key = call.message().key();
    Announcement stored =
        books
            .update(
                organization.id(),
                book -> book.withAnnouncement(wish.text(), at.toString(), state, key))
            .announcementBy(key)
            .orElseThrow();
    return answer(call, organization, stored, state, groups);
  }

  private Reply answer(
      CommandCall call, Organization organization, Announcement stored, State state, int groups) {
    if (state == State.PLANNED) {
      desk.plan(organization, stored);
    } else if (state == State.SENT) {
      desk.say(organization, stored);
    }
    return call.reply(
        switch (state) {
          case PLANNED -> "planned";
          case DRAFT -> "draft";
          default -> "sent";
        },
        Map.of(
            "number", stored.number(),
            "groups", groups,
            "at", at(organization, stored.instant()),
            "text", stored.text(),
            "quiet", quiet(organization, stored.instant())));
  }

  private static Instant due(
      CommandCall call,
      Organization organization,
      AheadDates dates,
      LocalDate day,
      LocalTime time) {
    Instant at = day.atTime(time).atZone(organization.businessDay().zone()).toInstant();
    if (!at.isAfter(call.message().receivedAt())) {
      throw call.rejection("past", Map.of("day", DateText.day(day)));
    }
    if (day.isAfter(dates.today().plusYears(1))) {
      throw call.rejection("tooFar", Map.of("day", DateText.day(day)));
    }
    return at;
  }

  private Reply confirm(CommandCall call, Organization organization, Announcement known) {
    String key = call.message().key();
    boolean again = key.equals(known.doneBy());
    if (known.state() != State.DRAFT && !again) {
      throw call.rejection(
          "notDraft", Map.of("number", known.number(), "state", word(known.state())));
    }
    Instant now = again ? known.instant() : call.message().receivedAt();
    Announcement sent = known.now(State.SENT, now, key);
    desk.sent(organization, known.number(), now, key);
    desk.say(organization, sent);
    return call.reply(
        "sent",
        Map.of(
            "number", known.number(),
            "groups", AnnouncementDesk.groups(organization).size(),
            "quiet", quiet(organization, now)));
  }

  private Reply cancel(CommandCall call, Organization organization, Announcement known) {
    boolean open = known.state() == State.PLANNED || known.state() == State.DRAFT;
    if (!open && !call.message().key().equals(known.doneBy())) {
      throw call.rejection(
          known.state() == State.SENT ? "alreadySent" : "alreadyCancelled",
          Map.of("number", known.number()));
    }
    desk.cancel(organization, known, call.message().key());
    return call.reply("cancelled", Map.of("number", known.number(), "text", shown(known.text())));
  }

  private Reply list(CommandCall call, Organization organization) {
    List<Announcement> all =
        books.find(organization.id()).announcements().stream()
            .filter(one -> one.state() != State.CANCELLED)
            .sorted(
                Comparator.comparing((Announcement one) -> one.state() == State.SENT)
                    .thenComparing(Announcement::number, Comparator.reverseOrder()))
            .limit(SHOWN)
            .toList();
    return all.isEmpty()
        ? call.reply("none")
        : call.reply(
            "list",
            Map.of(
                "items",
                all.stream()
                    .map(one -> line(organization, one))
                    .collect(Collectors.joining("\n"))));
  }

  private static String line(Organization organization, Announcement one) {
    return "%d %s %s：%s"
        .formatted(
            one.number(), at(organization, one.instant()), word(one.state()), shown(one.text()));
  }

  private static String word(State state) {
    return switch (state) {
      case DRAFT -> "待确认";
      case PLANNED -> "待发";
      case SENT -> "已发";
      case CANCELLED -> "已取消";
    };
  }

  /** What quiet hours do to it, or nothing. */
  private String quiet(Organization organization, Instant at) {
    return posts
        .quietHours(organization)
        .endOf(at, organization.businessDay().zone())
        .map(end -> "\n那时是安静时段，" + at(organization, end) + "送到。")
        .orElse("");
  }

  private static String shown(String text) {
    return UntrustedText.oneLine(text.replaceAll("\\s+", " "), 30);
  }

  private static String at(Organization organization, Instant instant) {
    ZonedDateTime local = instant.atZone(organization.businessDay().zone());
    return DateText.day(local.toLocalDate()) + local.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
  }
}
