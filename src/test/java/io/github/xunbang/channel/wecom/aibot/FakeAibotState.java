package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.channel.wecom.aibot.FakeAibotGateway.Bubble;
import io.github.xunbang.channel.wecom.aibot.FakeAibotGateway.Push;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the fake gateway remembers: request ids, streams, chats and rates; and its rules. */
final class FakeAibotState {

  private static final int MAX_BYTES = 20480;
  private static final Duration STREAM_LIFE = Duration.ofMinutes(6);
  private static final Duration EVENT_LIFE = Duration.ofSeconds(5);

  private record Issued(String messageId, String chat, boolean event, boolean greet, Instant at) {}

  private static final class Stream {
    private final String messageId;
    private final Instant first;
    private String content = "";
    private boolean finished;

    private Stream(String messageId, Instant first) {
      this.messageId = messageId;
      this.first = first;
    }
  }

  private final Map<String, Issued> issued = new HashMap<>();
  private final Map<String, Stream> streams = new LinkedHashMap<>();
  private final List<Bubble> greetings = new ArrayList<>();
  private final List<Push> pushes = new ArrayList<>();
  private final Set<String> chats = new HashSet<>();
  private final Set<String> left = new HashSet<>();
  private final Map<String, Deque<Instant>> rates = new HashMap<>();
  private int rateRefusals;
  private Duration offset = Duration.ZERO;
  private int perMinute = 30;
  private int perHour = 1000;

  static String words(int errcode) {
    return switch (errcode) {
      case 0 -> "ok";
      case -1 -> "system busy";
      case 40008 -> "invalid message type";
      case 40058 -> "content exceed max length 20480. invalid Request Parameter";
      case 45009 -> "api freq out of limit";
      case 93001 -> "not allow send msg in room";
      case 93006 -> "invalid chatid";
      case 846605 -> "invalid req_id";
      case 846608 -> "stream message update expired (>6 minutes), cannot update";
      case 846609 -> "aibot websocket not subscribed";
      case 853000 -> "invalid bot_id or secret";
      default -> "error " + errcode;
    };
  }

  synchronized Instant now() {
    return Clock.systemUTC().instant().plus(offset);
  }

  synchronized void advance(Duration time) {
    offset = offset.plus(time);
  }

  synchronized void rateLimit(int minute, int hour) {
    perMinute = minute;
    perHour = hour;
  }

  synchronized void knowChat(String chat) {
    chats.add(chat);
  }

  synchronized void removeBotFrom(String chat) {
    left.add(chat);
  }

  synchronized int rateRefusals() {
    return rateRefusals;
  }

  /** How many answers and pushes a chat got within the last hour. */
  synchronized int sentTo(String chat) {
    return rates.getOrDefault(chat, new ArrayDeque<>()).size();
  }

  synchronized List<Push> pushes() {
    return List.copyOf(pushes);
  }

  synchronized List<Bubble> bubbles() {
    List<Bubble> all = new ArrayList<>(greetings);
    streams
        .values()
        .forEach(s -> all.add(new Bubble(s.messageId, "stream", s.content, s.finished)));
    return all;
  }

  /** A new request id for a callback with {@code body}; a message makes its chat known. */
  synchronized String issue(JsonNode body, boolean greet) {
    String requestId = "R" + (issued.size() + 1);
    boolean event = body.path("msgtype").asString("").equals("event");
    String user = body.path("from").path("userid").asString("");
    String chat = body.path("chatid").asString(user);
    if (!event) {
      chats.add(chat);
    }
    String messageId = body.path("msgid").asString("");
    issued.put(requestId, new Issued(messageId, chat, event, greet, now()));
    return requestId;
  }

  /** Takes a frame of a subscribed connection; returns the error code. */
  synchronized int handle(String cmd, JsonNode frame) {
    String requestId = frame.path("headers").path("req_id").asString("");
    JsonNode body = frame.path("body");
    return switch (cmd) {
      case "ping" -> 0;
      case "aibot_respond_msg" -> respond(issued.get(requestId), requestId, body);
      case "aibot_respond_welcome_msg" -> welcome(issued.get(requestId), body);
      case "aibot_send_msg" -> push(body);
      default -> 40008;
    };
  }

  private int respond(Issued to, String requestId, JsonNode body) {
    if (to == null || to.event) {
      return 846605;
    }
    if (!body.path("msgtype").asString("").equals("stream")) {
      return 40008;
    }
    JsonNode stream = body.path("stream");
    String content = stream.path("content").asString("");
    if (bytes(content) > MAX_BYTES || stream.path("id").asString("").isEmpty()) {
      return 40058;
    }
    String key = requestId + "/" + stream.path("id").asString("");
    Stream known = streams.get(key);
    if (known == null && isOverRate(to.chat)) {
      return 45009;
    }
    Stream open = streams.computeIfAbsent(key, k -> new Stream(to.messageId, now()));
    if (open.finished || now().isAfter(open.first.plus(STREAM_LIFE))) {
      return 846608;
    }
    open.content = content;
    open.finished = stream.path("finish").asBoolean(false);
    return 0;
  }

  private int welcome(Issued to, JsonNode body) {
    if (to == null || !to.greet || now().isAfter(to.at.plus(EVENT_LIFE))) {
      return 846605;
    }
    if (!body.path("msgtype").asString("").equals("text")) {
      return 40008;
    }
    String content = body.path("text").path("content").asString("");
    greetings.add(new Bubble(to.messageId, "text", content, true));
    return 0;
  }

  private int push(JsonNode body) {
    String chat = body.path("chatid").asString("");
    String content = body.path("markdown").path("content").asString("");
    if (!body.path("msgtype").asString("").equals("markdown")) {
      return 40008;
    }
    if (left.contains(chat)) {
      return 93001;
    }
    if (!chats.contains(chat)) {
      return 93006;
    }
    if (content.isEmpty() || bytes(content) > MAX_BYTES) {
      return 40058;
    }
    if (isOverRate(chat)) {
      return 45009;
    }
    pushes.add(new Push(chat, body.path("chat_type").asInt(0), "markdown", content));
    return 0;
  }

  private boolean isOverRate(String chat) {
    Deque<Instant> sent = rates.computeIfAbsent(chat, c -> new ArrayDeque<>());
    Instant now = now();
    sent.removeIf(at -> at.isBefore(now.minus(Duration.ofHours(1))));
    long lastMinute =
        sent.stream().filter(at -> at.isAfter(now.minus(Duration.ofMinutes(1)))).count();
    if (lastMinute >= perMinute || sent.size() >= perHour) {
      rateRefusals++;
      return true;
    }
    sent.add(now);
    return false;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
