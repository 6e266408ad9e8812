package io.github.xunbang.inbound;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The short id that ties all log lines of one message together; a redelivery has the same one. */
final class Correlation {

  /** The MDC key, also in {@code logging.pattern.correlation}. */
  static final String KEY = "correlationId";

  private Correlation() {}

  static String of(String messageKey) {
    CRC32 checksum = new CRC32();
    checksum.update(messageKey.getBytes(StandardCharsets.UTF_8));
    return Long.toString(checksum.getValue(), 36);
  }
}
