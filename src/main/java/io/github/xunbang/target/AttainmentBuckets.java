package io.github.xunbang.target;

import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Groups people or units by how much of their target is reached: 奋斗, then the borders in percent
 * from the best down (S-69, design section 6). Immutable; the borders come from setting 完成率分档.
 */
public final class AttainmentBuckets {

  /** The name of the setting. */
  public static final String SETTING = "完成率分档";

  /** ≥ 100, 90–100, 80–90, below 80. */
  public static final AttainmentBuckets DEFAULT = new AttainmentBuckets(List.of(100, 90, 80));

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<Integer> borders;

  /** Buckets with these borders in percent, falling strictly, all above 0, at least one. */
  public AttainmentBuckets(List<Integer> borders) {
    this.borders = List.copyOf(borders);
    int above = Integer.MAX_VALUE;
    for (int border : borders) {
      if (border >= above || border <= 0) {
        throw new IllegalArgumentException("Borders must fall and be positive: " + borders);
      }
      above = border;
    }
    if (borders.isEmpty()) {
      throw new IllegalArgumentException("No border");
    }
  }

  /** What the organization's settings say. */
  public static AttainmentBuckets of(Map<String, String> settings) {
    String stored = settings.get(SETTING);
    return stored == null
        ? DEFAULT
        : new AttainmentBuckets(Stream.of(stored.split(",")).map(Integer::valueOf).toList());
  }

  /** Names from the best down: 达到奋斗, 100%以上, 90%-100%, 80%-90%, 80%以下. */
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of("达到奋斗", borders.get(0) + "%以上"));
    for (int i = 1; i < borders.size(); i++) {
      names.add(borders.get(i) + "%-" + borders.get(i - 1) + "%");
    }
    names.add(borders.get(borders.size() - 1) + "%以下");
    return names;
  }

  /**
   * The index into {@link #names()}. Compares exact values, never the rounded percentage: 99.96% is
   * not 100%. Of a metric of which less is better the quotient is taken the other way round.
   *
   * @param base above 0
   */
  public int indexOf(
      BigDecimal actual,
      BigDecimal base,
      @Nullable BigDecimal stretch,
      Metric.Direction direction) {
    if (stretch != null && attains(actual, stretch, HUNDRED, direction)) {
      return 0;
    }
    for (int i = 0; i < borders.size(); i++) {
      if (attains(actual, base, BigDecimal.valueOf(borders.get(i)), direction)) {
        return i + 1;
      }
    }
    return borders.size() + 1;
  }

  /**
   * Actual ÷ base × 100 with one decimal, rounded half up, but never up to a whole percent: 89.997%
   * is 89.9%, or it would read like the bucket that it misses. Nothing when base is 0.
   */
  public static @Nullable BigDecimal percent(BigDecimal actual, BigDecimal base) {
    if (base.signum() == 0) {
      return null;
    }
    BigDecimal hundredfold = actual.multiply(HUNDRED);
    BigDecimal rounded = hundredfold.divide(base, 1, RoundingMode.HALF_UP);
    boolean whole = rounded.remainder(BigDecimal.ONE).signum() == 0;
    return whole ? hundredfold.divide(base, 1, RoundingMode.FLOOR) : rounded;
  }

  /** The borders as stored: {@code 100,90,80}. */
  @Override
  public String toString() {
    return borders.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static boolean attains(
      BigDecimal actual, BigDecimal goal, BigDecimal percent, Metric.Direction direction) {
    return direction == Metric.Direction.HIGHER
        ? actual.multiply(HUNDRED).compareTo(goal.multiply(percent)) >= 0
        : goal.multiply(HUNDRED).compareTo(actual.multiply(percent)) >= 0;
  }
}
