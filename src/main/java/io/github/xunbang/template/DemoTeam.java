package io.github.xunbang.template;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Service;

/**
 * The telesales and field team of S-04, ready to be looked at: 28 reps in four units with a
 * manager, and what they reported in the last 旬 and in the running one up to yesterday. Everything
 * is the same whenever it is loaded on the same day; loading again adds only the days since.
 */
@Service
public class DemoTeam {

  private static final String NAME = "示范团队";

  private final OrganizationService organizations;
  private final DemoReports reports;
  private final BusinessClock clock;
  private final ReentrantLock loading = new ReentrantLock();

  DemoTeam(OrganizationService organizations, DemoReports reports, BusinessClock clock) {
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
   * The loaded team.
   *
   * @param organizationId its organization
   * @param group its chat group
   * @param people how many
   * @param lines what to play in the group now, in this order
   */
  public record Cast(String organizationId, Conversation group, int people, List<Line> lines) {

    public Cast {
      lines = List.copyOf(lines);
    }
  }

  /** Makes the team on {@code channel}; user ids begin with {@code demo-}. */
  public Cast load(String channel) {
    loading.lock();
    try {
      Conversation group = Conversation.group(channel, NAME);
      String organizationId = organization(group);
      DemoRoster.PEOPLE.forEach(person -> enrol(organizationId, channel, person));
      Organization organization = organizations.get(organizationId);
      LocalDate today = organization.businessDay().of(clock.instant());
      Period running = Period.containing(PeriodType.XUN, today);
      reports.post(organization, channel, running.previous().start(), today);
      return new Cast(organizationId, group, DemoRoster.PEOPLE.size(), DemoRoster.linesOf(today));
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
    team.ifPresent(there -> reports.post(there, channel, day, day.plusDays(1)));
    return team.isPresent();
  }

  private String organization(Conversation group) {
    Optional<Organization> bound = organizations.boundTo(group);
    if (bound.isPresent()) {
      return bound.get().id();
    }
    Organization created = organizations.create(NAME, true);
    organizations.bind(group, created.id());
    return created.id();
  }

  private void enrol(String organizationId, String channel, DemoRoster.Person person) {
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
