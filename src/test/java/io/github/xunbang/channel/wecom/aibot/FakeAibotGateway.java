package io.github.xunbang.channel.wecom.aibot;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A gateway that behaves as {@code wecom.md} section 2.11, items 1 to 7 and 9, says. People speak
 * with {@link #say}; what the bot answers and pushes is read with {@link #awaitReply}, {@link
 * #replies} and {@link #pushes}. Its faults are switched on by the methods of the second half.
 *
 * <pre>{@code
 * try (FakeAibotGateway gateway = FakeAibotGateway.start("BOT", "SECRET")) {
 *   // xunbang.wecom.aibot.endpoint = gateway.endpoint()
 *   gateway.awaitSubscribed();
 *   String asked = gateway.say("zhangsan", "wrGroup1", "@旬榜 日报 意向12");
 *   assertThat(gateway.awaitReply(asked)).contains("意向");
 * }
 * }</pre>
 */
public final class FakeAibotGateway implements AutoCloseable {

  /** Something the bot pushed, as it was taken. */
  public record Push(String chatId, int chatType, String msgtype, String content) {}

  /** A bubble that answers a message or event; {@code finished} streams do not change any more. */
  public record Bubble(String messageId, String msgtype, String content, boolean finished) {}

  private final JsonMapper json = JsonMapper.builder().build();
  private final String botId;
  private final String secret;
  private final Server server;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final FakeAibotState state = new FakeAibotState();
  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final Set<WebSocket> subscribed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger logins = new AtomicInteger();
  private final AtomicInteger notSubscribed = new AtomicInteger();
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private volatile Duration ackDelay = Duration.ofMillis(250);
  private volatile Duration closeDelayAfterKick = Duration.ZERO;
  private volatile boolean acksWithheld;
  private volatile boolean pingsIgnored;
  private volatile boolean everythingTwice;
  private volatile boolean controlCharacters;

  private FakeAibotGateway(String botId, String secret) {
    this.botId = botId;
    this.secret = secret;
    this.server = new Server();
  }

  /** Starts on a free loopback port for one bot; acks come after 250 ms as on the real one. */
  public static FakeAibotGateway start(String botId, String secret) {
    FakeAibotGateway gateway = new FakeAibotGateway(botId, secret);
    gateway.server.startAndWait();
    return gateway;
  }

  /** The address for {@code xunbang.wecom.aibot.endpoint}. */
  public String endpoint() {
    return "ws://127.0.0.1:" + server.getPort();
  }

  /** Waits until the bot is logged in. */
  public void awaitSubscribed() {
    Awaitility.await("subscription").atMost(Duration.ofSeconds(30)).until(this::isSubscribed);
  }

  /** Whether a connection is logged in now. */
  public boolean isSubscribed() {
    return subscribed.stream().anyMatch(WebSocket::isOpen);
  }

  /**
   * {@code user} says {@code text}, in the group {@code chat} or, when that is null, in private.
   * From then on the conversation is known and may be pushed to.
   *
   * @return the message id
   */
  public String say(String user, String chat, String text) {
    ObjectNode body = message(user, chat, "text");
    body.putObject("text").put("content", text);
    return call(body);
  }

  /** The skeleton of a message of {@code msgtype}; add its part and give it to {@link #call}. */
  public ObjectNode message(String user, String chat, String msgtype) {
    ObjectNode body = json.createObjectNode();
    body.put("msgid", "m" + UUID.randomUUID()).put("aibotid", botId).put("msgtype", msgtype);
    body.put("chattype", chat == null ? "single" : "group");
    if (chat != null) {
      body.put("chatid", chat);
    }
    body.putObject("from").put("userid", user);
    body.put("response_url", "https://127.0.0.1/cgi-bin/aibot/response?response_code=C1");
    return body;
  }

  /** Sends a message callback with {@code body} and returns its message id. */
  public String call(ObjectNode body) {
    String requestId = state.issue(body, false);
    callback("aibot_msg_callback", requestId, body);
    return body.path("msgid").asString("");
  }

  /** Sends an event callback and returns its message id. */
  public String event(String user, String eventType) {
    ObjectNode body = json.createObjectNode();
    body.put("msgid", "e" + UUID.randomUUID()).put("create_time", state.now().getEpochSecond());
    body.put("aibotid", botId).put("msgtype", "event");
    body.putObject("from").put("userid", user);
    body.putObject("event").put("eventtype", eventType);
    callback("aibot_event_callback", state.issue(body, eventType.equals("enter_chat")), body);
    return body.path("msgid").asString("");
  }

  /** The content of the first finished answer to {@code messageId}, awaited up to 30 s. */
  public String awaitReply(String messageId) {
    Awaitility.await("reply").atMost(Duration.ofSeconds(30)).until(() -> anyFinished(messageId));
    return replies(messageId).get(0);
  }

  private boolean anyFinished(String messageId) {
    return !replies(messageId).isEmpty();
  }

  /** The contents of all finished answers to {@code messageId}, in order. */
  public List<String> replies(String messageId) {
    return bubbles().stream()
        .filter(bubble -> bubble.messageId().equals(messageId) && bubble.finished())
        .map(Bubble::content)
        .toList();
  }

  /** All answers to messages and events, in order of their first frame. */
  public List<Bubble> bubbles() {
    return state.bubbles();
  }

  /** All pushes that were taken, in order. */
  public List<Push> pushes() {
    return state.pushes();
  }

  /** How many answers and pushes {@code chat} got within the last hour. */
  public int sentTo(String chat) {
    return state.sentTo(chat);
  }

  /** How often the rate limit refused something so far. */
  public int rateRefusals() {
    return state.rateRefusals();
  }

  /** The first push that {@code wanted} accepts, awaited up to 30 s. */
  public Push awaitPush(Predicate<Push> wanted) {
    return Awaitility.await("push")
        .atMost(Duration.ofSeconds(30))
        .until(() -> pushes().stream().filter(wanted).findFirst().orElse(null), p -> p != null);
  }

  /** Every frame received, in order. */
  public List<JsonNode> frames() {
    return List.copyOf(frames);
  }

  /** The frames received with command {@code cmd}. */
  public List<JsonNode> frames(String cmd) {
    return frames.stream().filter(frame -> frame.path("cmd").asString("").equals(cmd)).toList();
  }

  /** How many connections were opened so far. */
  public int connections() {
    return connections.get();
  }

  /** How many log-ins succeeded so far. */
  public int logins() {
    return logins.get();
  }

  /** How many connections are open now. */
  public int openConnections() {
    return (int) server.getConnections().stream().filter(WebSocket::isOpen).count();
  }

  // Faults and settings.

  /** Answers come after {@code delay}. */
  public void ackDelay(Duration delay) {
    ackDelay = delay;
  }

  /** No answers to anything but log-ins and pings; frames still take effect. */
  public void withholdAcks(boolean withhold) {
    acksWithheld = withhold;
  }

  /** Silence to pings. */
  public void ignorePings(boolean ignore) {
    pingsIgnored = ignore;
  }

  /** Every callback comes twice with the same message id. */
  public void sendEverythingTwice(boolean twice) {
    everythingTwice = twice;
  }

  /** Every frame gets a raw U+0001 and a raw carriage return inside a string. */
  public void sendControlCharacters(boolean raw) {
    controlCharacters = raw;
  }

  /** The first connection is closed that long after a second one subscribed. */
  public void closeDelayAfterKick(Duration delay) {
    closeDelayAfterKick = delay;
  }

  /** The next {@code frames} replies and pushes are answered with 846609, the socket stays open. */
  public void loseSubscription(int frames) {
    notSubscribed.set(frames);
  }

  /** Forgets all subscriptions, silently: every send answers 846609 until the next log-in. */
  public void forgetSubscriptions() {
    subscribed.clear();
  }

  /** Commands {@code cmd} are refused with {@code errcode}; 0 ends that. */
  public void refuse(String cmd, int errcode) {
    refusals.put(cmd, errcode);
  }

  /** Drops all TCP connections without a close frame. */
  public void dropConnections() {
    server.getConnections().forEach(c -> c.closeConnection(CloseFrame.ABNORMAL_CLOSE, ""));
  }

  /** Another program subscribes with this bot id: {@code disconnected_event}, then the end. */
  public void kick() {
    subscribed.forEach(this::kick);
  }

  /** Sends {@code text} as it is to every open connection, for malformed frames. */
  public void sendRaw(String text) {
    server.getConnections().forEach(connection -> connection.send(text));
  }

  /** The bot is thrown out of the group {@code chat}: pushes answer 93001. */
  public void removeBotFrom(String chat) {
    state.removeBotFrom(chat);
  }

  /** Makes a conversation known without a message: a group's chat id or a user id. */
  public void knowChat(String chat) {
    state.knowChat(chat);
  }

  /** Answers and pushes per conversation; the real values are 30 and 1000. */
  public void rateLimit(int perMinute, int perHour) {
    state.rateLimit(perMinute, perHour);
  }

  /** Moves the gateway's clock, for the limits of 5 seconds, 6 minutes and rates. */
  public void advance(Duration time) {
    state.advance(time);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      server.stop(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void callback(String cmd, String requestId, ObjectNode body) {
    ObjectNode frame = json.createObjectNode().put("cmd", cmd);
    frame.putObject("headers").put("req_id", requestId);
    frame.set("body", body);
    for (int i = 0; i < (everythingTwice ? 2 : 1); i++) {
      subscribed.forEach(connection -> transmit(connection, frame));
    }
  }

  private void transmit(WebSocket connection, ObjectNode frame) {
    if (connection.isOpen()) {
      String text = json.writeValueAsString(frame);
      connection.send(
          controlCharacters ? text.replaceFirst("\"headers\":", "\"raw\":\"\u0001\r\",$0") : text);
    }
  }

  private void received(WebSocket connection, String text) {
    JsonNode frame = json.readTree(text);
    frames.add(frame);
    String cmd = frame.path("cmd").asString("");
    if (cmd.equals("ping") && pingsIgnored) {
      return;
    }
    int errcode = errcode(connection, cmd, frame);
    boolean answered = !acksWithheld || cmd.equals("ping") || cmd.equals("aibot_subscribe");
    if (answered) {
      ObjectNode ack = json.createObjectNode();
      ack.putObject("headers").put("req_id", frame.path("headers").path("req_id").asString(""));
      ack.put("errcode", errcode).put("errmsg", FakeAibotState.words(errcode));
      boolean login = cmd.equals("aibot_subscribe") && errcode == 0;
      timer.schedule(
          () -> acknowledge(connection, ack, login), ackDelay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Callbacks go out only after the answer to the log-in, so that a client knows it is logged in.
   */
  private void acknowledge(WebSocket connection, ObjectNode ack, boolean login) {
    transmit(connection, ack);
    if (login && connection.isOpen()) {
      subscribed.add(connection);
      logins.incrementAndGet();
    }
  }

  private int errcode(WebSocket connection, String cmd, JsonNode frame) {
    int refused = refusals.getOrDefault(cmd, 0);
    if (refused != 0) {
      return refused;
    }
    if (cmd.equals("aibot_subscribe")) {
      return subscribe(connection, frame.path("body"));
    }
    if (!subscribed.contains(connection)) {
      return 846609;
    }
    if (!cmd.equals("ping") && notSubscribed.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      return 846609;
    }
    return state.handle(cmd, frame);
  }

  private int subscribe(WebSocket connection, JsonNode body) {
    boolean known =
        body.path("bot_id").asString("").equals(botId)
            && body.path("secret").asString("").equals(secret);
    if (!known) {
      return 853000;
    }
    subscribed.stream().filter(other -> other != connection).forEach(this::kick);
    return 0;
  }

  private void kick(WebSocket connection) {
    ObjectNode body = json.createObjectNode();
    body.put("msgid", "e" + UUID.randomUUID()).put("create_time", state.now().getEpochSecond());
    body.put("aibotid", botId).put("msgtype", "event");
    body.putObject("event").put("eventtype", "disconnected_event");
    ObjectNode frame = json.createObjectNode().put("cmd", "aibot_event_callback");
    frame.putObject("headers").put("req_id", "kick" + UUID.randomUUID());
    frame.set("body", body);
    subscribed.remove(connection);
    transmit(connection, frame);
    timer.schedule(() -> connection.close(), closeDelayAfterKick.toMillis(), TimeUnit.MILLISECONDS);
  }

  private final class Server extends WebSocketServer {

    private final CountDownLatch started = new CountDownLatch(1);

    private Server() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      setReuseAddr(true);
      setDaemon(true);
      setConnectionLostTimeout(0);
    }

    private void startAndWait() {
      start();
      try {
        if (!started.await(10, TimeUnit.SECONDS)) {
          throw new IllegalStateException("The fake gateway did not start");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
      connections.incrementAndGet();
    }

    @Override
    public void onMessage(WebSocket connection, String text) {
      received(connection, text);
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
      subscribed.remove(connection);
    }

    @Override
    public void onError(WebSocket connection, Exception e) {
      // A client that hangs up in the middle of a write is part of the play; no port is not.
      if (connection == null && started.getCount() > 0) {
        throw new IllegalStateException("The fake gateway did not start", e);
      }
    }
  }
}
