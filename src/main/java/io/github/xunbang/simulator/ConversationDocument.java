package io.github.xunbang.simulator;

import io.github.xunbang.message.Conversation;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far a conversation has come.
 *
 * @param id conversation key
 * @param kind group or private
 * @param name group, or the user of the private chat
 * @param lines number of the last line; every line up to it is readable
 * @param posts number of the bot's last post
 */
@Document("simulator_conversations")
record ConversationDocument(
    @Id String id, Conversation.Kind kind, String name, long lines, long posts) {}
