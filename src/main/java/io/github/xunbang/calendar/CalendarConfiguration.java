package io.github.xunbang.calendar;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

  @Bean
  BusinessClock clock() {
    return new BusinessClock(Clock.system(ZoneId.of("Asia/Shanghai")));
  }
}
