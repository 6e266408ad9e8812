package io.github.xunbang.channel.wecom.webhook;

import io.github.xunbang.outbox.PermanentDeliveryException;
import io.github.xunbang.outbox.TransientDeliveryException;
import io.github.xunbang.outbox.UnknownDeliveryException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import org.apache.http.client.HttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;

/**
 * What a failed call means for a delivery (wecom.md section 3). The words never hold the key and
 * the causes are left out, because their words are not ours to vouch for.
 */
final class WebhookErrors {

  static final int BUSY = -1;

  /** WxJava's own code for an answer without a body. */
  private static final int NO_ANSWER = -99;

  private static final int TOO_OFTEN = 45009;

  /** WeCom blocks for a minute. */
  static final Duration BLOCKED = Duration.ofSeconds(60);

  // Bad key or robot removed; robot disabled; not in the group.
  private static final Set<Integer> DEAD = Set.of(93000, 93004, 93008);

  // Wrong parameter or size, unknown type, empty, empty body, picture too big.
  private static final Set<Integer> FINAL = Set.of(40058, 40008, 44004, 93017, 93018);

  private static final int WORDS = 120;

  private WebhookErrors() {}

  /** WeCom will not take this key any more. */
  static final class DeadKeyException extends PermanentDeliveryException {

    private static final long serialVersionUID = 1L;

    private final int errcode;

    DeadKeyException(String message, int errcode) {
      super(message, null);
      this.errcode = errcode;
    }

    int errcode() {
      return errcode;
    }
  }

  /** WeCom is busy; worth another try soon. */
  static final class BusyException extends TransientDeliveryException {

    private static final long serialVersionUID = 1L;

    BusyException(String message) {
      super(message, null);
    }
  }

  /** What WxJava reports: an answer with an error code, or no usable answer. */
  static RuntimeException of(WxErrorException failure, WebhookKey key) {
    return failure.getCause() instanceof IOException io ? of(io, key) : of(failure.getError(), key);
  }

  /** What an error code means; an unknown one counts as a refusal for now, as with the aibot. */
  static RuntimeException of(WxError error, WebhookKey key) {
    int code = error.getErrorCode();
    String words = "webhook refused: errcode=" + code + " errmsg=" + shown(said(error), key);
    if (code == TOO_OFTEN) {
      return new TransientDeliveryException(words, null, BLOCKED);
    }
    if (code == NO_ANSWER) {
      return new UnknownDeliveryException("webhook: empty answer", null);
    }
    if (code == BUSY) {
      return new BusyException(words);
    }
    if (DEAD.contains(code)) {
      return new DeadKeyException(words, code);
    }
    return FINAL.contains(code)
        ? new PermanentDeliveryException(words, null)
        : new TransientDeliveryException(words, null);
  }

  /** Refused for now when nothing can have been taken, unknown otherwise. */
  static RuntimeException of(IOException failure, WebhookKey key) {
    String words =
        "webhook: "
            + failure.getClass().getSimpleName()
            + " "
            + shown(String.valueOf(failure.getMessage()), key);
    boolean notTaken =
        failure instanceof HttpResponseException
            || failure instanceof ConnectException
            || failure instanceof ConnectTimeoutException
            || failure instanceof UnknownHostException
            || failure instanceof NoRouteToHostException
            || failure instanceof SSLHandshakeException;
    return notTaken
        ? new TransientDeliveryException(words, null)
        : new UnknownDeliveryException(words, null);
  }

  private static String said(WxError error) {
    // The translated message names no English words; WeCom's own stand in the second field.
    return error.getErrorMsgEn() == null
        ? String.valueOf(error.getErrorMsg())
        : error.getErrorMsgEn();
  }

  private static String shown(String words, WebhookKey key) {
    String safe = key.cutOutOf(words).replaceAll("\\s+", " ");
    return safe.substring(0, Math.min(WORDS, safe.length()));
  }
}
