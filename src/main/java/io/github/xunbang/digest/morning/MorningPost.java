package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 晨会 in the timetable: 08:20 on the organization's workdays (design section 7). */
@Component
@Order(10)
class MorningPost implements AutoPost {

  static final String NAME = "晨会";

  private final Workdays workdays;

  MorningPost(Workdays workdays) {
    this.workdays = workdays;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "工作日早上的晨会：市场、任务、昨天与进度、案例、口号";
  }

  @Override
  public List<LocalTime> times() {
    return List.of(LocalTime.of(8, 20));
  }

  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    return workdays.isWorkday(organization.id(), day);
  }
}
