package io.github.xunbang.metric.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.Feed.Measure;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.time.LocalDate;
import java.util.Set;

/**
 * Whether a room's own records or daily reports write some figures, by business day (design section
 * 5). A change holds from the next business day, so that no day has two sources; setting it again
 * before then replaces the change that waits.
 */
abstract class SourceSetting implements Setting {

  private static final Set<String> REPORTS = Set.of("日报", "报数", "上报", "手报", "关", "关闭", "取消");

  private final String name;
  private final String word;
  private final Measure measure;

  /**
   * A setting.
   *
   * @param word what to type for the room's own records
   * @param measure gives the words in which it is shown
   */
  SourceSetting(String name, String word, Measure measure) {
    this.name = name;
    this.word = word;
    this.measure = measure;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String show(Organization organization) {
    Feed feed = FeedSpans.read(organization.settings().get(name), measure);
    if (feed == null) {
      return "日报";
    }
    return (feed.until() == null ? word : "日报") + "，" + FeedText.of(feed);
  }

  @Override
  public String parse(String typed) {
    throw new UnsupportedOperationException("A new " + name + " starts with the next day");
  }

  @Override
  public String parse(String typed, Organization organization, LocalDate today) {
    Feed before = FeedSpans.read(organization.settings().get(name), measure);
    String wanted = typed.strip();
    if (wanted.equals(word)) {
      return FeedSpans.store(FeedSpans.fed(before, measure, today.plusDays(1)));
    }
    if (REPORTS.contains(wanted)) {
      return FeedSpans.store(FeedSpans.reported(before, today.plusDays(1)));
    }
    throw new CommandRejectedException(
        "没有“%s”这种来源。请这样写：设置 %s %s（或 日报）".formatted(UntrustedText.oneLine(wanted, 12), name, word));
  }
}
