package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;

/** What is wrong with a written rule, always with a line to type instead. */
final class RuleProblems {

  private static final String LIKE = "。请这样写：方案 加 ";
  private static final int SHOWN = 12;

  private RuleProblems() {}

  static CommandRejectedException of(String what, String instead) {
    String end = what.endsWith("？") ? LIKE.substring(1) : LIKE;
    return new CommandRejectedException(what + end + instead);
  }

  static CommandRejectedException unknown(String word) {
    return of("“" + shown(word) + "”没看懂", "业绩 月 前三 500 300 200");
  }

  static CommandRejectedException near(String word, String near) {
    return new CommandRejectedException(
        "“%s”没看懂，是不是“%s”？改好再发一次，例如：方案 加 业绩 月 前三 500 300 200".formatted(shown(word), near));
  }

  static CommandRejectedException vague(String word) {
    return of("“" + shown(word) + "”不是准数，规则里的数要写准", "签单 月 少1单扣70 10到19单");
  }

  static CommandRejectedException person(String name) {
    return of("规则按岗位和单位写，不写个人（" + shown(name) + "）", "签单 月 每单20 业务员");
  }

  static CommandRejectedException harsh(String word) {
    return of("“" + shown(word) + "”请换个说法，人的去留由人来定", "签单 月 连续2个月 挂零 建议面谈");
  }

  static CommandRejectedException noCampaign(String word) {
    return new CommandRejectedException(
        "没有叫“%s”的活动。先设好日期：设置 活动 %s 5-1到5-31，再加规则".formatted(shown(word), shown(word)));
  }

  static CommandRejectedException noMetric() {
    return of("没写按什么算（业绩、签单、缺报……）", "业绩 月 前三 500 300 200");
  }

  static CommandRejectedException noPeriod(String line) {
    return of("没写多久算一次（周 旬 半月 月 季 年，或活动名）", insertMonth(line));
  }

  static CommandRejectedException noAmount() {
    return of("没写多少（金额、比例或提示语）", "签单 月 每单20，或 业绩 月 后三 待改进");
  }

  static CommandRejectedException noDirection() {
    return of("看不出是奖还是扣", "签单 月 挂零 扣200");
  }

  static CommandRejectedException unused(String word) {
    return of("“" + shown(word) + "”怎么算没看出来", "签单 月 满10 回款 10%");
  }

  static CommandRejectedException oneKind() {
    return of("一行写一条规则（前几名和后几名可以写在一起），别的请分开加", "业绩 月 前三 500 300 200 后三 待改进");
  }

  static CommandRejectedException twice(String one, String other) {
    return of("“" + shown(one) + "”和“" + shown(other) + "”只能写一个", "业绩 月 前三 500 300 200");
  }

  private static String insertMonth(String line) {
    String shown = UntrustedText.oneLine(line, 60);
    int blank = shown.indexOf(' ');
    return blank < 0 ? shown + " 月" : shown.substring(0, blank) + " 月" + shown.substring(blank);
  }

  private static String shown(String word) {
    return UntrustedText.oneLine(word, SHOWN);
  }
}
