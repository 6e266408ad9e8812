package io.github.xunbang.digest.pack;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.digest.pack.DifficultyBook.Said;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 困难: what is difficult, said in private and read by managers only (S-132). */
@Component
class DifficultyCommands implements CommandHandler {

  private static final int LONGEST = 100;
  private static final int LISTED_DAYS = 31;

  private final OrganizationService organizations;
  private final DifficultyRepository books;
  private final Difficulties difficulties;

  DifficultyCommands(
      OrganizationService organizations, DifficultyRepository books, Difficulties difficulties) {
    this.organizations = organizations;
    this.books = books;
    this.difficulties = difficulties;
  }

  @Override
  public String name() {
    return "困难";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    String text = UntrustedText.oneLine(call.input().strip().replaceAll("\\s+", " "), LONGEST + 1);
    if (text.isEmpty()) {
      return list(call, organization, today).changingNothing();
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw call.rejection("tooLong", Map.of("most", LONGEST));
    }
    Said said = new Said(call.caller().member(), today.toString(), text);
    books.update(organization.id(), book -> book.with(said));
    return call.reply("stored");
  }

  private Reply list(CommandCall call, Organization organization, LocalDate today) {
    if (!call.caller().access().covers(Access.MANAGER)) {
      throw call.rejection("usage", Map.of());
    }
    List<String> lines =
        difficulties.lines(
            Scope.all(organization), today.minusDays(LISTED_DAYS), today.plusDays(1));
    return lines.isEmpty()
        ? call.reply("none")
        : call.reply("list", Map.of("lines", String.join("\n", lines)));
  }
}
