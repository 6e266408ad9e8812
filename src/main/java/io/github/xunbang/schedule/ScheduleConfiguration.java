package io.github.xunbang.schedule;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.storage.DatabaseKind;
import io.github.xunbang.storage.Migration;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
      ObjectProvider<JobHandler> handlers,
      ObjectProvider<JobOwners> owners,
      MeterRegistry registry) {
    return new DurableScheduleService(
        new JobRepository(mongo),
        clock,
        kind,
        () -> handlers.orderedStream().toList(),
        counting(registry.counter("xunbang.jobs.dead"), owners));
  }

  /** Rooms that know organizations need this one, so they are asked for only when a job failed. */
  private static JobOwners counting(Counter dead, ObjectProvider<JobOwners> owners) {
    return new JobOwners() {
      @Override
      public boolean isGone(String organizationId) {
        return owners.orderedStream().anyMatch(owner -> owner.isGone(organizationId));
      }

      @Override
      public void died(Job job, String title) {
        dead.increment();
        owners.orderedStream().forEach(owner -> owner.died(job, title));
      }
    };
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
      public String title(Job job) {
        return timetable.occurrenceTitle(job);
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
