package io.github.xunbang.explanation;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import java.util.Optional;

/**
 * Explains what it made: formula with numbers put in, entries with time, rule and version (S-98).
 * Asked in {@link org.springframework.core.annotation.Order} order until one answers.
 */
public interface Explainer {

  /**
   * Explains what stands after 为什么, or is empty when it is not this room's.
   *
   * @param call the 为什么 call; {@code call.input()} is the question
   * @throws io.github.xunbang.command.CommandRejectedException when the asker may not know
   */
  Optional<Reply> explain(CommandCall call);
}
