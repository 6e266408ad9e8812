package io.github.xunbang.channel.wecom.aibot;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One frame of the long connection.
 *
 * @param cmd the command; null in an answer of the server
 * @param requestId ties an answer to its request, and a reply to its callback
 * @param errcode 0 unless the server refused
 * @param errmsg the server's words, kept for the log
 * @param body the content, possibly missing
 */
record AibotFrame(
    @Nullable String cmd, String requestId, int errcode, String errmsg, JsonNode body) {

  static final String SUBSCRIBE = "aibot_subscribe";
  static final String PING = "ping";
  static final String MESSAGE = "aibot_msg_callback";
  static final String EVENT = "aibot_event_callback";
  static final String RESPOND = "aibot_respond_msg";
  static final String WELCOME = "aibot_respond_welcome_msg";
  static final String PUSH = "aibot_send_msg";

  /** A frame to send. */
  static AibotFrame request(String cmd, String requestId, JsonNode body) {
    return new AibotFrame(cmd, requestId, 0, "", body);
  }

  /** The type of the event inside, empty for any other frame. */
  String eventType() {
    return EVENT.equals(cmd) ? body.path("event").path("eventtype").asString("") : "";
  }
}
