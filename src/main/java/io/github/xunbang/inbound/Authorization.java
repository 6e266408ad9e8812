package io.github.xunbang.inbound;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a caller may use a command here. Fails closed: what is not clearly allowed is refused.
 */
final class Authorization {

  static final String UNBOUND = "这个群还没绑定团队，管理员请发：绑定 团队名";
  static final String ENROL = "还不认识你，请先发：我是 姓名";

  private static final int MOST_NAMES = 3;

  private final OrganizationService organizations;

  Authorization(OrganizationService organizations) {
    this.organizations = organizations;
  }

  /** What was found out. */
  enum Verdict {
    ALLOWED,
    /** Known organization, but the person is not enrolled in it. */
    GUEST,
    REFUSED
  }

  /**
   * The verdict and, for REFUSED, what to answer.
   *
   * @param refusal Chinese sentence naming who may, where, or what to do first; else null
   */
  record Decision(Verdict verdict, @Nullable String refusal) {}

  Decision decide(CommandDefinition command, Caller caller, InboundMessage message) {
    if (!command.where().contains(caller.conversation().kind())) {
      return refused(
          caller.conversation().isGroup()
              ? "“" + command.name() + "”请私聊我发"
              : "“" + command.name() + "”要在团队群里@我发");
    }
    Access needed = command.audience();
    if (needed == Access.GUEST || (needed == Access.ADMIN && caller.access() == Access.ADMIN)) {
      return new Decision(Verdict.ALLOWED, null);
    }
    if (caller.organizationId() == null) {
      return refused(withoutOrganization(caller.conversation(), command));
    }
    boolean personal = needed == Access.MEMBER || needed == Access.LEADER;
    if (personal && (caller.access() == Access.GUEST || caller.memberId() == null)) {
      return new Decision(Verdict.GUEST, null);
    }
    if (!caller.access().covers(needed)) {
      return refused(whoMay(command, caller.organizationId(), message));
    }
    return new Decision(Verdict.ALLOWED, null);
  }

  private static Decision refused(String text) {
    return new Decision(Verdict.REFUSED, text);
  }

  private static String withoutOrganization(Conversation conversation, CommandDefinition command) {
    if (command.audience() == Access.ADMIN) {
      return "“" + command.name() + "”要管理员来发。还没有管理员：启动日志里有认领码，发“认领 认领码”";
    }
    return conversation.isGroup() ? UNBOUND : "还不认识你，请先在团队群里@我发：我是 姓名";
  }

  private String whoMay(CommandDefinition command, String organizationId, InboundMessage message) {
    String quoted = "“" + command.name() + "”";
    if (command.audience() == Access.ADMIN) {
      return quoted + "要管理员来发（部署旬榜的人，或用认领码认领的人）";
    }
    String who = command.audience() == Access.LEADER ? "组长或经理" : "经理";
    String names = names(command.audience(), organizationId, message);
    return quoted + "要" + who + "来发" + (names.isEmpty() ? "" : "，请找" + names);
  }

  private String names(Access audience, String organizationId, InboundMessage message) {
    Organization organization = organizations.get(organizationId);
    BusinessDay day = organization.businessDay();
    List<Member> active = organization.activeMembers(day.of(message.receivedAt()));
    return active.stream()
        .filter(member -> member.access().covers(audience))
        .map(Member::name)
        .limit(MOST_NAMES)
        .collect(Collectors.joining("、"));
  }
}
