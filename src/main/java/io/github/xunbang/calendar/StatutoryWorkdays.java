package io.github.xunbang.calendar;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/**
 * Statutory holidays and make-up workdays from the tyme4j table, overlaid by what {@link DaysOff}
 * sources know. A year without table data has Monday to Friday.
 */
@Service
class StatutoryWorkdays implements Workdays {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  // Collecting the sources in order costs more than counting a month; they never change.
  private final Supplier<List<DaysOff>> daysOff;

  StatutoryWorkdays(ObjectProvider<DaysOff> daysOff) {
    this.daysOff = SingletonSupplier.of(() -> daysOff.orderedStream().toList());
  }

  @Override
  public boolean isWorkday(String organizationId, LocalDate day) {
    return works(sources(organizationId, null, day, day), day);
  }

  @Override
  public boolean isWorkday(String organizationId, String memberId, LocalDate day) {
    return works(sources(organizationId, memberId, day, day), day);
  }

  @Override
  public int count(String organizationId, LocalDate first, LocalDate last) {
    return countDays(organizationId, null, first, last);
  }

  @Override
  public int count(String organizationId, String memberId, LocalDate first, LocalDate last) {
    return countDays(organizationId, memberId, first, last);
  }

  @Override
  public BigDecimal countWithHalves(
      String organizationId, String memberId, LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      return BigDecimal.ZERO;
    }
    List<Function<LocalDate, Optional<Boolean>>> sources =
        sources(organizationId, memberId, first, last);
    Predicate<LocalDate> half =
        daysOff.get().stream()
            .map(source -> source.halvesBetween(organizationId, memberId, first, last))
            .reduce(day -> false, Predicate::or);
    long worked = first.datesUntil(last.plusDays(1)).filter(day -> works(sources, day)).count();
    long halves =
        first
            .datesUntil(last.plusDays(1))
            .filter(day -> half.test(day) && works(sources, day))
            .count();
    return BigDecimal.valueOf(worked).subtract(HALF.multiply(BigDecimal.valueOf(halves)));
  }

  @Override
  public Optional<String> holiday(LocalDate day) {
    return StatutoryTable.entry(day)
        .filter(entry -> !entry.works())
        .map(StatutoryTable.Entry::name);
  }

  @Override
  public boolean knows(int year) {
    return StatutoryTable.knows(year);
  }

  private int countDays(
      String organizationId, @Nullable String memberId, LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      return 0;
    }
    List<Function<LocalDate, Optional<Boolean>>> sources =
        sources(organizationId, memberId, first, last);
    int worked = 0;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      worked += works(sources, day) ? 1 : 0;
    }
    return worked;
  }

  private List<Function<LocalDate, Optional<Boolean>>> sources(
      String organizationId, @Nullable String memberId, LocalDate first, LocalDate last) {
    return daysOff.get().stream()
        .map(source -> source.between(organizationId, memberId, first, last))
        .toList();
  }

  private static boolean works(
      List<Function<LocalDate, Optional<Boolean>>> sources, LocalDate day) {
    // The last source that has something to say decides.
    for (int index = sources.size() - 1; index >= 0; index--) {
      Optional<Boolean> said = sources.get(index).apply(day);
      if (said.isPresent()) {
        return said.get();
      }
    }
    return StatutoryTable.works(day);
  }
}
