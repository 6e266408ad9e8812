package io.github.xunbang.boards;

import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import io.github.xunbang.schedule.ScheduleService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Jobs in memory, with the contract's memory for ids; a failing job stays scheduled. */
public final class FakeSchedule implements ScheduleService {

  private final Map<String, Job> waiting = new TreeMap<>();
  private final Set<String> known = new HashSet<>();
  private final List<JobHandler> handlers = new ArrayList<>();

  /** Told the due time before each job, to turn a clock. */
  public Consumer<Instant> beforeEach = due -> {};

  public void handleWith(JobHandler... some) {
    handlers.addAll(List.of(some));
  }

  public List<Job> waiting() {
    return waiting.values().stream().sorted(Comparator.comparing(Job::dueAt)).toList();
  }

  @Override
  public void schedule(Job job) {
    if (known.add(job.id())) {
      waiting.put(job.id(), job);
    }
  }

  @Override
  public void cancel(String jobId) {
    waiting.remove(jobId);
    known.remove(jobId);
  }

  @Override
  public Optional<Instant> nextDue() {
    return waiting().stream().map(Job::dueAt).findFirst();
  }

  @Override
  public void runDue(Instant until) {
    while (nextDue().filter(due -> !due.isAfter(until)).isPresent()) {
      Job job = waiting().get(0);
      beforeEach.accept(job.dueAt());
      handlers.stream()
          .filter(handler -> handler.kind().equals(job.kind()))
          .forEach(handler -> handler.run(job));
      waiting.remove(job.id());
    }
  }
}
