package io.github.xunbang.calendar;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Festivals as stretches of days (S-93): the statutory holiday where its table is published, else
 * the festival by sun or moon with the days that the law and custom give it.
 */
public enum Festival {
  NEW_YEAR("元旦", List.of("元旦", "元旦节", "新年")),
  SPRING("春节", List.of("春节", "过年", "春节黄金周")),
  CLEAR_BRIGHT("清明", List.of("清明", "清明节")),
  LABOUR("劳动", List.of("五一", "劳动节", "五一劳动节", "五一黄金周")),
  DRAGON_BOAT("端午", List.of("端午", "端午节")),
  MID_AUTUMN("中秋", List.of("中秋", "中秋节")),
  NATIONAL("国庆", List.of("国庆", "国庆节", "十一", "国庆黄金周", "十一黄金周", "黄金周"));

  private final String tableWord;
  private final List<String> words;

  Festival(String tableWord, List<String> words) {
    this.tableWord = tableWord;
    this.words = words;
  }

  /** The festival that people mean by {@code word}. */
  public static Optional<Festival> named(String word) {
    return Arrays.stream(values()).filter(one -> one.words.contains(word)).findFirst();
  }

  /** Its days, of this or the next year: the first that have not ended before {@code day}. */
  public Period onOrAfter(LocalDate day) {
    Period thisYears = of(day.getYear());
    return thisYears.end().isBefore(day) ? of(day.getYear() + 1) : thisYears;
  }

  private Period of(int year) {
    LocalDate festival = festival(year);
    LocalDate start = festival;
    while (isHoliday(start.minusDays(1))) {
      start = start.minusDays(1);
    }
    LocalDate end = festival;
    while (isHoliday(end.plusDays(1))) {
      end = end.plusDays(1);
    }
    return StatutoryTable.knows(year) ? campaign(start, end) : usual(festival);
  }

  /** 中秋 and 国庆 next to each other are one holiday under both names in some years. */
  private boolean isHoliday(LocalDate day) {
    return StatutoryTable.entry(day)
        .filter(entry -> !entry.works() && entry.name().contains(tableWord))
        .isPresent();
  }

  private LocalDate festival(int year) {
    return switch (this) {
      case NEW_YEAR -> LocalDate.of(year, 1, 1);
      case SPRING -> lunar(year, 1, 1);
      case CLEAR_BRIGHT -> solar(SolarTerm.fromName(year, "清明").getJulianDay().getSolarDay());
      case LABOUR -> LocalDate.of(year, 5, 1);
      case DRAGON_BOAT -> lunar(year, 5, 5);
      case MID_AUTUMN -> lunar(year, 8, 15);
      case NATIONAL -> LocalDate.of(year, 10, 1);
    };
  }

  /** While nothing is published: the days off by law since 2025, short festivals with a weekend. */
  private Period usual(LocalDate festival) {
    return switch (this) {
      case SPRING -> campaign(festival.minusDays(1), festival.plusDays(6));
      case LABOUR -> campaign(festival, festival.plusDays(4));
      case NATIONAL -> campaign(festival, festival.plusDays(6));
      default -> withWeekend(festival);
    };
  }

  private static Period withWeekend(LocalDate festival) {
    return switch (festival.getDayOfWeek()) {
      case FRIDAY, SATURDAY -> campaign(festival, festival.plusDays(2));
      case SUNDAY -> campaign(festival.minusDays(1), festival.plusDays(1));
      case MONDAY -> campaign(festival.minusDays(2), festival);
      default -> campaign(festival, festival);
    };
  }

  private static Period campaign(LocalDate start, LocalDate end) {
    return new Period(PeriodType.CAMPAIGN, start, end);
  }

  private static LocalDate lunar(int year, int month, int day) {
    return solar(LunarDay.fromYmd(year, month, day).getSolarDay());
  }

  private static LocalDate solar(SolarDay day) {
    return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
  }
}
