package io.github.xunbang.digest.pack;

import io.github.xunbang.digest.pack.DifficultyBook.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people said of their difficulties, for those in charge (S-132). */
@Component
class Difficulties {

  private static final int SHOWN = 10;

  private final DifficultyRepository repository;

  Difficulties(DifficultyRepository repository) {
    this.repository = repository;
  }

  /** {@code 张敏：客户都嫌贵} per answer since the meeting before, the latest last. */
  List<String> lines(Scope scope, Meeting meeting) {
    return lines(scope, meeting.since(), meeting.day());
  }

  /** The same of the days from {@code since} to the one before {@code before}. */
  List<String> lines(Scope scope, LocalDate since, LocalDate before) {
    List<Said> all =
        repository.find(scope.organization().id()).said().stream()
            .filter(one -> one.isIn(since, before))
            .filter(one -> scope.holdsMember(one.memberId(), before))
            .toList();
    List<String> lines = new ArrayList<>();
    all.stream()
        .skip(Math.max(0, all.size() - SHOWN))
        .map(one -> Lag.name(scope.organization(), one.memberId()) + "：" + one.text())
        .forEach(lines::add);
    if (all.size() > SHOWN) {
      lines.add("…共" + all.size() + "条");
    }
    return lines;
  }
}
