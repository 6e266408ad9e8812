package io.github.xunbang.simulator;

import io.github.xunbang.message.Conversation;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message that came through the API, found again by its message id.
 *
 * @param id message id
 * @param kind of the conversation it was said in
 * @param conversation id of that conversation
 * @param line its line there
 * @param at business time of the first arrival
 * @param answered whether every reply is stored
 */
@Document("simulator_requests")
record RequestDocument(
    @Id String id,
    Conversation.Kind kind,
    String conversation,
    long line,
    Instant at,
    boolean answered) {

  Conversation where() {
    return new Conversation(SimulatorChannel.NAME, conversation, kind);
  }
}
