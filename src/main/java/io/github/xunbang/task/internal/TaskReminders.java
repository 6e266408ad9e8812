package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The reminders of this room as 设置 lists, moves and switches them. */
@Configuration(proxyBeanMethods = false)
class TaskReminders {

  static final String TODO = "待办提醒";
  static final String HELP = "求助跟催";

  @Bean
  @Order(71)
  AutoPost todoPost(Workdays workdays) {
    return new Reminder(
        TaskReminders.TODO, "到期和过期的待办私信提醒本人，例如：09:05", LocalTime.of(9, 5), workdays);
  }

  @Bean
  @Order(72)
  AutoPost helpPost(Workdays workdays) {
    return new Reminder(TaskReminders.HELP, "没人答复的求助提醒组长，例如：09:15", LocalTime.of(9, 15), workdays);
  }

  /** Due on the organization's workdays; whom it reaches is decided when it runs. */
  private record Reminder(String name, String description, LocalTime time, Workdays workdays)
      implements AutoPost {

    @Override
    public List<LocalTime> times() {
      return List.of(time);
    }

    @Override
    public boolean isDue(Organization organization, LocalDate day, LocalTime at) {
      return workdays.isWorkday(organization.id(), day);
    }
  }
}
