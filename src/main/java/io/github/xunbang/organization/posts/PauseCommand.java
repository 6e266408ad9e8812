package io.github.xunbang.organization.posts;

import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.posts.PostPlan.Pause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * 暂停: nothing is posted by itself until 恢复, or through a last day. What falls into the pause is
 * skipped, not kept; periods still close, and their boards can be asked for.
 */
@Component
class PauseCommand implements CommandHandler {

  private static final int LONGEST_DAYS = 180;
  private static final Pattern DAYS = Pattern.compile("(\\d{1,3})\\s*天");
  private static final Pattern UNTIL = Pattern.compile("(?:到|至)\\s*(.+)");

  private final OrganizationService organizations;

  PauseCommand(OrganizationService organizations) {
    this.organizations = organizations;
  }

  @Override
  public String name() {
    return "暂停";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    Instant now = call.message().receivedAt();
    if (call.input().isBlank()) {
      store(organization, new Pause(now, null));
      return call.reply("paused");
    }
    LocalDate today = organization.businessDay().of(now);
    LocalDate last =
        last(call.input().strip(), organization, now, today)
            .filter(day -> !day.isBefore(today) && !day.isAfter(today.plusDays(LONGEST_DAYS)))
            .orElseThrow(() -> call.rejection("usage", Map.of()));
    Instant end = last.plusDays(1).atStartOfDay(organization.businessDay().zone()).toInstant();
    store(organization, new Pause(now, end));
    return call.reply(
        "pausedUntil", Map.of("last", DateText.day(last), "next", DateText.day(last.plusDays(1))));
  }

  /** {@code 3天} counts today as the first. */
  private static Optional<LocalDate> last(
      String typed, Organization organization, Instant now, LocalDate today) {
    Matcher days = DAYS.matcher(typed);
    if (days.matches()) {
      int count = Integer.parseInt(days.group(1));
      return count == 0 ? Optional.empty() : Optional.of(today.plusDays(count - 1L));
    }
    Matcher until = UNTIL.matcher(typed);
    String date = until.matches() ? until.group(1) : typed;
    return new DateWords(organization.businessDay(), now)
        .parse(date)
        .filter(DateReading.Resolved.class::isInstance)
        .map(reading -> ((DateReading.Resolved) reading).date());
  }

  private void store(Organization organization, Pause pause) {
    organizations.set(organization.id(), Map.of(PostPlan.PAUSE, pause.stored()));
  }
}
