package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 案例分享 in the timetable: the evening of the workday before a 晨会 (S-127). */
@Component
@Order(11)
class CasePost implements AutoPost {

  static final String NAME = "案例分享";

  private final Workdays workdays;

  CasePost(Workdays workdays) {
    this.workdays = workdays;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "晨会前一晚私聊请上一旬的优秀同事准备案例，大家轮流";
  }

  @Override
  public List<LocalTime> times() {
    return List.of(LocalTime.of(20, 5));
  }

  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    return workdays.isWorkday(organization.id(), day);
  }
}
