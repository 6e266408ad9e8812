package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.MemberClaimed;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationCreated;
import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import io.github.xunbang.organization.SettingsChanged;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Organizations in MongoDB. The organization document is written first and decides; the look-ups
 * follow, and the same call again repairs whatever a crash left out.
 */
@Service
class MongoOrganizationService implements OrganizationService {

  private static final int NAME_SHOWN = 20;

  private final OrganizationRepository repository;
  private final LookupRepository lookups;
  private final OrganizationCache cache;
  private final AdministratorsRepository administrators;
  private final ApplicationEventPublisher events;
  private final BusinessClock clock;

  MongoOrganizationService(
      OrganizationRepository repository,
      LookupRepository lookups,
      OrganizationCache cache,
      AdministratorsRepository administrators,
      ApplicationEventPublisher events,
      BusinessClock clock) {
    this.repository = repository;
    this.lookups = lookups;
    this.cache = cache;
    this.administrators = administrators;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Organization get(String organizationId) {
    return cache
        .organization(organizationId)
        .orElseThrow(() -> new NoSuchElementException("No organization " + organizationId));
  }

  @Override
  public List<Organization> all() {
    return repository.all();
  }

  @Override
  public Optional<Organization> boundTo(Conversation conversation) {
    return cache
        .organizationOf(conversation)
        .flatMap(cache::organization)
        .filter(organization -> organization.holds(conversation));
  }

  /**
   * {@inheritDoc} What the simulator made for a group that 绑定 has moved elsewhere since is left out
   * beside others.
   */
  @Override
  public List<Organization> organizationsOf(String identity) {
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
   * {@inheritDoc} In private the chosen organization answers, else the one joined first. An
   * installation administrator is ADMIN even where no organization or member is found.
   */
  @Override
  public Caller identify(InboundMessage message) {
    Conversation conversation = message.conversation();
    String identity = conversation.channel() + ":" + message.userId();
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

  private Optional<Organization> privately(String identity) {
    List<Organization> joined = organizationsOf(identity);
    String chosen = joined.size() < 2 ? null : cache.chosenBy(identity);
    return joined.stream()
        .filter(organization -> organization.id().equals(chosen))
        .findFirst()
        .or(() -> joined.stream().findFirst());
  }

  @Override
  public List<Organization> undecided(InboundMessage message) {
    Conversation conversation = message.conversation();
    if (conversation.isGroup()) {
      return List.of();
    }
    String identity = conversation.channel() + ":" + message.userId();
    List<Organization> joined = organizationsOf(identity);
    String chosen = joined.size() < 2 ? null : cache.chosenBy(identity);
    boolean decided =
        joined.size() < 2
            || joined.stream().anyMatch(organization -> organization.id().equals(chosen));
    return decided ? List.of() : joined;
  }

  @Override
  public Organization create(String name, boolean simulated) {
    Organization created =
        repository.insert(
            id ->
                new Organization(
                    id,
                    name,
                    BusinessDay.DEFAULT,
                    Map.of(),
                    simulated,
                    List.of(),
                    List.of(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    cache.forget(created.id());
    events.publishEvent(new OrganizationCreated(created.id()));
    return created;
  }

  /**
   * {@inheritDoc} The group leaves its former organization before it enters the new one, and counts
   * as bound only while look-up and organization agree: in between nobody's boards go astray.
   */
  @Override
  public void bind(Conversation group, String organizationId) {
    if (!group.isGroup()) {
      throw new IllegalArgumentException("Only a group can be bound: " + group);
    }
    try {
      List<String> former = lookups.beginMove(group, organizationId);
      former.forEach(id -> removeGroup(id, group));
      repository.update(organizationId, organization -> withGroup(organization, group));
      lookups.moveDone(group, organizationId);
    } finally {
      cache.forget(organizationId);
      cache.forget(group);
    }
  }

  /**
   * {@inheritDoc} Enrolling an identity again changes name, position and unit, and never lowers its
   * access. Tying an identity to an unclaimed entry gives exactly {@code access}, whatever the
   * entry had, and publishes {@link MemberClaimed}.
   */
  @Override
  public Member enrol(
      String organizationId,
      @Nullable String identity,
      String name,
      @Nullable String position,
      @Nullable String unit,
      Access access) {
    String checkedName = PersonName.checked(name);
    String checkedPosition = position == null ? null : PersonName.checkedLabel("岗位", position);
    String checkedUnit = unit == null ? null : PersonName.checkedLabel("小组", unit);
    AtomicReference<Enrolment> outcome = new AtomicReference<>();
    AtomicReference<Access> appointed = new AtomicReference<>(Access.MEMBER);
    try {
      repository.update(
          organizationId,
          organization -> {
            LocalDate day = today(organization);
            UnitFinder units = UnitFinder.of(organization.structure(), day);
            Enrolment.Person person =
                new Enrolment.Person(
                    identity,
                    checkedName,
                    checkedPosition,
                    checkedUnit == null ? null : units.findOrAdd(checkedUnit),
                    access);
            outcome.set(Enrolment.of(organization, person, day));
            organization
                .memberNamed(checkedName, day)
                .ifPresent(entry -> appointed.set(entry.access()));
            return OrganizationChange.structure(
                organization, outcome.get().members(), units.structure());
          });
      if (identity != null) {
        lookups.join(identity, organizationId);
      }
    } finally {
      cache.forget(organizationId);
      if (identity != null) {
        cache.forgetIdentity(identity);
      }
    }
    Enrolment enrolment = outcome.get();
    if (enrolment.claimed() && identity != null) {
      events.publishEvent(
          new MemberClaimed(organizationId, enrolment.member().id(), identity, appointed.get()));
    }
    return enrolment.member();
  }

  /**
   * {@inheritDoc}
   *
   * @throws CommandRejectedException when nobody would be left who may manage
   */
  @Override
  public void appoint(String organizationId, String memberId, Access access) {
    update(organizationId, organization -> appointed(organization, memberId, access));
  }

  @Override
  public void set(String organizationId, Map<String, String> settings) {
    update(
        organizationId,
        organization -> {
          Map<String, String> merged = new HashMap<>(organization.settings());
          merged.putAll(settings);
          return OrganizationChange.settings(organization, merged);
        });
    events.publishEvent(new SettingsChanged(organizationId, settings.keySet()));
  }

  @Override
  public void rename(String organizationId, String name) {
    update(organizationId, organization -> OrganizationChange.name(organization, name));
  }

  /** {@inheritDoc} The document goes last, so that an interrupted deletion can be repeated. */
  @Override
  public List<String> deleteSimulated() {
    List<String> deleted = new ArrayList<>();
    for (Organization organization : repository.simulated()) {
      organization
          .groups()
          .forEach(group -> lookups.forgetGroup(group.conversation(), organization.id()));
      List<String> identities =
          organization.members().stream().flatMap(member -> member.identities().stream()).toList();
      lookups.leave(identities, organization.id());
      repository.delete(organization.id());
      deleted.add(organization.id());
    }
    cache.forgetAll();
    deleted.forEach(id -> events.publishEvent(new OrganizationDeleted(id)));
    return List.copyOf(deleted);
  }

  @Override
  public Organization change(String organizationId, UnaryOperator<Organization> change) {
    return update(
        organizationId,
        before -> {
          Organization after = change.apply(before);
          return before
              .withMembers(after.members())
              .withStructure(after.structure())
              .withGroups(after.groups());
        });
  }

  /** {@inheritDoc} The organization's own list decides, so it goes first; the look-up follows. */
  @Override
  public void unbind(Conversation group) {
    Optional<Organization> bound = boundTo(group);
    try {
      bound.ifPresent(organization -> removeGroup(organization.id(), group));
      bound.ifPresent(organization -> lookups.forgetGroup(group, organization.id()));
    } finally {
      cache.forget(group);
    }
  }

  private Organization update(String organizationId, UnaryOperator<Organization> change) {
    try {
      return repository.update(organizationId, change);
    } finally {
      cache.forget(organizationId);
    }
  }

  private Organization appointed(Organization organization, String memberId, Access access) {
    Member before = organization.member(memberId).orElseThrow();
    if (before.access() == access) {
      return organization;
    }
    boolean loses = before.access().covers(Access.MANAGER) && !access.covers(Access.MANAGER);
    if (loses && managers(organization) < 2) {
      throw new CommandRejectedException("%s是唯一的经理，先任命另一位，例如：任命 姓名 经理".formatted(before.name()));
    }
    return OrganizationChange.members(
        organization,
        Enrolment.replacing(organization.members(), before, before.withAccess(access)));
  }

  /** Those who can really manage: an entry that nobody has claimed cannot. */
  private long managers(Organization organization) {
    return organization.activeMembers(today(organization)).stream()
        .filter(member -> member.access().covers(Access.MANAGER))
        .filter(member -> !member.identities().isEmpty())
        .count();
  }

  private void removeGroup(String organizationId, Conversation group) {
    try {
      update(
          organizationId,
          organization ->
              OrganizationChange.groups(
                  organization,
                  organization.groups().stream()
                      .filter(bound -> !bound.conversation().equals(group))
                      .toList()));
    } catch (NoSuchElementException deleted) {
      // A deleted organization lists no group any more; nothing is left to undo.
    }
  }

  private static Organization withGroup(Organization organization, Conversation group) {
    if (organization.holds(group)) {
      return organization;
    }
    List<ChatGroup> groups = new ArrayList<>(organization.groups());
    groups.add(new ChatGroup(group, true));
    return OrganizationChange.groups(organization, groups);
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
