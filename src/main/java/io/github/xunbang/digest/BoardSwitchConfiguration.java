package io.github.xunbang.digest;

import io.github.xunbang.calendar.PeriodType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** One switch per kind of board. */
@Configuration(proxyBeanMethods = false)
class BoardSwitchConfiguration {

  @Bean
  @Order(50)
  BoardSwitch xunBoards() {
    return new BoardSwitch(PeriodType.XUN);
  }

  @Bean
  @Order(51)
  BoardSwitch halfMonthBoards() {
    return new BoardSwitch(PeriodType.HALF_MONTH);
  }

  @Bean
  @Order(52)
  BoardSwitch monthBoards() {
    return new BoardSwitch(PeriodType.MONTH);
  }

  @Bean
  @Order(53)
  BoardSwitch quarterBoards() {
    return new BoardSwitch(PeriodType.QUARTER);
  }

  @Bean
  @Order(54)
  BoardSwitch yearBoards() {
    return new BoardSwitch(PeriodType.YEAR);
  }

  @Bean
  @Order(55)
  BoardSwitch campaignBoards() {
    return new BoardSwitch(PeriodType.CAMPAIGN);
  }
}
