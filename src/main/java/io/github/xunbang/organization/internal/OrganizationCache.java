package io.github.xunbang.organization.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Organization;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Configuration as it was at most three seconds ago, misses included, so that a report costs no
 * read of its own here. Another instance's change is seen when an entry expires, this instance's at
 * once.
 */
@Component
class OrganizationCache {

  private static final Duration AGE = Duration.ofSeconds(3);
  private static final Duration UNUSED = Duration.ofMinutes(10);
  private static final long MEMBERS_HELD = 500_000;
  private static final long LOOKUPS_HELD = 50_000;

  private final LoadingCache<String, Optional<Organization>> organizations;

  /** The last pictures, which stay the same objects until somebody writes. */
  private final Cache<String, OrganizationRepository.Stored> pictures;

  private final LoadingCache<Conversation, Optional<String>> groups;
  private final LoadingCache<String, LookupRepository.IdentityDocument> identities;

  OrganizationCache(OrganizationRepository repository, LookupRepository lookups) {
    organizations =
        Caffeine.newBuilder()
            .expireAfterWrite(AGE)
            .maximumWeight(MEMBERS_HELD)
            .weigher(OrganizationCache::weight)
            .build(id -> load(repository, id));
    pictures =
        Caffeine.newBuilder()
            .expireAfterAccess(UNUSED)
            .maximumWeight(MEMBERS_HELD)
            .weigher(
                (String id, OrganizationRepository.Stored stored) ->
                    weight(id, Optional.of(stored.organization())))
            .build();
    groups = lookup().build(lookups::organizationOf);
    identities = lookup().build(lookups::membershipsOf);
  }

  private Optional<Organization> load(OrganizationRepository repository, String id) {
    Optional<OrganizationRepository.Stored> stored = repository.find(id, pictures.getIfPresent(id));
    stored.ifPresentOrElse(found -> pictures.put(id, found), () -> pictures.invalidate(id));
    return stored.map(OrganizationRepository.Stored::organization);
  }

  Optional<Organization> organization(String id) {
    return organizations.get(id);
  }

  Optional<String> organizationOf(Conversation group) {
    return groups.get(group);
  }

  List<String> organizationsOf(String identity) {
    return OrganizationDocument.orEmpty(identities.get(identity).organizationIds());
  }

  /** The organization chosen for private messages, or null. */
  @Nullable String chosenBy(String identity) {
    return identities.get(identity).chosen();
  }

  void forget(String organizationId) {
    organizations.invalidate(organizationId);
  }

  void forget(Conversation group) {
    groups.invalidate(group);
  }

  void forgetIdentity(String identity) {
    identities.invalidate(identity);
  }

  void forgetAll() {
    pictures.invalidateAll();
    organizations.invalidateAll();
    groups.invalidateAll();
    identities.invalidateAll();
  }

  private static int weight(String id, Optional<Organization> organization) {
    return 10 + organization.map(found -> found.members().size()).orElse(0);
  }

  private static Caffeine<Object, Object> lookup() {
    return Caffeine.newBuilder().expireAfterWrite(AGE).maximumSize(LOOKUPS_HELD);
  }
}
