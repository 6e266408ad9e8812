package io.github.xunbang.organization;

import io.github.xunbang.message.Conversation;

/**
 * A group chat bound to an organization.
 *
 * @param conversation which one
 * @param receivesPosts whether boards and digests are posted there
 */
public record ChatGroup(Conversation conversation, boolean receivesPosts) {}
