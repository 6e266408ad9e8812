package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 晨会: what managers give it to say, what is planned, and how it would read now (S-119). */
@Component
class MorningCommands implements CommandHandler {

  /** It has a command of its own, since trainers say their topics themselves. */
  private static final String TRAINING = "培训";

  private static final int MOST_LINES = 15;
  private static final Pattern REMOVE =
      Pattern.compile("(?s)^(?:删除?|去掉|取消|撤销)[\\s:：]*(?:第)?((?:\\d{1,6}[\\s,，、条]*)*)$");
  private static final Pattern PREVIEW = Pattern.compile("预览|预演|看看|效果");

  private final OrganizationService organizations;
  private final DigestBookRepository books;
  private final MorningDays days;
  private final MorningDigest digest;

  MorningCommands(
      OrganizationService organizations,
      DigestBookRepository books,
      MorningDays days,
      MorningDigest digest) {
    this.organizations = organizations;
    this.books = books;
    this.days = days;
    this.digest = digest;
  }

  @Override
  public String name() {
    return MorningPost.NAME;
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
    if (PREVIEW.matcher(input).matches()) {
      return preview(call, organization).changingNothing();
    }
    if (input.startsWith(TRAINING)) {
      return call.reply("training").changingNothing();
    }
    Matcher remove = REMOVE.matcher(input);
    return remove.matches() ? remove(call, organization, remove.group(1)) : add(call, organization);
  }

  private Reply add(CommandCall call, Organization organization) {
    Instant now = call.message().receivedAt();
    AheadDates dates = new AheadDates(organization.businessDay(), now);
    LocalDate next = days.nextDay(organization, now);
    List<MorningReader.Wish> wishes = new MorningReader(call, dates, next).wishes();
    wishes.forEach(wish -> checkDay(call, organization, wish, next));
    if (wishes.size() > MOST_LINES) {
      throw call.rejection("tooManyLines", Map.of("most", MOST_LINES));
    }
    String key = call.message().key();
    DigestBook book =
        books.update(
            organization.id(),
            stored -> {
              if (stored.givenBy(key).isEmpty()
                  && stored.open(dates.today()).size() + wishes.size() > DigestBook.MOST_ITEMS) {
                throw call.rejection("full", Map.of("most", DigestBook.MOST_ITEMS));
              }
              return stored.withItems(wishes, key, dates.today());
            });
    return call.reply(
        "added", Map.of("items", lines(book.givenBy(key)), "off", off(organization, now)));
  }

  /** A day for once must have a 晨会 that is still to come. */
  private void checkDay(
      CommandCall call, Organization organization, MorningReader.Wish wish, LocalDate next) {
    if (!Character.isDigit(wish.when().charAt(0))) {
      return;
    }
    LocalDate day = LocalDate.parse(wish.when());
    Map<String, String> values =
        Map.of(
            "day",
            DateText.day(day),
            "part",
            wish.part().word(),
            "next",
            DateText.shortDay(
                days.isWorkday(organization, day) ? next : days.workdayAfter(organization, day)),
            "text",
            wish.text());
    if (day.isBefore(next)) {
      throw call.rejection("past", values);
    }
    if (day.isAfter(next.plusYears(1))) {
      throw call.rejection("tooFar", values);
    }
    if (!days.isWorkday(organization, day)) {
      throw call.rejection("restDay", values);
    }
  }

  private Reply remove(CommandCall call, Organization organization, String typed) {
    Set<Integer> numbers =
        Pattern.compile("\\d+")
            .matcher(typed)
            .results()
            .map(found -> Integer.valueOf(found.group()))
            .collect(Collectors.toSet());
    if (numbers.isEmpty()) {
      throw call.rejection("whichNumber", Map.of());
    }
    DigestBook before = books.find(organization.id());
    List<MorningItem> gone =
        before.items().stream().filter(item -> numbers.contains(item.number())).toList();
    numbers.stream()
        .filter(number -> gone.stream().noneMatch(item -> item.number() == number))
        .findFirst()
        .ifPresent(
            number -> {
              throw call.rejection("unknown", Map.of("number", number));
            });
    books.update(organization.id(), book -> book.withoutItems(numbers));
    return call.reply("removed", Map.of("items", lines(gone)));
  }

  private Reply list(CommandCall call, Organization organization) {
    Instant now = call.message().receivedAt();
    List<MorningItem> open = books.find(organization.id()).open(organization.businessDay().of(now));
    String next =
        days.next(organization, now)
            .map(due -> call.definition().text("next", Map.of("at", at(organization, due))))
            .orElseGet(() -> call.definition().text("off", Map.of()));
    return open.isEmpty()
        ? call.reply("none", Map.of("next", next))
        : call.reply("list", Map.of("items", lines(open), "next", next));
  }

  private Reply preview(CommandCall call, Organization organization) {
    Instant now = call.message().receivedAt();
    LocalDate day = days.nextDay(organization, now);
    List<String> units =
        organization.group(call.caller().conversation()).map(ChatGroup::unitIds).orElse(List.of());
    String at = at(organization, days.at(organization, day));
    return digest
        .text(organization, units, day)
        .map(
            text ->
                call.reply(
                    "preview", Map.of("at", at, "text", text, "off", off(organization, now))))
        .orElseGet(() -> call.reply("previewEmpty", Map.of("at", at)));
  }

  private String off(Organization organization, Instant now) {
    return days.next(organization, now).isPresent() ? "" : "\n晨会现在不会发：已关闭或暂停。打开发：打开 晨会";
  }

  private static String at(Organization organization, Instant due) {
    ZonedDateTime local = due.atZone(organization.businessDay().zone());
    return DateText.day(local.toLocalDate()) + local.toLocalTime();
  }

  private static String lines(List<MorningItem> items) {
    return items.stream().map(MorningItem::line).collect(Collectors.joining("\n"));
  }
}
