package io.github.xunbang.message;

/**
 * A person to be notified by a post.
 *
 * @param userId the vendor's user id on the channel of the conversation
 * @param name the name printed in the text
 */
public record Mention(String userId, String name) {}
