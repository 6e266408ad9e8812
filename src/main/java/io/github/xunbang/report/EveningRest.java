package io.github.xunbang.report;

import io.github.xunbang.organization.Organization;
import java.time.LocalDate;

/**
 * Whether the evening posts of a team rest because nobody reports any more; {@code reminder} knows
 * it, whoever posts in the evening asks.
 */
public interface EveningRest {

  /**
   * Whether reminders and summaries about {@code day} rest: nobody of the organization reported on
   * it, nor on the three workdays before it on which somebody had to. The first report ends it.
   */
  boolean rests(Organization organization, LocalDate day);

  /** Tells the managers that they rest; once, however often it is called while nobody reports. */
  void tell(Organization organization, LocalDate day);
}
