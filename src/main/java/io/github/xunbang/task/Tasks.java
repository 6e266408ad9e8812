package io.github.xunbang.task;

import io.github.xunbang.calendar.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What digests and packs read of this room; reading changes nothing. Lists are in order of number.
 */
public interface Tasks {

  /** 求助 that nobody has answered, of the whole organization. */
  List<HelpRequest> openHelp(String organizationId);

  /** 建议 of the period's business days. */
  List<Idea> ideas(String organizationId, Period period);

  /** 竞品 notes of the period's business days, by brand and then by number. */
  List<CompetitorNote> competitors(String organizationId, Period period);

  /** 待办 that are not closed, of the whole organization, by due day. */
  List<TodoItem> openTodos(String organizationId);

  /**
   * 待办 that are not closed and whose owner is at home in the unit or below it on {@code day}, by
   * due day; {@link TodoItem#overdueOn} tells the late ones.
   */
  List<TodoItem> openTodos(String organizationId, String unitId, LocalDate day);

  /** The member's 计划 of exactly this period, as typed last (S-136). */
  Optional<String> plan(String organizationId, String memberId, Period period);
}
