package io.github.xunbang.leave.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A draw that nobody can steer and everybody can repeat (S-23): the seed follows from organization,
 * kind, scope, day and round, and each day's is independent of the days before, so that whoever was
 * drawn lately is neither favoured nor spared.
 */
final class FairDraw {

  private FairDraw() {}

  /** The seed of one draw. */
  static long seed(String organizationId, String scope, int round) {
    String text = organizationId + "|" + scope + "|" + round;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * The order in which the population is drawn, without replacement; the first n are a draw of n.
   * It does not depend on the order of {@code population}.
   */
  static List<String> order(List<String> population, long seed) {
    List<String> order = new ArrayList<>(population);
    Collections.sort(order);
    // The algorithm of java.util.Random is laid down by its contract: repeatable for ever.
    Collections.shuffle(order, new Random(seed));
    return order;
  }
}
