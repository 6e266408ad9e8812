package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DayRange;
import io.github.xunbang.calendar.DayRangeText;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Days that a manager adds one after the other or takes back: {@code 12-25}, {@code 12-25到12-27},
 * {@code 取消 12-25}. Past days may be entered; without a year a day up to two months back is meant.
 */
abstract class ExtraDaysSetting implements Setting {

  private static final int DAYS_BACK = 60;
  private static final int LONGEST = 62;
  private static final int MOST = 500;
  private static final String TAKE_BACK = "^(?:取消|删除|去掉)\\s*";

  private final String name;
  private final String opposite;

  /**
   * Days of one kind.
   *
   * @param opposite the setting of the opposite kind; one day cannot be both
   */
  ExtraDaysSetting(String name, String opposite) {
    this.name = name;
    this.opposite = opposite;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String show(Organization organization) {
    return days(organization, name).text();
  }

  @Override
  public final String parse(String typed) {
    throw new UnsupportedOperationException(name + " adds to what is set");
  }

  @Override
  public final String parse(String typed, Organization organization, LocalDate today) {
    DaySet before = days(organization, name);
    String text = DayRangeText.tidy(typed);
    String rest = text.replaceFirst(TAKE_BACK, "");
    if (!rest.equals(text)) {
      return takeBack(before, read(rest, today)).store();
    }
    List<LocalDate> more = read(text, today);
    more.stream()
        .filter(days(organization, opposite).days()::contains)
        .findFirst()
        .ifPresent(
            day -> {
              throw new CommandRejectedException(
                  "%s已设为%s，请先取消：设置 %s 取消 %s".formatted(day, opposite, opposite, day));
            });
    DaySet after = before.plus(more);
    if (after.days().size() > MOST) {
      throw new CommandRejectedException(
          "%s最多记%d天，过去的可以取消，例如：设置 %s 取消 %s".formatted(name, MOST, name, after.days().first()));
    }
    return after.store();
  }

  static DaySet days(Organization organization, String setting) {
    return DaySet.of(organization.settings().getOrDefault(setting, ""));
  }

  private DaySet takeBack(DaySet before, Collection<LocalDate> fewer) {
    DaySet after = before.minus(fewer);
    if (after.equals(before)) {
      throw new CommandRejectedException("这天本来就没设%s。现在的%s：%s".formatted(name, name, before.text()));
    }
    return after;
  }

  private List<LocalDate> read(String text, LocalDate today) {
    DayRangeText reader = DayRangeText.ahead(today, today.minusDays(DAYS_BACK));
    return Stream.of(text.split("[、,;\\s]+"))
        .map(part -> reader.read(part).orElseThrow(() -> unreadable(part)))
        .peek(this::requireShort)
        .flatMap(DayRange::days)
        .toList();
  }

  private void requireShort(DayRange range) {
    if (range.length() > LONGEST) {
      throw new CommandRejectedException(
          "%s有%d天，一次最多%d天。请核对起止日期，例如：设置 %s 12-25到12-27"
              .formatted(range.text(), range.length(), LONGEST, name));
    }
  }

  private CommandRejectedException unreadable(String part) {
    return new CommandRejectedException(
        "“%s”没看懂，或结束早于开始。请这样写：设置 %s 12-25 或 设置 %s 12-25到12-27"
            .formatted(UntrustedText.oneLine(part, 20), name, name));
  }
}
