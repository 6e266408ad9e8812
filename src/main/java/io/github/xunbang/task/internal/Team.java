package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who speaks, who leads whom, and who may see what. */
@Component("taskTeam")
class Team {

  private static final int NAME = 20;

  private final OrganizationService organizations;
  private final Workdays workdays;

  Team(OrganizationService organizations, Workdays workdays) {
    this.organizations = organizations;
    this.workdays = workdays;
  }

  /** The picture a command is answered with. */
  record Scene(CommandCall call, Organization organization, Member self, LocalDate today) {

    Caller caller() {
      return call.caller();
    }

    String key() {
      return call.message().key();
    }

    /** The command word as typed: an alias may say more than the name. */
    String word() {
      String text = call.message().text().strip();
      return text.substring(0, Math.max(0, text.length() - call.input().strip().length()));
    }

    boolean isManager() {
      return caller().access().covers(Access.MANAGER);
    }

    /** Whether the caller is {@code other}'s leader or a manager. */
    boolean leads(String otherId) {
      return isManager()
          || organization
              .member(otherId)
              .filter(other -> organization.leads(self.id(), other, today))
              .isPresent();
    }

    String name(String memberId) {
      return Team.name(organization, memberId);
    }

    NoteAct act(NoteAct.Kind kind, String text) {
      return new NoteAct(kind, self.id(), call.message().receivedAt(), key(), text);
    }
  }

  /**
   * The caller's picture.
   *
   * @throws CommandRejectedException for somebody who is no member
   */
  Scene scene(CommandCall call) {
    if (call.caller().organizationId() == null) {
      throw new CommandRejectedException("这里还没有团队。请在团队群里发：绑定 团队名");
    }
    Organization organization = organizations.get(call.caller().organization());
    Member self =
        Optional.ofNullable(call.caller().memberId())
            .flatMap(organization::member)
            .orElseThrow(() -> new CommandRejectedException("还不知道你是谁，请先发：我是 姓名"));
    return new Scene(
        call, organization, self, organization.businessDay().of(call.message().receivedAt()));
  }

  Organization organization(String organizationId) {
    return organizations.get(organizationId);
  }

  /** The leaders of the member's unit and those above it, managers excepted; or the managers. */
  List<Member> leadersOf(Organization organization, Member member, LocalDate day) {
    List<Member> leaders =
        others(organization, member, day).stream()
            .filter(
                one ->
                    !organization.accessOn(one, day).covers(Access.MANAGER)
                        && organization.accessOn(one, day).covers(Access.LEADER)
                        && organization.leads(one.id(), member, day))
            .toList();
    return leaders.isEmpty() ? managersBut(organization, member, day) : leaders;
  }

  /** Who is told at once: leaders who are not off while the others work, else the managers. */
  List<Member> reachableLeadersOf(Organization organization, Member member, LocalDate day) {
    List<Member> here =
        leadersOf(organization, member, day).stream()
            .filter(
                one ->
                    workdays.isWorkday(organization.id(), one.id(), day)
                        || !workdays.isWorkday(organization.id(), day))
            .toList();
    return here.isEmpty() ? managersBut(organization, member, day) : here;
  }

  /** The managers except this member. */
  List<Member> managersBut(Organization organization, Member member, LocalDate day) {
    return others(organization, member, day).stream()
        .filter(one -> organization.accessOn(one, day).covers(Access.MANAGER))
        .toList();
  }

  static String name(Organization organization, String memberId) {
    return NoteText.shown(organization.member(memberId).map(Member::name).orElse("已离开的成员"), NAME);
  }

  /** Whether both are at home in the same unit, or both in none. */
  static boolean sameUnit(Member one, Member other, LocalDate day) {
    return Objects.equals(one.unitIdOn(day), other.unitIdOn(day));
  }

  private static List<Member> others(Organization organization, Member member, LocalDate day) {
    return organization.activeMembers(day).stream()
        .filter(one -> !one.id().equals(member.id()))
        .toList();
  }
}
