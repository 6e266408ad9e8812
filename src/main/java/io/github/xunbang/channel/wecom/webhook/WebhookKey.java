package io.github.xunbang.channel.wecom.webhook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret of one group robot. It shows itself by its end only, also when somebody logs it.
 *
 * @param value the key as WeCom made it
 */
record WebhookKey(String value) {

  private static final String FORM = "[A-Za-z0-9_-]{16,64}";
  private static final Pattern KEY = Pattern.compile(FORM);
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://[^\\s/]+/cgi-bin/webhook/send\\?(?:\\S*&)?key=(" + FORM + ")(?:&\\S*)?");
  private static final int SHOWN = 4;

  WebhookKey {
    if (!KEY.matcher(value).matches()) {
      throw new IllegalArgumentException("Not the form of a webhook key");
    }
  }

  /** The key in {@code word}, which is the whole address or the bare key. */
  static Optional<WebhookKey> read(String word) {
    Matcher address = ADDRESS.matcher(word);
    if (address.matches()) {
      return Optional.of(new WebhookKey(address.group(1)));
    }
    return KEY.matcher(word).matches() ? Optional.of(new WebhookKey(word)) : Optional.empty();
  }

  /** The last four characters, enough to tell keys apart. */
  String end() {
    return value.substring(value.length() - SHOWN);
  }

  /** {@code words} of somebody else without the key in them. */
  String cutOutOf(String words) {
    return words.replace(value, "***");
  }

  @Override
  public String toString() {
    return "WebhookKey[…" + end() + "]";
  }
}
