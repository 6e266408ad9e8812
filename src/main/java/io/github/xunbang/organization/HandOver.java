package io.github.xunbang.organization;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;

/**
 * Something that one member hands to another by 转: a customer or a deal (S-16). Rooms implement it
 * for what is theirs; the command asks each, deals ({@code 转 #12 李四}) before customers.
 */
public interface HandOver {

  /** Whether what stands after 转 names a thing of this room. */
  boolean claims(CommandCall call);

  /**
   * Hands it over.
   *
   * @throws io.github.xunbang.command.CommandRejectedException with a line to type instead
   */
  Reply handOver(CommandCall call);
}
