package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.FiguresPresence;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 绑定: ties a group to an organization, new or existing, and makes the sender its manager. */
@Component
class BindCommands implements CommandHandler {

  private static final String SIMULATOR = "simulator";

  private final OrganizationService organizations;
  private final OrganizationRepository repository;
  private final AdministratorsRepository administrators;
  private final ObjectProvider<FiguresPresence> figures;

  // Two groups bound to the same new name at once must end up in one organization.
  private final ReentrantLock naming = new ReentrantLock();

  BindCommands(
      OrganizationService organizations,
      OrganizationRepository repository,
      AdministratorsRepository administrators,
      ObjectProvider<FiguresPresence> figures) {
    this.organizations = organizations;
    this.repository = repository;
    this.administrators = administrators;
    this.figures = figures;
  }

  @Override
  public String name() {
    return "绑定";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  /** Every step may be repeated; the group is bound last, when it already has its manager. */
  @Override
  public Reply handle(CommandCall call) {
    if (!call.caller().conversation().isGroup()) {
      throw call.rejection("groupOnly", Map.of());
    }
    String name = TeamName.checked("绑定", call.input());
    Optional<Organization> current = organizations.boundTo(call.caller().conversation());
    Optional<Organization> same = current.filter(bound -> bound.name().equals(name));
    if (same.isEmpty()) {
      current.ifPresent(bound -> refuseToMoveFigures(call, bound));
    }
    Organization target = same.orElseGet(() -> target(call, name));
    Optional<Member> manager = enrolSender(call, target);
    organizations.bind(call.caller().conversation(), target.id());
    return manager
        .map(member -> call.reply("bound", Map.of("team", name, "manager", member.name())))
        .orElseGet(() -> call.reply("boundNameless", Map.of("team", name)));
  }

  private Organization target(CommandCall call, String name) {
    Caller caller = call.caller();
    naming.lock();
    try {
      List<Organization> candidates =
          repository.named(name).stream()
              // Who administers only an organization of the simulator reaches no real one.
              .filter(found -> found.simulated() || administrators.includes(caller.identity()))
              .toList();
      if (candidates.size() > 1) {
        throw call.rejection("ambiguous", Map.of("team", name));
      }
      return candidates.isEmpty()
          ? organizations.create(name, caller.conversation().channel().equals(SIMULATOR))
          : candidates.get(0);
    } finally {
      naming.unlock();
    }
  }

  private void refuseToMoveFigures(CommandCall call, Organization current) {
    if (holdsFigures(current)) {
      throw call.rejection("held", Map.of("team", current.name()));
    }
  }

  private boolean holdsFigures(Organization organization) {
    FiguresPresence presence = figures.getIfAvailable();
    return presence == null || presence.holdsFigures(organization.id());
  }

  /**
   * The sender as manager of {@code target}, or empty when no usable name is known yet; an
   * installation administrator keeps every right without being a member.
   */
  private Optional<Member> enrolSender(CommandCall call, Organization target) {
    Caller caller = call.caller();
    Optional<String> name =
        target
            .memberOf(caller.identity(), target.businessDay().of(call.message().receivedAt()))
            .map(Member::name)
            .or(() -> knownName(call));
    // The first speaker of a simulated group administers only there and keeps that.
    Access access = administrators.includes(caller.identity()) ? Access.MANAGER : caller.access();
    try {
      return name.map(
          found -> organizations.enrol(target.id(), caller.identity(), found, null, null, access));
    } catch (CommandRejectedException nameTaken) {
      return Optional.empty();
    }
  }

  private static Optional<String> knownName(CommandCall call) {
    return call.caller().memberId() != null
        ? Optional.of(call.caller().name())
        : PersonName.fromVendor(call.message().userName());
  }
}
