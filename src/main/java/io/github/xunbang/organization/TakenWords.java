package io.github.xunbang.organization;

import java.util.Optional;

/**
 * Knows words that mean something already, so that a new name cannot be confused with them; rooms
 * above implement it for their own words.
 */
public interface TakenWords {

  /** What {@code word} names in this organization, in Chinese for people: 指标. */
  Optional<String> meaning(String organizationId, String word);
}
