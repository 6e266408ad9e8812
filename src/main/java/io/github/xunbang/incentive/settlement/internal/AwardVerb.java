package io.github.xunbang.incentive.settlement.internal;

import java.util.List;

/** What one word after 奖惩 does. */
interface AwardVerb {

  /** The words for it; an empty one is what 奖惩 alone does. */
  List<String> words();

  /**
   * Does it.
   *
   * @throws io.github.xunbang.command.CommandRejectedException with what to type instead
   */
  Said run(AwardRequest request);

  /**
   * What the person reads, in private.
   *
   * @param changed whether anything was stored
   */
  record Said(String text, boolean changed) {

    static Said shown(String text) {
      return new Said(text, false);
    }

    static Said done(String text) {
      return new Said(text, true);
    }
  }
}
