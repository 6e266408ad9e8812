package io.github.xunbang.target;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.TargetProgress.Progress;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Until targets can be stored. */
@Service
class NoTargets implements Targets {

  @Override
  public Optional<Goal> goal(
      Organization organization, Subject subject, Metric metric, Period period, LocalDate today) {
    return Optional.empty();
  }

  @Override
  public Progress progress(
      Organization organization,
      Goal goal,
      Metric metric,
      BigDecimal actual,
      LocalDate today,
      boolean reportedToday) {
    throw new IllegalStateException("No targets yet");
  }
}
