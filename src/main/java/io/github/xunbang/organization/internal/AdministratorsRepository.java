package io.github.xunbang.organization.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/**
 * The installation administrators: those of {@code xunbang.admins} and the one who claimed with the
 * start-up code.
 */
@Component
class AdministratorsRepository {

  private static final String CLAIMED = "administrators";

  @Document("installation")
  record ClaimedDocument(@Id String id, List<String> identities) {}

  private final MongoTemplate mongo;
  private final Set<String> configured;
  private final LoadingCache<String, List<String>> claimed =
      Caffeine.newBuilder()
          .expireAfterWrite(Duration.ofSeconds(3))
          .maximumSize(1)
          .build(this::read);

  /** {@code admins} is a list of {@code channel:userid} between commas. */
  AdministratorsRepository(MongoTemplate mongo, @Value("${xunbang.admins:}") String admins) {
    this.mongo = mongo;
    this.configured =
        Stream.of(admins.split("[,，]"))
            .map(String::strip)
            .filter(identity -> !identity.isEmpty())
            .map(AdministratorsRepository::checked)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether {@code identity} administers the installation. */
  boolean includes(String identity) {
    return configured.contains(identity) || claimed.get(CLAIMED).contains(identity);
  }

  /** Whether the installation has an administrator at all. */
  boolean exist() {
    return !configured.isEmpty() || !claimed.get(CLAIMED).isEmpty();
  }

  /** Whether configuration alone names one; needs no database. */
  boolean areConfigured() {
    return !configured.isEmpty();
  }

  /**
   * Makes {@code identity} the first administrator, durably; the unique {@code _id} lets one claim
   * succeed, whatever several instances do.
   *
   * @return whether it was the first
   */
  boolean claim(String identity) {
    try {
      mongo.insert(new ClaimedDocument(CLAIMED, List.of(identity)));
      return true;
    } catch (DuplicateKeyException claimedBefore) {
      return false;
    } finally {
      claimed.invalidateAll();
    }
  }

  private List<String> read(String id) {
    ClaimedDocument document = mongo.findById(id, ClaimedDocument.class);
    return document == null ? List.of() : document.identities();
  }

  private static String checked(String identity) {
    int colon = identity.indexOf(':');
    if (colon < 1 || colon == identity.length() - 1) {
      throw new IllegalStateException(
          "xunbang.admins: found \"%s\", expected channel:userid, for example aibot:zhangsan"
              .formatted(identity));
    }
    return identity;
  }
}
