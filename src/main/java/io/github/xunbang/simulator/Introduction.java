package io.github.xunbang.simulator;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Nothing stands before the first report (design section 5): a new group gets its own organization,
 * its first speaker is manager and administrator, a new speaker is enrolled under the given name.
 * Somebody already known keeps name and access.
 */
@Component
@ConditionalOnSimulator
class Introduction {

  private static final int LONGEST_NAME = 20;
  private static final int MOST_NAMESAKES = 200;

  private final OrganizationService organizations;
  // Two first messages at once must not make two organizations or two managers.
  private final ReentrantLock lock = new ReentrantLock();

  Introduction(OrganizationService organizations) {
    this.organizations = organizations;
  }

  /**
   * Makes group and speaker known.
   *
   * @param name the given name, or null for the user id
   */
  void introduce(Conversation group, String user, @Nullable String name) {
    String identity = SimulatorChannel.NAME + ":" + user;
    if (organizations.boundTo(group).filter(known -> knows(known, identity)).isPresent()) {
      return;
    }
    lock.lock();
    try {
      Organization organization = organizations.boundTo(group).orElseGet(() -> open(group));
      if (!knows(organization, identity)) {
        enrol(organization, identity, wanted(name, user));
      }
    } finally {
      lock.unlock();
    }
  }

  // Removed members are known too: speaking does not bring them back.
  private static boolean knows(Organization organization, String identity) {
    return organization.members().stream()
        .anyMatch(member -> member.identities().contains(identity));
  }

  private Organization open(Conversation group) {
    String name = UntrustedText.oneLine(group.id(), LONGEST_NAME);
    Organization created =
        firstAccepted(
            Stream.concat(namesakes(name), namesakes("团队")),
            candidate -> organizations.create(candidate, true));
    organizations.bind(group, created.id());
    return organizations.get(created.id());
  }

  private void enrol(Organization organization, String identity, String name) {
    boolean managed =
        organization.members().stream().anyMatch(member -> member.access().covers(Access.MANAGER));
    Access access = organization.simulated() && !managed ? Access.ADMIN : Access.MEMBER;
    firstAccepted(
        Stream.concat(namesakes(name), namesakes("同事" + name)),
        candidate ->
            organizations.enrol(organization.id(), identity, candidate, null, null, access));
  }

  /** The given name or the user id as far as a roster takes it, else a neutral word. */
  private static String wanted(@Nullable String name, String user) {
    String shown = name == null || name.isBlank() ? user : name;
    return PersonName.fromVendor(shown).orElse("同事");
  }

  /** The name itself, then with 2, 3 and so on. */
  private static Stream<String> namesakes(String name) {
    return Stream.concat(
        Stream.of(name),
        IntStream.rangeClosed(2, MOST_NAMESAKES).mapToObj(number -> name + number));
  }

  private static <T> T firstAccepted(Stream<String> names, Function<String, T> attempt) {
    CommandRejectedException last = null;
    for (String name : (Iterable<String>) names::iterator) {
      try {
        return attempt.apply(name);
      } catch (CommandRejectedException e) {
        last = e;
      }
    }
    throw new IllegalStateException("No name was accepted", last);
  }
}
