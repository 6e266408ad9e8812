package io.github.xunbang.channel.wecom.aibot;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * Settings of the long connection; a blank value counts as unset (design section 15). The record
 * validates itself, so that all mistakes are named together when the application starts.
 *
 * @param botId the bot's id, as shown in the WeCom administration
 * @param secret the secret of the long connection
 * @param endpoint the gateway's address, {@code ws} or {@code wss}
 * @param name the bot's name, as people mention it; {@code inbound} reads it too
 */
@ConfigurationProperties("xunbang.wecom.aibot")
record AibotProperties(
    @DefaultValue("") String botId,
    @DefaultValue("") String secret,
    @DefaultValue(AibotProperties.DEFAULT_ENDPOINT) String endpoint,
    @DefaultValue("") String name)
    implements Validator {

  static final String DEFAULT_ENDPOINT = "wss://openws.work.weixin.qq.com";

  AibotProperties {
    botId = botId.strip();
    secret = secret.strip();
    endpoint = StringUtils.hasText(endpoint) ? endpoint.strip() : DEFAULT_ENDPOINT;
    name = name.strip();
  }

  /** The gateway's address. */
  URI uri() {
    return URI.create(endpoint);
  }

  @Override
  public boolean supports(Class<?> type) {
    return type == AibotProperties.class;
  }

  /** Global errors only: a field error would print the rejected value, and one is a secret. */
  @Override
  public void validate(Object target, Errors errors) {
    AibotProperties properties = (AibotProperties) target;
    if (properties.botId.isEmpty() != properties.secret.isEmpty()) {
      String missing = properties.botId.isEmpty() ? "bot-id" : "secret";
      String present = properties.botId.isEmpty() ? "secret" : "bot-id";
      errors.reject(
          "aibot.incomplete",
          "xunbang.wecom.aibot.%s is set but xunbang.wecom.aibot.%s is not: set both to connect the WeCom aibot, or neither to run without it"
              .formatted(present, missing));
    }
    if (!isWebSocketAddress(properties.endpoint)) {
      errors.reject(
          "aibot.endpoint",
          "xunbang.wecom.aibot.endpoint must be an address such as %s, found \"%s\""
              .formatted(DEFAULT_ENDPOINT, properties.endpoint));
    }
  }

  private static boolean isWebSocketAddress(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getHost() != null
          && ("ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Without the secret, because records are printed in logs and start-up errors. */
  @Override
  public String toString() {
    return "AibotProperties[botId=%s, endpoint=%s, name=%s]".formatted(botId, endpoint, name);
  }
}
