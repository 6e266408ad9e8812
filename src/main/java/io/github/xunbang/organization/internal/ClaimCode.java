package io.github.xunbang.organization.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The one-time code with which the first administrator claims the installation (design section 5).
 * It lives in this process only and works only while there is no administrator.
 */
@Component
class ClaimCode {

  private static final Logger LOG = LoggerFactory.getLogger(ClaimCode.class);

  /** Without letters and digits that look alike. */
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int LENGTH = 6;
  private static final int WRONG_ALLOWED = 5;

  /** How a claim ended. */
  enum Outcome {
    GRANTED,
    ALREADY_YOURS,
    NOT_NEEDED,
    WRONG,
    TOO_MANY
  }

  private final AdministratorsRepository administrators;
  private final Cache<String, AtomicInteger> wrong;
  private final String code;

  @Autowired
  ClaimCode(AdministratorsRepository administrators) {
    this(administrators, freshCode(), Ticker.systemTicker());
  }

  ClaimCode(AdministratorsRepository administrators, String code, Ticker ticker) {
    this.administrators = administrators;
    this.code = code;
    this.wrong =
        Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .ticker(ticker)
            .maximumSize(100_000)
            .build();
  }

  /** Prints the code once when nobody administers the installation yet. */
  @EventListener(ApplicationStartedEvent.class)
  void announce() {
    if (!knownToHaveAdministrator()) {
      LOG.warn("No administrator yet. Send this to the bot: 认领 {}", code);
    }
  }

  /**
   * Takes {@code typed} from {@code identity}; five wrong codes an hour per person, then refused.
   */
  Outcome claim(String identity, String typed) {
    if (administrators.includes(identity)) {
      return Outcome.ALREADY_YOURS;
    }
    if (administrators.exist()) {
      return Outcome.NOT_NEEDED;
    }
    AtomicInteger failures = wrong.get(identity, none -> new AtomicInteger());
    if (failures.get() >= WRONG_ALLOWED) {
      return Outcome.TOO_MANY;
    }
    if (!matches(typed)) {
      failures.incrementAndGet();
      return Outcome.WRONG;
    }
    return administrators.claim(identity) ? Outcome.GRANTED : Outcome.NOT_NEEDED;
  }

  private boolean matches(String typed) {
    String plain =
        Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    return MessageDigest.isEqual(
        plain.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
  }

  private boolean knownToHaveAdministrator() {
    try {
      return administrators.exist();
    } catch (DataAccessException databaseAway) {
      // Printing it needlessly does no harm: the claim itself checks again.
      return administrators.areConfigured();
    }
  }

  private static String freshCode() {
    SecureRandom random = new SecureRandom();
    StringBuilder code = new StringBuilder();
    for (int index = 0; index < LENGTH; index++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.toString();
  }
}
