package io.github.xunbang.channel.wecom.webhook;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.storage.FieldCipher;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;

/**
 * Which group has which webhook. Look-ups are at most three seconds old; another instance's change
 * is seen by then, this instance's at once.
 */
class Webhooks {

  private static final Duration AGE = Duration.ofSeconds(3);
  private static final long HELD = 10_000;

  private final WebhookRepository repository;
  private final FieldCipher cipher;
  private final OrganizationService organizations;
  private final Clock businessTime;
  private final LoadingCache<String, Optional<WebhookDocument>> cache;

  Webhooks(
      WebhookRepository repository,
      FieldCipher cipher,
      OrganizationService organizations,
      Clock businessTime) {
    this.repository = repository;
    this.cipher = cipher;
    this.organizations = organizations;
    this.businessTime = businessTime;
    this.cache =
        Caffeine.newBuilder().expireAfterWrite(AGE).maximumSize(HELD).build(repository::find);
  }

  /**
   * The group's webhook while its key works and the group still belongs to the organization that
   * set it: a group that moved on must not take the old team's key with it.
   */
  Optional<Webhook> alive(Conversation group) {
    if (!group.isGroup()) {
      return Optional.empty();
    }
    return cache
        .get(group.key())
        .filter(found -> found.refusedWith() == null && isBound(group, found.organizationId()))
        .map(this::opened);
  }

  private boolean isBound(Conversation group, String organizationId) {
    return organizations
        .boundTo(group)
        .filter(found -> found.id().equals(organizationId))
        .isPresent();
  }

  /** As stored now, dead ones too; by key of the conversation. */
  Map<String, Webhook> of(Organization organization) {
    List<String> groups =
        organization.groups().stream().map(ChatGroup::conversation).map(Conversation::key).toList();
    return repository.find(groups).stream()
        .filter(found -> found.organizationId().equals(organization.id()))
        .map(this::opened)
        .collect(Collectors.toMap(Webhook::conversationKey, Function.identity()));
  }

  /** Whether keys can be stored at all; they are never stored plainly. */
  boolean canStore() {
    return cipher.hasKey();
  }

  /** Sets the group's key, alive whatever was there before. */
  void set(Conversation group, String organizationId, WebhookKey key) {
    repository.save(
        new WebhookDocument(
            group.key(),
            organizationId,
            cipher.encrypt(key.value()),
            cipher.keyedHash("webhook|" + key.value()),
            businessTime.instant().truncatedTo(ChronoUnit.MILLIS),
            null,
            WebhookDocument.SHAPE));
    cache.invalidate(group.key());
  }

  /** Takes the group's key away; false when there was none. */
  boolean remove(Conversation group) {
    boolean removed = repository.delete(group.key());
    cache.invalidate(group.key());
    return removed;
  }

  /** Remembers that WeCom refused the key for good; true for the first who finds out. */
  boolean markDead(Webhook webhook, int errcode) {
    boolean first = repository.markDead(webhook.conversationKey(), webhook.reference(), errcode);
    cache.invalidate(webhook.conversationKey());
    return first;
  }

  /** Uses a dead key again, because WeCom takes it again. */
  void revive(Webhook webhook) {
    repository.revive(webhook.conversationKey(), webhook.reference());
    cache.invalidate(webhook.conversationKey());
  }

  @EventListener
  void on(OrganizationDeleted deleted) {
    repository.deleteOf(deleted.organizationId());
    cache.invalidateAll();
  }

  private Webhook opened(WebhookDocument stored) {
    return new Webhook(
        stored.id(),
        stored.organizationId(),
        new WebhookKey(cipher.decrypt(stored.key())),
        stored.keyHash(),
        stored.setAt(),
        stored.refusedWith());
  }
}
