package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who speaks, and for which organization: by the group, or in private by whom somebody joined. */
final class Callers {

  private static final int NAME_SHOWN = 20;

  private final OrganizationCache cache;
  private final AdministratorsRepository administrators;
  private final BusinessClock clock;

  Callers(OrganizationCache cache, AdministratorsRepository administrators, BusinessClock clock) {
    this.cache = cache;
    this.administrators = administrators;
    this.clock = clock;
  }

  /** The organization that the group is bound to, where look-up and organization agree. */
  Optional<Organization> boundTo(Conversation conversation) {
    return cache
        .organizationOf(conversation)
        .flatMap(cache::organization)
        .filter(organization -> organization.holds(conversation));
  }

  /**
   * The organizations that {@code identity} is a member of today, the one joined first in front.
   */
  List<Organization> organizationsOf(String identity) {
    List<Organization> joined =
        cache.organizationsOf(identity).stream()
            .flatMap(id -> cache.organization(id).stream())
            .filter(
                organization -> organization.memberOf(identity, today(organization)).isPresent())
            .toList();
    List<Organization> inUse =
        joined.stream()
            .filter(organization -> !organization.simulated() || !organization.groups().isEmpty())
            .toList();
    return inUse.isEmpty() ? joined : inUse;
  }

  /**
   * The caller. In private the chosen organization answers, else the one joined first. An
   * installation administrator is ADMIN even where no organization or member is found.
   */
  Caller identify(InboundMessage message) {
    Conversation conversation = message.conversation();
    String identity = identity(message);
    Optional<Organization> organization =
        conversation.isGroup() ? boundTo(conversation) : privately(identity);
    Optional<LocalDate> day =
        organization.map(found -> found.businessDay().of(message.receivedAt()));
    Optional<Member> member =
        organization.flatMap(found -> found.memberOf(identity, day.orElseThrow()));
    Access level =
        member
            .map(found -> organization.orElseThrow().accessOn(found, day.orElseThrow()))
            .orElse(Access.GUEST);
    return new Caller(
        conversation,
        message.userId(),
        organization.map(Organization::id).orElse(null),
        member.map(Member::id).orElse(null),
        member.map(Member::name).orElseGet(() -> shownName(message)),
        administrators.includes(identity) ? Access.ADMIN : level);
  }

  /** The organizations among which the sender of a private message has yet to choose. */
  List<Organization> undecided(InboundMessage message) {
    if (message.conversation().isGroup()) {
      return List.of();
    }
    String identity = identity(message);
    List<Organization> joined = organizationsOf(identity);
    boolean decided = joined.size() < 2 || chosen(identity, joined).isPresent();
    return decided ? List.of() : joined;
  }

  private Optional<Organization> privately(String identity) {
    List<Organization> joined = organizationsOf(identity);
    return chosen(identity, joined).or(() -> joined.stream().findFirst());
  }

  /** What somebody in several organizations has chosen; there is nothing to choose from one. */
  private Optional<Organization> chosen(String identity, List<Organization> joined) {
    String chosen = joined.size() < 2 ? null : cache.chosenBy(identity);
    return joined.stream().filter(organization -> organization.id().equals(chosen)).findFirst();
  }

  private static String identity(InboundMessage message) {
    return message.conversation().channel() + ":" + message.userId();
  }

  private LocalDate today(Organization organization) {
    return organization.businessDay().of(clock.instant());
  }

  private static String shownName(InboundMessage message) {
    String vendorName = message.userName();
    return vendorName == null || vendorName.isBlank()
        ? "这位同事"
        : UntrustedText.oneLine(vendorName, NAME_SHOWN);
  }
}
