package io.github.xunbang.report.grammar;

import io.github.xunbang.metric.SubjectChange.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of a message while it is being read, by subject and business day. */
final class Drafts {

  private final String original;
  private final Lexicon lexicon;
  private final List<Draft> all = new ArrayList<>();
  private Draft current;

  /** One part: the speaker's own, today. */
  Drafts(String original, Lexicon lexicon, LocalDate today) {
    this.original = original;
    this.lexicon = lexicon;
    this.current = new Draft(original, null, null, today, false);
    all.add(current);
  }

  List<Draft> all() {
    return all;
  }

  Draft current() {
    return current;
  }

  boolean dated() {
    return all.stream().anyMatch(Draft::dated);
  }

  /** Goes on with a unit's figures, or with the speaker's own for null. */
  void subject(@Nullable String unit) {
    current = at(unit, current.date(), current.dated());
  }

  /** The speaker's own part of the current day. */
  Draft own() {
    return at(null, current.date(), current.dated());
  }

  /** Written parts are the speaker's own, whatever unit was named last. */
  void note(Section section, String text) {
    if (!text.isBlank()) {
      own().note(section, text);
    }
  }

  /** Goes on with another day; a header's date counts for everything undated before it. */
  void open(LocalDate day, boolean header) {
    boolean nothingYet = all.stream().allMatch(Draft::empty);
    if (!dated() && (nothingYet || header && sameSubject())) {
      all.forEach(draft -> draft.moveTo(day));
    } else {
      current = at(current.unit(), day, true);
    }
  }

  private boolean sameSubject() {
    return all.stream().filter(draft -> !draft.empty()).count() <= 1;
  }

  private Draft at(@Nullable String unit, LocalDate day, boolean dated) {
    for (Draft draft : all) {
      if (Objects.equals(draft.unit(), unit) && draft.date().equals(day)) {
        return draft;
      }
    }
    Draft draft =
        new Draft(original, unit, unit == null ? null : lexicon.storeMetric(), day, dated);
    all.add(draft);
    return draft;
  }
}
