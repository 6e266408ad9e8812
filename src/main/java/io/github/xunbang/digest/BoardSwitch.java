package io.github.xunbang.digest;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Organization;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The boards of one kind of period as people switch them: {@code 关闭 季榜}. It says on which days they
 * come; that they really do, exactly once and late after an outage, is {@link BoardDigest}'s work,
 * since they follow the closing and not the timetable.
 */
final class BoardSwitch implements AutoPost {

  static final Duration AFTER_CLOSING = Duration.ofMinutes(5);

  private final PeriodType type;

  BoardSwitch(PeriodType type) {
    this.type = type;
  }

  PeriodType type() {
    return type;
  }

  @Override
  public String name() {
    return PostWords.of(type).board();
  }

  @Override
  public String description() {
    return PostWords.of(type).thisOne() + "结束的次日封榜后5分钟发；关了照样封榜，可以发“排名”来看";
  }

  @Override
  public List<LocalTime> times() {
    return List.of(LocalTime.of(8, 35));
  }

  /** Five minutes after the closing that was set, or later if that was set. */
  @Override
  public List<LocalTime> times(Organization organization, @Nullable List<LocalTime> set) {
    LocalTime earliest = organization.businessDay().closingTime().plus(AFTER_CLOSING);
    return (set == null ? List.of(earliest) : set)
        .stream().map(time -> time.isBefore(earliest) ? earliest : time).distinct().toList();
  }

  /** The day after a period of the kind has ended, rest day or not (design section 4). */
  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    LocalDate last = day.minusDays(1);
    return type == PeriodType.CAMPAIGN
        ? organization.structure().campaigns().stream()
            .filter(Campaign::freezes)
            .anyMatch(campaign -> campaign.period().end().equals(last))
        : organization.periods().containing(type, last).end().equals(last);
  }
}
