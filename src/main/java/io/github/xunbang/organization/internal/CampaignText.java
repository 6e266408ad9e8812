package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DayRange;
import io.github.xunbang.calendar.DayRangeText;
import io.github.xunbang.calendar.Festival;
import io.github.xunbang.calendar.FestivalWindow;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A campaign as typed: {@code 国庆冲刺 8-1到11-30 五店 八店}, {@code 中秋促销 中秋节}, {@code 年货节 春节前15天到春节},
 * {@code 国庆黄金周}.
 *
 * @param units names of the units that take part, none for all
 */
record CampaignText(String name, DayRange days, List<String> units) {

  private static final int LONGEST = 731;
  private static final int LONGEST_WITHOUT_YEAR = 183;
  private static final String EXAMPLE = "请这样写：设置 活动 国庆冲刺 8-1到11-30";

  /**
   * Reads a tidied line.
   *
   * @throws CommandRejectedException when it has no dates, or they end before they start
   */
  static CampaignText read(String text, LocalDate today) {
    List<String> words = new ArrayList<>(List.of(text.split("\\s+")));
    if (words.size() == 1 && Festival.named(text).isPresent()) {
      words.add(text);
    }
    if (words.size() > 1 && DayRangeText.looksLikeDays(words.get(0))) {
      words.add(1, words.remove(0));
    }
    if (words.size() < 2) {
      throw new CommandRejectedException("还要写起止日期。" + EXAMPLE);
    }
    List<String> units =
        words.stream()
            .skip(2)
            .flatMap(word -> Stream.of(word.replaceFirst("^(?:单位|参加)[::]?", "").split("[、,;]")))
            .filter(word -> !word.isEmpty())
            .toList();
    return new CampaignText(words.get(0), days(words.get(1), today), units);
  }

  private static DayRange days(String text, LocalDate today) {
    DayRange days =
        festival(text, today)
            .or(() -> DayRangeText.ahead(today, today).read(text))
            .orElseThrow(() -> unreadable(text));
    // 11-30到8-1 is a slip more often than eight months across New Year.
    boolean withYear = text.matches("\\d{4}.*");
    if (!withYear
        && days.end().getYear() > days.start().getYear()
        && days.length() > LONGEST_WITHOUT_YEAR) {
      throw endsFirst(days.start() + "到" + days.end());
    }
    if (days.length() > LONGEST) {
      throw new CommandRejectedException("活动最长两年，请核对起止：" + days.text());
    }
    return days;
  }

  private static Optional<DayRange> festival(String word, LocalDate today) {
    return new FestivalWindow(today)
        .read(word)
        .map((Period period) -> new DayRange(period.start(), period.end()));
  }

  private static CommandRejectedException unreadable(String text) {
    boolean days = DayRangeText.looksLikeDays(text);
    return days
        ? new CommandRejectedException(
            "“%s”不是有效的起止日期，或者结束早于开始。%s".formatted(UntrustedText.oneLine(text, 30), EXAMPLE))
        : new CommandRejectedException(
            "“%s”没看懂，要写起止日期或节日名。%s".formatted(UntrustedText.oneLine(text, 20), EXAMPLE));
  }

  private static CommandRejectedException endsFirst(String withYears) {
    return new CommandRejectedException("结束早于开始。真要跨年请写上年份：设置 活动 名字 " + withYears);
  }
}
