package io.github.xunbang.leave.check;

import io.github.xunbang.message.Conversation;
import java.time.Instant;
import java.util.List;

/**
 * One roll call (S-24).
 *
 * @param key key of the message that asked for it
 * @param number counted per organization and day
 * @param label whom it asks, for people
 * @param from business instant
 * @param until answers count before it
 * @param leader whose private chat gets the summary
 * @param group where it is asked
 * @param members ids of those asked
 */
record RollCall(
    String key,
    int number,
    String label,
    Instant from,
    Instant until,
    Conversation leader,
    Conversation group,
    List<String> members) {

  RollCall {
    members = List.copyOf(members);
  }

  boolean runsAt(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }

  boolean asks(String memberId) {
    return members.contains(memberId);
  }

  RollCall numbered(int next) {
    return new RollCall(key, next, label, from, until, leader, group, members);
  }

  RollCall asking(List<String> asked) {
    return new RollCall(key, number, label, from, until, leader, group, asked);
  }
}
