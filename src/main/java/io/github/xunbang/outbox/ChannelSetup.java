package io.github.xunbang.outbox;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;

/**
 * What is set up or tried in chat below 渠道, such as {@code 渠道 群机器人 一组群 …}. Channels implement it as
 * beans; the handler of 渠道 finds one by its word. A set-up looks itself at who may do it and where,
 * because some of it is secret.
 */
public interface ChannelSetup {

  /** The word behind 渠道 that it answers to, unique among all. */
  String word();

  /** One line for the list that 渠道 shows: what it is for and what to type. */
  String help();

  /**
   * Answers {@code 渠道 <word> <input>}.
   *
   * @param call the whole call; its texts may hold a secret and are never repeated or logged
   * @param input what stands behind the word, stripped, possibly empty
   * @throws io.github.xunbang.command.CommandRejectedException with a Chinese sentence when it
   *     cannot be done
   */
  Reply handle(CommandCall call, String input);
}
