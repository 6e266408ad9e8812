package io.github.xunbang.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days around a festival as people type them (S-93): 中秋, 春节前15天, 春节前两周到春节, 国庆后三天, 中秋到国庆, 端午前后3天. 前
 * and 后 count from the holiday's first and last day and leave it out unless 到 reaches for it.
 */
public final class FestivalWindow {

  private static final int DAYS_OF_WEEK = 7;
  private static final int HALF_MONTH = 15;
  private static final String LENGTH = "(半个?月|[0-9零一二两三四五六七八九十]{1,3}(?:天|日|周|个?星期))";
  private static final String NAME = "([\\p{IsHan}]{2,6}?)";
  private static final Pattern AROUND = Pattern.compile(NAME + "(前后|前|后)" + LENGTH);
  private static final Pattern STRETCH =
      Pattern.compile(NAME + "(?:前" + LENGTH + ")?到" + NAME + "(?:后" + LENGTH + ")?");

  private final LocalDate notBefore;

  /** Windows that have not ended before {@code notBefore}, the first there is. */
  public FestivalWindow(LocalDate notBefore) {
    this.notBefore = notBefore;
  }

  /** The days, or empty when {@code text} names no festival. */
  public Optional<Period> read(String text) {
    Optional<Period> found = from(text, notBefore);
    // 春节前7天 on the eve is over, though the festival is not.
    return found.filter(days -> days.end().isBefore(notBefore)).isPresent()
        ? from(text, notBefore.plusDays(DAYS_OF_WEEK * 2)).filter(this::isAhead)
        : found;
  }

  private boolean isAhead(Period days) {
    return !days.end().isBefore(notBefore);
  }

  private static Optional<Period> from(String text, LocalDate day) {
    Optional<Period> whole = Festival.named(text).map(festival -> festival.onOrAfter(day));
    if (whole.isPresent()) {
      return whole;
    }
    Matcher around = AROUND.matcher(text);
    if (around.matches()) {
      int length = length(around.group(3));
      // 国庆后7天 still runs when the holiday itself is over.
      LocalDate since = around.group(2).equals("前") ? day : day.minusDays(length);
      return Festival.named(around.group(1))
          .map(festival -> festival.onOrAfter(since))
          .flatMap(days -> around(days, around.group(2), length));
    }
    Matcher stretch = STRETCH.matcher(text);
    return stretch.matches() ? stretch(stretch, day) : Optional.empty();
  }

  private static Optional<Period> around(Period days, String side, int length) {
    LocalDate start = days.start().minusDays(length);
    LocalDate end = days.end().plusDays(length);
    return length == 0
        ? Optional.empty()
        : switch (side) {
          case "前" -> campaign(start, days.start().minusDays(1));
          case "后" -> campaign(days.end().plusDays(1), end);
          default -> campaign(start, end);
        };
  }

  private static Optional<Period> stretch(Matcher text, LocalDate day) {
    Optional<Festival> first = Festival.named(text.group(1));
    Optional<Festival> last = Festival.named(text.group(3));
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    Period from = first.get().onOrAfter(day);
    Period to = last.get().onOrAfter(from.start());
    return campaign(
        from.start().minusDays(text.group(2) == null ? 0 : length(text.group(2))),
        to.end().plusDays(text.group(4) == null ? 0 : length(text.group(4))));
  }

  private static int length(String text) {
    if (text.startsWith("半")) {
      return HALF_MONTH;
    }
    int number = Math.max(new DateScanner(text.replace('两', '二'), 0).small(), 0);
    return text.endsWith("周") || text.endsWith("星期") ? DAYS_OF_WEEK * number : number;
  }

  private static Optional<Period> campaign(LocalDate start, LocalDate end) {
    return Optional.of(new Period(PeriodType.CAMPAIGN, start, end));
  }
}
