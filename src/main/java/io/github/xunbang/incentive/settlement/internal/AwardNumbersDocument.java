package io.github.xunbang.incentive.settlement.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last number given out, and the runs that have not said how they ended.
 *
 * @param id the organization
 */
@Document("award_numbers")
record AwardNumbersDocument(@Id String id, int last, @Nullable List<Attempt> attempts) {

  /**
   * A run that may have written lines.
   *
   * @param settlement the header's id
   * @param name the run
   * @param count lines at most
   * @param at real time
   */
  record Attempt(String settlement, String name, int count, Instant at) {

    /** The ids its lines have. */
    List<String> lineIds() {
      return java.util.stream.IntStream.range(0, count)
          .mapToObj(ordinal -> settlement + "|" + name + "|" + ordinal)
          .toList();
    }
  }
}
