package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
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

  private final OrganizationRepository repository;
  private final LookupRepository lookups;
  private final OrganizationCache cache;
  private final Callers callers;
  private final GroupBindings bindings;
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
    this.callers = new Callers(cache, administrators, clock);
    this.bindings = new GroupBindings(repository, lookups, cache);
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Optional<Organization> find(String organizationId) {
    return cache.organization(organizationId);
  }

  @Override
  public Organization get(String organizationId) {
    return find(organizationId)
        .orElseThrow(() -> new NoSuchElementException("No organization " + organizationId));
  }

  @Override
  public Optional<Organization> current(String organizationId) {
    cache.forget(organizationId);
    return find(organizationId);
  }

  @Override
  public List<Organization> all() {
    return repository.all();
  }

  @Override
  public Optional<Organization> boundTo(Conversation conversation) {
    return callers.boundTo(conversation);
  }

  /**
   * {@inheritDoc} What the simulator made for a group that 绑定 has moved elsewhere since is left out
   * beside others.
   */
  @Override
  public List<Organization> organizationsOf(String identity) {
    return callers.organizationsOf(identity);
  }

  @Override
  public Caller identify(InboundMessage message) {
    return callers.identify(message);
  }

  @Override
  public List<Organization> undecided(InboundMessage message) {
    return callers.undecided(message);
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

  @Override
  public void bind(Conversation group, String organizationId) {
    bindings.bind(group, organizationId);
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
    update(
        organizationId,
        organization -> AccessChange.of(organization, memberId, access, today(organization)));
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

  @Override
  public void unbind(Conversation group) {
    boundTo(group).ifPresent(organization -> bindings.unbind(group, organization.id()));
    cache.forget(group);
  }

  private Organization update(String organizationId, UnaryOperator<Organization> change) {
    try {
      return repository.update(organizationId, change);
    } finally {
      cache.forget(organizationId);
    }
  }

  private LocalDate today(Organization organization) {
    return organization.businessDay().of(clock.instant());
  }
}
