package io.github.xunbang.organization.internal;

import java.util.regex.Pattern;

/** Tells 小组：一组 at the head of a report, or 门店业绩3万, from the command of that word. */
final class ReportHeading {

  private static final Pattern HEADING =
      Pattern.compile("(?s)[\\s/#]*(?:门店|小组|单位|岗位|职位|负责|代理|移除|加人)(?:\\s*[:：]|[^\\s,，]).*");

  private ReportHeading() {}

  /** Whether the text, if it carries figures, is a report. */
  static boolean begins(String text) {
    return HEADING.matcher(text).matches();
  }
}
