package io.github.xunbang.incentive.settlement.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A settlement that stands.
 *
 * @param settlement which
 * @param lines its lines as this run has just stored them, or null when another run did
 */
record Settled(Settlement settlement, @Nullable List<AwardDocument> lines) {

  Settled {
    lines = lines == null ? null : List.copyOf(lines);
  }
}
