package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.NearNames;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import io.github.xunbang.organization.TakenNames;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the commands about people and units need to know of a call: whose, and on which day. */
@Component
class CallScene {

  /** The setting in which is noted that a manager has set units up. */
  static final String UNITS_BY_MANAGER = "单位由经理设";

  private final OrganizationService organizations;
  private final ObjectProvider<TakenNames> takenNames;

  CallScene(OrganizationService organizations, ObjectProvider<TakenNames> takenNames) {
    this.organizations = organizations;
    this.takenNames = takenNames;
  }

  /**
   * The caller's organization.
   *
   * @throws CommandRejectedException when there is none
   */
  Organization organization(CommandCall call) {
    if (call.caller().organizationId() == null) {
      throw new CommandRejectedException("这里还没有团队。请在团队群里发：绑定 团队名");
    }
    return organizations.get(call.caller().organization());
  }

  /** The business day of the message. */
  static LocalDate today(CommandCall call, Organization organization) {
    return organization.businessDay().of(call.message().receivedAt());
  }

  /** Date words of the message. */
  static DateWords dates(CommandCall call, Organization organization) {
    return new DateWords(organization.businessDay(), call.message().receivedAt());
  }

  /** What names mean already in the organization. */
  Function<String, Optional<String>> taken(Organization organization) {
    return name ->
        takenNames.stream()
            .flatMap(names -> names.takenAs(organization.id(), name).stream())
            .findFirst();
  }

  /** Whether a manager has set units up, so that nobody adds one in passing any more. */
  static boolean unitsAreSetUp(Organization organization) {
    return organization.settings().containsKey(UNITS_BY_MANAGER);
  }

  /** Notes that a manager has set units up. */
  void unitsSetUp(Organization organization) {
    if (!unitsAreSetUp(organization)) {
      organizations.set(organization.id(), java.util.Map.of(UNITS_BY_MANAGER, "是"));
    }
  }

  /** The active member of that name in {@code organization}; {@code @张敏} is 张敏. */
  static Optional<Member> member(Organization organization, String typed, LocalDate day) {
    String name = PersonName.normalized(typed);
    return organization.memberNamed(name.startsWith("@") ? name.substring(1) : name, day);
  }

  /**
   * The one unit that {@code typed} means.
   *
   * @throws CommandRejectedException when several units are called so
   */
  static Optional<Unit> unit(Organization organization, String typed, LocalDate day) {
    List<Unit> found = organization.units().find(PersonName.normalized(typed), day);
    if (found.size() > 1) {
      throw new CommandRejectedException(
          "有%d个“%s”，请带上级写，例如：%s%s"
              .formatted(found.size(), typed, parentName(organization, found.get(0)), typed));
    }
    return found.stream().findFirst();
  }

  /** What to say about a word that is neither a person nor a unit. */
  static CommandRejectedException unknown(Organization organization, String typed, LocalDate day) {
    List<String> names =
        java.util.stream.Stream.concat(
                organization.activeMembers(day).stream().map(Member::name),
                organization.units().active(day).stream().map(Unit::name))
            .toList();
    String near = NearNames.alike(typed, names);
    return new CommandRejectedException(
        "没有叫“%s”的成员或单位%s。看名单请发：成员，看单位请发：门店"
            .formatted(UntrustedText.oneLine(typed, 12), near.isEmpty() ? "" : "，是不是" + near));
  }

  private static String parentName(Organization organization, Unit unit) {
    return organization
        .units()
        .unit(unit.parentId())
        .map(Unit::name)
        .filter(Objects::nonNull)
        .orElse("");
  }
}
