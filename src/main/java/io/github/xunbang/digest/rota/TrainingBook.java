package io.github.xunbang.digest.rota;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One organization's trainers, one a month, in order of month. Immutable and bounded. */
record TrainingBook(List<Training> trainings) {

  static final TrainingBook EMPTY = new TrainingBook(List.of());

  private static final int KEPT = 120;

  TrainingBook {
    trainings = List.copyOf(trainings);
  }

  Optional<Training> of(YearMonth month) {
    return trainings.stream().filter(one -> one.yearMonth().equals(month)).findFirst();
  }

  /** The last month before {@code month} that the member trained in, empty for never. */
  String lastTurn(String memberId, YearMonth month) {
    return trainings.stream()
        .filter(one -> one.memberId().equals(memberId) && one.yearMonth().isBefore(month))
        .map(Training::month)
        .max(Comparator.naturalOrder())
        .orElse("");
  }

  /** With this trainer in place of the month's. */
  TrainingBook with(Training training) {
    List<Training> changed =
        new ArrayList<>(
            trainings.stream().filter(one -> !one.month().equals(training.month())).toList());
    changed.add(training);
    changed.sort(Comparator.comparing(Training::month));
    return new TrainingBook(changed.subList(Math.max(0, changed.size() - KEPT), changed.size()));
  }
}
