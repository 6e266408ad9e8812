package io.github.xunbang.incentive;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import java.util.Optional;

/**
 * The words after 方案 that are about incentive schemes: 采用 加 生效 试算 停 预算 负责 清单. The room {@code
 * template} answers 方案 启用 and asks here for the rest, since one command has one handler.
 */
public interface SchemeVerbs {

  /**
   * Answers the call, or is empty when its words are not about schemes.
   *
   * @throws io.github.xunbang.command.CommandRejectedException with what to type instead
   */
  Optional<Reply> handle(CommandCall call);
}
