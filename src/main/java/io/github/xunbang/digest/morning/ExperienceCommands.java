package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 经验: what somebody who was asked for a case writes beforehand; it is said at the next 晨会, where
 * the team reads it (S-132). Whoever was not asked has 建议 for it, and managers have 晨会 案例.
 */
@Component
class ExperienceCommands implements CommandHandler {

  private static final int LONGEST = 80;
  private static final int NAME = 12;
  private static final int ASKED_DAYS = 31;

  private final OrganizationService organizations;
  private final DigestBookRepository books;
  private final MorningDays days;

  ExperienceCommands(
      OrganizationService organizations, DigestBookRepository books, MorningDays days) {
    this.organizations = organizations;
    this.books = books;
    this.days = days;
  }

  @Override
  public String name() {
    return "经验";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    Instant now = call.message().receivedAt();
    LocalDate today = organization.businessDay().of(now);
    String text = UntrustedText.oneLine(call.input().strip().replaceAll("\\s+", " "), LONGEST + 1);
    if (text.isEmpty()) {
      throw call.rejection("usage", Map.of());
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw call.rejection("tooLong", Map.of("most", LONGEST));
    }
    if (!wasAsked(call, organization, today)) {
      throw call.rejection("notAsked", Map.of());
    }
    LocalDate day = days.nextDay(organization, now);
    keep(call, organization, text, day, today);
    return call.reply("stored", Map.of("day", DateText.day(day), "text", text));
  }

  private boolean wasAsked(CommandCall call, Organization organization, LocalDate today) {
    return call.caller().access().covers(Access.MANAGER)
        || books.find(organization.id()).turns().stream()
            .filter(turn -> turn.memberId().equals(call.caller().member()))
            .anyMatch(turn -> LocalDate.parse(turn.day()).isAfter(today.minusDays(ASKED_DAYS)));
  }

  /** What the same person wrote before and no 晨会 has said yet makes room. */
  private void keep(
      CommandCall call, Organization organization, String text, LocalDate day, LocalDate today) {
    String key = call.message().key();
    String head =
        organization
                .member(call.caller().member())
                .map(member -> UntrustedText.oneLine(member.name(), NAME))
                .orElse("同事")
            + "的经验：";
    List<MorningReader.Wish> wish =
        List.of(new MorningReader.Wish(Part.CASE, head + text, MorningItem.once(day)));
    books.update(
        organization.id(),
        book -> {
          Set<Integer> earlier =
              book.open(today).stream()
                  .filter(item -> item.part() == Part.CASE && item.text().startsWith(head))
                  .filter(item -> !item.key().equals(key))
                  .map(MorningItem::number)
                  .collect(Collectors.toSet());
          if (book.open(today).size() - earlier.size() >= DigestBook.MOST_ITEMS) {
            throw call.rejection("full", Map.of());
          }
          return book.withoutItems(earlier).withItems(wish, key, today);
        });
  }
}
