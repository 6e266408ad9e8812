package io.github.xunbang.schedule;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.storage.DatabaseKind;
import io.github.xunbang.storage.Migration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

  @Bean
  DurableScheduleService scheduleService(
      MongoTemplate mongo,
      BusinessClock clock,
      DatabaseKind kind,
      ObjectProvider<JobHandler> handlers) {
    return new DurableScheduleService(
        new JobRepository(mongo), clock, kind, () -> handlers.orderedStream().toList());
  }

  @Bean
  ScheduleWorker scheduleWorker(DurableScheduleService schedule, BusinessClock clock) {
    return new ScheduleWorker(schedule, clock);
  }

  @Bean
  JobTimetable timetable(
      DurableScheduleService schedule,
      BusinessClock clock,
      ObjectProvider<Recurrence> recurrences) {
    return new JobTimetable(schedule, clock, () -> recurrences.orderedStream().toList());
  }

  /** Occurrences are jobs of their own, each with its own retries and its own end. */
  @Bean
  JobHandler timetableOccurrences(JobTimetable timetable) {
    return new JobHandler() {
      @Override
      public String kind() {
        return JobTimetable.OCCURRENCE;
      }

      @Override
      public void run(Job job) {
        timetable.runOccurrence(job);
      }
    };
  }

  @Bean
  Migration dueJobsIndex() {
    return new DueJobsMigration();
  }

  /** On a server due jobs are found by index; the embedded one keeps them in memory. */
  private static final class DueJobsMigration implements Migration {
    @Override
    public int version() {
      return 10;
    }

    @Override
    public void migrate(MongoTemplate mongo) {
      Index due = new Index("state", Sort.Direction.ASC).on("dueAt", Sort.Direction.ASC);
      mongo.indexOps(JobDocument.class).createIndex(due.named("due"));
    }
  }
}
