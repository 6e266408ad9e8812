package io.github.xunbang.customer.internal;

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
class CustomerReminders {

  static final String CALL_BACK = "回访提醒";
  static final String DISPATCH = "派单提醒";

  @Bean
  @Order(73)
  AutoPost callBackPost(Workdays workdays) {
    return new Reminder(
        CustomerReminders.CALL_BACK, "约好的回访私信提醒本人，例如：09:10", LocalTime.of(9, 10), workdays);
  }

  @Bean
  @Order(74)
  AutoPost dispatchPost(Workdays workdays) {
    return new Reminder(
        CustomerReminders.DISPATCH, "没有回执的派单再提醒一次，例如：09:25", LocalTime.of(9, 25), workdays);
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
