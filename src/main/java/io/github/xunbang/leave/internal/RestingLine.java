package io.github.xunbang.leave.internal;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.FreeTextHandler;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 今天休息, 下午请假, 请半天假: when and that one is off, nothing else. It is no report and no request yet; the
 * answer offers 请假 (line 12 of the real-life lines).
 */
@Component
@Order(10)
class RestingLine implements FreeTextHandler {

  private static final int LONGEST = 30;
  private static final Pattern PREFIX = Pattern.compile("^(?:日报)?[\\s:,.，。]*(?:我)?");
  private static final Pattern OFF =
      Pattern.compile(
          "[\\s,，]*(?:我)?(?:要|想)?(?:请个?半天假?|半天假|请?休息|轮休|调休|请个?假|休假|病假|事假|年假)(?:一天|啦|了|哈|哦|啊|呢|的)*[\\s.。!~,，]*");

  /** 请半天假, 请三天假: no date, and still nothing else. */
  private static final Pattern LENGTH_OFF =
      Pattern.compile(
          "(?:要|想)?请个?(?:半|\\d{1,2}|[一二两三四五六七八九十])天半?的?[事病年]?假(?:啦|了|哈|哦|啊|呢)*[\\s.。!~,，]*");

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
    int date =
        new DateWords(organization.businessDay(), now)
            .read(body, 0)
            .map(DateWords.Found::end)
            .orElse(0);
    int half = afterHalf(body, date);
    return half > 0 && OFF.matcher(body.substring(half)).matches()
        || LENGTH_OFF.matcher(body).matches();
  }

  /** The position after 上午 or 下午 behind a date. */
  private static int afterHalf(String body, int date) {
    int at = date;
    while (at < body.length() && body.charAt(at) == ' ') {
      at++;
    }
    return HalfWords.named(body, at).map(HalfWords.Found::end).orElse(date);
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
