package io.github.xunbang.boards;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.TargetProgress.Progress;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.target.Goal;
import io.github.xunbang.target.Subject;
import io.github.xunbang.target.Targets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Targets as the test set them, the same in every period. */
public final class FakeTargets implements Targets {

  private final Map<String, String[]> goals = new HashMap<>();

  public FakeTargets put(String subjectId, String metricId, String base, String stretch) {
    goals.put(subjectId + "|" + metricId, new String[] {base, stretch});
    return this;
  }

  @Override
  public Optional<Goal> goal(
      Organization organization, Subject subject, Metric metric, Period period, LocalDate today) {
    return Optional.ofNullable(goals.get(subject.id() + "|" + metric.id()))
        .map(
            goal ->
                new Goal(
                    subject,
                    metric.id(),
                    period,
                    new BigDecimal(goal[0]),
                    goal[1] == null ? null : new BigDecimal(goal[1]),
                    "",
                    1));
  }

  @Override
  public Progress progress(
      Organization organization,
      Goal goal,
      Metric metric,
      BigDecimal actual,
      LocalDate today,
      boolean reportedToday) {
    throw new UnsupportedOperationException();
  }
}
