package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Deputy;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 代理: a leader or manager lends the own rights up to a day (S-02). Lent rights cannot be lent on:
 * only a person's own level counts here.
 */
@Component
class DeputyCommands implements CommandHandler {

  private final OrganizationService organizations;
  private final CallScene scene;

  DeputyCommands(OrganizationService organizations, CallScene scene) {
    this.organizations = organizations;
    this.scene = scene;
  }

  @Override
  public String name() {
    return "代理";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public boolean yieldsToFigures(String text) {
    return ReportHeading.begins(text);
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = scene.organization(call);
    LocalDate today = CallScene.today(call, organization);
    Member caller = organization.member(call.caller().member()).orElseThrow();
    if (!caller.access().covers(Access.LEADER)) {
      throw call.rejection("deputy", Map.of());
    }
    DaySpan span =
        DaySpan.of(TypedLine.words(call.input()), organization, call.message().receivedAt());
    List<String> names = new ArrayList<>(span.words());
    if (names.isEmpty() && !span.typed()) {
      return list(call, organization, today);
    }
    boolean ends = names.removeIf(word -> word.matches("取消|结束|收回"));
    List<Member> people = names.stream().map(name -> member(call, organization, name)).toList();
    if (people.isEmpty() || people.size() > 2) {
      throw call.rejection("usage", Map.of());
    }
    Member principal = people.size() == 2 ? people.get(0) : caller;
    Member deputy = people.get(people.size() - 1);
    if (ends) {
      return ended(
          call,
          organization,
          people.size() == 2 ? Optional.of(principal) : Optional.empty(),
          deputy,
          caller,
          today);
    }
    refuse(call, caller, principal, deputy, span);
    return lent(
        call, organization, new Deputy(principal.id(), deputy.id(), span.from(), end(span)));
  }

  private static LocalDate end(DaySpan span) {
    LocalDate until = span.until();
    return until == null ? span.from() : until;
  }

  private static void refuse(
      CommandCall call, Member caller, Member principal, Member deputy, DaySpan span) {
    LocalDate until = span.until();
    boolean forOther = !principal.id().equals(caller.id());
    if (until == null) {
      throw call.rejection("usage", Map.of());
    }
    if (span.isBackwards()) {
      throw call.rejection("past", Map.of("day", DateText.day(until), "name", deputy.name()));
    }
    if (principal.id().equals(deputy.id())) {
      throw call.rejection("oneself", Map.of());
    }
    if (forOther && !caller.access().covers(Access.MANAGER)) {
      throw call.rejection("ownOnly", Map.of("name", deputy.name()));
    }
    if (!principal.access().covers(Access.LEADER)) {
      throw call.rejection("noRights", Map.of("name", principal.name()));
    }
    if (deputy.identities().isEmpty()) {
      throw call.rejection("unclaimed", Map.of("name", deputy.name()));
    }
  }

  private Reply lent(CommandCall call, Organization organization, Deputy deputy) {
    organizations.change(
        organization.id(),
        current -> {
          List<Deputy> deputies = new ArrayList<>(current.structure().deputies());
          deputies.removeIf(
              one ->
                  one.principalId().equals(deputy.principalId())
                      && one.deputyId().equals(deputy.deputyId())
                      && !one.until().isBefore(deputy.since()));
          deputies.add(deputy);
          return current.withStructure(current.structure().withDeputies(deputies));
        });
    return call.reply(
        "lent",
        Map.of(
            "deputy", name(organization, deputy.deputyId()),
            "principal", name(organization, deputy.principalId()),
            "from", DateText.day(deputy.since()),
            "until", DateText.day(deputy.until())));
  }

  /** Managers end any, others the own; lent rights are gone at once. */
  private Reply ended(
      CommandCall call,
      Organization organization,
      Optional<Member> principal,
      Member deputy,
      Member caller,
      LocalDate today) {
    boolean manager = caller.access().covers(Access.MANAGER);
    List<Deputy> kept =
        organization.structure().deputies().stream()
            .flatMap(one -> left(one, principal, deputy, caller, manager, today).stream())
            .toList();
    if (kept.equals(organization.structure().deputies())) {
      throw call.rejection("none", Map.of("name", deputy.name()));
    }
    organizations.change(
        organization.id(),
        current ->
            current.withStructure(
                current
                    .structure()
                    .withDeputies(
                        current.structure().deputies().stream()
                            .flatMap(
                                one ->
                                    left(one, principal, deputy, caller, manager, today).stream())
                            .toList())));
    return call.reply("ended", Map.of("name", deputy.name()));
  }

  private static Optional<Deputy> left(
      Deputy one,
      Optional<Member> principal,
      Member deputy,
      Member caller,
      boolean manager,
      LocalDate today) {
    boolean meant =
        one.deputyId().equals(deputy.id())
            && !one.until().isBefore(today)
            && (manager || one.principalId().equals(caller.id()))
            && principal.map(Member::id).map(one.principalId()::equals).orElse(true);
    if (!meant) {
      return Optional.of(one);
    }
    return one.since().isBefore(today)
        ? Optional.of(
            new Deputy(one.principalId(), one.deputyId(), one.since(), today.minusDays(1)))
        : Optional.empty();
  }

  private static Member member(CommandCall call, Organization organization, String typed) {
    return CallScene.member(organization, typed, CallScene.today(call, organization))
        .orElseThrow(
            () -> call.rejection("unknown", Map.of("name", UntrustedText.oneLine(typed, 20))));
  }

  private static Reply list(CommandCall call, Organization organization, LocalDate today) {
    String lines =
        organization.structure().deputies().stream()
            .filter(one -> !one.until().isBefore(today))
            .map(
                one ->
                    "%s 代理 %s：%s-%s"
                        .formatted(
                            name(organization, one.deputyId()),
                            name(organization, one.principalId()),
                            DateText.shortDay(one.since()),
                            DateText.shortDay(one.until())))
            .collect(Collectors.joining("\n"));
    Reply reply =
        lines.isEmpty() ? call.reply("empty") : call.reply("list", Map.of("lines", lines));
    return reply.changingNothing();
  }

  private static String name(Organization organization, String memberId) {
    return organization.member(memberId).map(Member::name).orElse("");
  }
}
