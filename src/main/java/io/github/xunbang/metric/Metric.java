package io.github.xunbang.metric;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something an organization counts (design section 3).
 *
 * @param id short and stable within the organization, safe as a MongoDB field name, for example
 *     {@code yixiang} or {@code k7}
 * @param name shown to people, without blanks
 * @param aliases other words for it, the name not included
 * @param unit measure word, for example 个, 单, 元
 * @param kind how its numbers are read and written
 * @param rollUp how days make a period
 * @param min least allowed daily value, or null
 * @param max greatest allowed daily value, or null
 * @param definition what it means, shown by 指标 (S-15)
 * @param source who may write it
 * @param active whether it takes figures now; a retired one stays readable
 */
public record Metric(
    String id,
    String name,
    List<String> aliases,
    String unit,
    Kind kind,
    RollUp rollUp,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    String definition,
    Source source,
    boolean active) {

  /**
   * How numbers are read and written: COUNT whole or half pieces, AMOUNT in 元, NUMBER plain, RATIO
   * in percent.
   */
  public enum Kind {
    COUNT,
    AMOUNT,
    NUMBER,
    RATIO
  }

  /** How daily values make a period's value. */
  public enum RollUp {
    SUM,
    LAST,
    MAX,
    AVG
  }

  /** Who writes the figures. */
  public enum Source {
    REPORT,
    DEALS,
    LEADS,
    DERIVED
  }

  public Metric {
    aliases = List.copyOf(aliases);
  }
}
