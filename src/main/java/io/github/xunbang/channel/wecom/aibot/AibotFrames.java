package io.github.xunbang.channel.wecom.aibot;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes frames. The server's JSON is not always strict (wecom.md section 2.1). */
final class AibotFrames {

  // The official SDK deletes these before parsing; tabs and line feeds are text and stay.
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F]");

  private final JsonMapper json =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  /** The frame in {@code text}, or null when it is none. */
  @Nullable AibotFrame read(String text) {
    try {
      JsonNode root = json.readTree(CONTROL.matcher(text).replaceAll(""));
      return root.isObject() ? frame(root) : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static AibotFrame frame(JsonNode root) {
    String cmd = root.path("cmd").asString("");
    return new AibotFrame(
        cmd.isEmpty() ? null : cmd,
        root.path("headers").path("req_id").asString(""),
        root.path("errcode").asInt(0),
        root.path("errmsg").asString(""),
        root.path("body"));
  }

  /** The text of a request. */
  String write(AibotFrame frame) {
    ObjectNode root = json.createObjectNode();
    root.put("cmd", frame.cmd());
    root.putObject("headers").put("req_id", frame.requestId());
    if (!frame.body().isMissingNode()) {
      root.set("body", frame.body());
    }
    return json.writeValueAsString(root);
  }

  /** An empty object to fill. */
  ObjectNode object() {
    return json.createObjectNode();
  }

  /** A request id that nobody used before. */
  static String newId(String prefix) {
    return prefix + "_" + UUID.randomUUID().toString().replace("-", "");
  }
}
