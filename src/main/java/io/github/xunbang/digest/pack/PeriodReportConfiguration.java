package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.OrganizationService;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The reports of each kind of period, posted and asked for; they differ in when only. */
@Configuration(proxyBeanMethods = false)
class PeriodReportConfiguration {

  @Bean
  PeriodReport.Parts reportParts(
      OrganizationService organizations,
      AutoPosts autoPosts,
      Workdays workdays,
      ReportText texts,
      PackPosts posts) {
    return new PeriodReport.Parts(organizations, autoPosts, workdays, texts, posts);
  }

  /** Worth reading while its week lasts. */
  @Bean
  @Order(41)
  PeriodReport weeklyReport(PeriodReport.Parts parts) {
    return new PeriodReport(PeriodType.WEEK, LocalTime.of(8, 35), Duration.ofDays(4), parts);
  }

  @Bean
  @Order(42)
  PeriodReport monthlyReport(PeriodReport.Parts parts) {
    return new PeriodReport(PeriodType.MONTH, LocalTime.of(8, 41), Duration.ofDays(20), parts);
  }

  @Bean
  @Order(43)
  PeriodReport quarterlyReport(PeriodReport.Parts parts) {
    return new PeriodReport(PeriodType.QUARTER, LocalTime.of(8, 42), Duration.ofDays(40), parts);
  }

  @Bean
  @Order(44)
  PeriodReport yearlyReport(PeriodReport.Parts parts) {
    return new PeriodReport(PeriodType.YEAR, LocalTime.of(8, 43), Duration.ofDays(60), parts);
  }

  @Bean
  CommandHandler weeklyReportCommand(OrganizationService organizations, ReportText texts) {
    return new PeriodReportCommand(PeriodType.WEEK, organizations, texts);
  }

  @Bean
  CommandHandler monthlyReportCommand(OrganizationService organizations, ReportText texts) {
    return new PeriodReportCommand(PeriodType.MONTH, organizations, texts);
  }
}
