package io.github.xunbang.closing;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Organization;
import java.util.Optional;

/** Has something to freeze when a period closes; features implement it as beans. */
public interface FreezeContributor {

  /** The key of the content in {@link Closed#results()}; English, without dots. */
  String name();

  /**
   * What is to be kept of the period, as text that only the contributor reads (JSON). Called before
   * the period is stored, possibly several times and on several instances; only the first result
   * that reaches the store counts. Must see everything acknowledged before the closing, so it
   * drains what is pending.
   *
   * @return empty when nothing happened in the period; a period of which nobody keeps anything gets
   *     no number
   */
  Optional<String> freeze(Organization organization, Period period);
}
