package io.github.xunbang.template;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Service;

/**
 * Demo teams, ready to be looked at: the telesales and field team of S-04, the 36-store chain of
 * S-06 and the contest of eleven cities (S-85 to S-92), with what was reported in the last 旬 and in
 * the running one up to yesterday. Everything is the same whenever it is loaded on the same day;
 * loading again adds only the days since.
 */
@Service
public class DemoTeams {

  private final List<DemoScript> scripts;
  private final OrganizationService organizations;
  private final DemoReports reports;
  private final BusinessClock clock;
  private final ReentrantLock loading = new ReentrantLock();

  DemoTeams(
      List<DemoScript> scripts,
      OrganizationService organizations,
      DemoReports reports,
      BusinessClock clock) {
    this.scripts = List.copyOf(scripts);
    this.organizations = organizations;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * Something that a person of the team says today.
   *
   * @param key message id, the same whenever it is loaded on that day
   * @param user user id
   * @param name shown name
   * @param text chat line
   */
  public record Line(String key, String user, String name, String text) {}

  /**
   * A team on stage.
   *
   * @param organizationId its organization
   * @param group its chat group
   * @param people how many
   * @param setup what its manager says first, before {@link #fill}; empty once it was said
   */
  public record Cast(String organizationId, Conversation group, int people, List<Line> setup) {

    public Cast {
      setup = List.copyOf(setup);
    }
  }

  /** The names of the teams, the usual one first. */
  public List<String> names() {
    return scripts.stream().map(DemoScript::name).toList();
  }

  /** Makes the team's organization and group on {@code channel} and enrols its manager. */
  public Cast open(String name, String channel) {
    DemoScript script = script(name);
    loading.lock();
    try {
      Conversation group = Conversation.group(channel, name);
      Optional<Organization> there = organizations.boundTo(group);
      String organizationId = there.map(Organization::id).orElseGet(() -> create(group));
      script.people().stream()
          .filter(person -> person.access().covers(Access.MANAGER))
          .forEach(person -> enrol(organizationId, channel, person));
      return new Cast(
          organizationId,
          group,
          script.people().size(),
          there.isPresent() ? List.of() : setup(script));
    } finally {
      loading.unlock();
    }
  }

  /** Enrols the others, posts what is missing up to yesterday; returns what is said today. */
  public List<Line> fill(Cast cast) {
    DemoScript script = script(cast.group().id());
    String channel = cast.group().channel();
    loading.lock();
    try {
      script.people().forEach(person -> enrol(cast.organizationId(), channel, person));
      Organization organization = organizations.get(cast.organizationId());
      LocalDate today = organization.businessDay().of(clock.instant());
      Period running = Period.containing(PeriodType.XUN, today);
      reports.post(script, organization, channel, running.previous().start(), today);
      return script.linesOf(today);
    } finally {
      loading.unlock();
    }
  }

  /**
   * Lets everybody report {@code day} who has not done so yet.
   *
   * @return whether the team is still there
   */
  public boolean report(String organizationId, String channel, LocalDate day) {
    Optional<Organization> team =
        organizations.all().stream()
            .filter(organization -> organization.id().equals(organizationId))
            .findFirst();
    team.ifPresent(there -> report(there, channel, day));
    return team.isPresent();
  }

  private void report(Organization team, String channel, LocalDate day) {
    scripts.stream()
        .filter(script -> team.holds(Conversation.group(channel, script.name())))
        .forEach(script -> reports.post(script, team, channel, day, day.plusDays(1)));
  }

  private List<Line> setup(DemoScript script) {
    String manager =
        script.people().stream()
            .filter(person -> person.access().covers(Access.MANAGER))
            .map(DemoPerson::name)
            .findFirst()
            .orElseThrow();
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    List<String> lines = script.setup();
    return java.util.stream.IntStream.range(0, lines.size())
        .mapToObj(at -> script.line(today, -1 - at, manager, lines.get(at)))
        .toList();
  }

  private DemoScript script(String name) {
    return scripts.stream()
        .filter(script -> script.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No demo team " + name));
  }

  private String create(Conversation group) {
    Organization created = organizations.create(group.id(), true);
    organizations.bind(group, created.id());
    return created.id();
  }

  private void enrol(String organizationId, String channel, DemoPerson person) {
    if (person.in(organizations.get(organizationId), channel).isPresent()) {
      return;
    }
    organizations.enrol(
        organizationId,
        person.identity(channel),
        person.name(),
        person.position(),
        person.unit(),
        person.access());
  }
}
