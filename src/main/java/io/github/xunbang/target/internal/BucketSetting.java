package io.github.xunbang.target.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import io.github.xunbang.target.AttainmentBuckets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 完成率分档: the borders of attainment buckets. */
@Component
@Order(60)
class BucketSetting implements Setting {

  private static final int MOST = 6;
  private static final int HIGHEST = 300;

  @Override
  public String name() {
    return AttainmentBuckets.SETTING;
  }

  @Override
  public String description() {
    return "完成率榜按这些百分数分档，从高到低，例如：100,90,80";
  }

  @Override
  public String show(Organization organization) {
    return AttainmentBuckets.of(organization.settings()).toString();
  }

  @Override
  public String parse(String typed) {
    try {
      List<Integer> borders =
          Stream.of(typed.replace("%", "").strip().split("[,，、\\s]+"))
              .map(Integer::valueOf)
              .toList();
      if (borders.size() <= MOST && borders.stream().allMatch(border -> border <= HIGHEST)) {
        return new AttainmentBuckets(borders).toString();
      }
    } catch (IllegalArgumentException unreadable) {
      // Answered below like borders that are readable but make no sense.
    }
    throw new CommandRejectedException(
        "“%s”不能分档：写1到6个百分数，从高到低，最大300。请这样写：设置 完成率分档 100,90,80"
            .formatted(UntrustedText.oneLine(typed, 20)));
  }
}
