package io.github.xunbang.leave.internal;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.FreeTextHandler;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 今天休息, 明天请假: a date and that one is off, nothing else. It is no report and no request yet; the
 * answer offers 请假 (line 12 of the real-life lines).
 */
@Component
@Order(10)
class RestingLine implements FreeTextHandler {

  private static final int LONGEST = 30;
  private static final Pattern PREFIX = Pattern.compile("^(?:日报)?[\\s:,.，。]*(?:我)?");
  private static final Pattern OFF =
      Pattern.compile(
          "[\\s,，]*(?:我)?(?:要|想)?(?:请?休息|轮休|调休|请个?假|休假|病假|事假|年假)(?:一天|啦|了|哈|哦|啊|呢|的)*[\\s.。!~,，]*");

  private final OrganizationService organizations;

  RestingLine(OrganizationService organizations) {
    this.organizations = organizations;
  }

  @Override
  public Precedence precedence() {
    return Precedence.BEFORE_COMMANDS;
  }

  @Override
  public String commandName() {
    return LeaveCommands.NAME;
  }

  @Override
  public boolean claims(InboundMessage message, Caller caller) {
    return caller.organizationId() != null
        && message.text().length() <= LONGEST
        && is(message.text(), organizations.get(caller.organization()), message.receivedAt());
  }

  /** Whether the whole text says so. */
  static boolean is(String typed, Organization organization, Instant now) {
    if (typed.length() > LONGEST) {
      return false;
    }
    String body = body(typed);
    Optional<DateWords.Found> date = new DateWords(organization.businessDay(), now).read(body, 0);
    return date.isPresent() && OFF.matcher(body.substring(date.get().end())).matches();
  }

  /** The text without 日报 or 我 before it, in one form. */
  static String body(String typed) {
    return PREFIX.matcher(TypedText.normalize(TypedText.clean(typed).strip())).replaceFirst("");
  }

  /** 休息 is a rest day; other words name their kind themselves or none. */
  static String kind(String typed) {
    return typed.contains("休息") ? RestCommands.KIND : "";
  }
}
