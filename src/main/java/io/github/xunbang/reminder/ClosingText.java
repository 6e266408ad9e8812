package io.github.xunbang.reminder;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 截止提醒 in words, six lines at most. */
final class ClosingText {

  private static final int DAYS_SHOWN = 3;

  private ClosingText() {}

  /**
   * The post.
   *
   * @param ending the periods that freeze tomorrow, shortest first
   * @param open who has which day to fill in, latest first
   * @param figures an example of figures
   */
  static String of(
      Organization organization,
      LocalDate day,
      List<Period> ending,
      Map<LocalDate, List<Member>> open,
      String figures) {
    String names =
        ending.stream()
            .flatMap(period -> name(organization, period))
            .distinct()
            .collect(Collectors.joining("、"));
    StringBuilder text =
        new StringBuilder("【截止提醒】")
            .append(DateText.day(day))
            .append("\n%s明早%tk:%2$tM截止".formatted(names, organization.businessDay().closingTime()));
    if (open.isEmpty()) {
      return text.append("，今天的数今晚报上就好").toString();
    }
    text.append("，还能补的：");
    open.entrySet().stream()
        .limit(DAYS_SHOWN)
        .forEach(
            entry ->
                text.append('\n')
                    .append(DateText.day(entry.getKey()))
                    .append(' ')
                    .append(PersonNames.of(entry.getValue())));
    LocalDate latest = open.keySet().iterator().next();
    return text.append("\n请发：补报 %s %s".formatted(DateText.shortDay(latest), figures)).toString();
  }

  private static Stream<String> name(Organization organization, Period period) {
    return switch (period.type()) {
      case DAY -> Stream.of("今天");
      case WEEK -> Stream.of("本周");
      case XUN -> Stream.of("本旬");
      case HALF_MONTH -> Stream.of("本半月");
      case MONTH -> Stream.of("本月");
      case QUARTER -> Stream.of("本季度");
      case YEAR -> Stream.of("本年");
      case CAMPAIGN ->
          organization.structure().campaigns().stream()
              .filter(campaign -> campaign.freezes() && campaign.period().equals(period))
              .map(Campaign::name)
              .map(name -> "活动" + name);
    };
  }
}
