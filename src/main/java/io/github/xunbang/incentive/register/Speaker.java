package io.github.xunbang.incentive.register;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.calendar.PeriodWords;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.NearNames;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who says a line of these registers, and the picture it is answered with.
 *
 * @param today business day of the message
 */
record Speaker(CommandCall call, Organization organization, Member self, LocalDate today) {

  private static final int SHOWN = 12;

  /**
   * The speaker.
   *
   * @throws CommandRejectedException for somebody who is no member
   */
  static Speaker of(CommandCall call, OrganizationService organizations) {
    if (call.caller().organizationId() == null) {
      throw new CommandRejectedException("这里还没有团队。请在团队群里发：绑定 团队名");
    }
    Organization organization = organizations.get(call.caller().organization());
    Member self =
        Optional.ofNullable(call.caller().memberId())
            .flatMap(organization::member)
            .orElseThrow(() -> new CommandRejectedException("还不知道你是谁，请先发：我是 姓名"));
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    return new Speaker(call, organization, self, today);
  }

  Instant at() {
    return call.message().receivedAt();
  }

  boolean inGroup() {
    return call.caller().conversation().isGroup();
  }

  boolean isManager() {
    return call.caller().access().covers(Access.MANAGER);
  }

  /** The words behind the command, mentions without @. */
  List<String> words() {
    return Stream.of(call.input().strip().split("[\\s,，、:：@＠]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The active member of exactly this name. */
  Optional<Member> member(String word) {
    return organization.memberNamed(word, today);
  }

  /** What is said about a name that no active member bears. */
  CommandRejectedException unknown(String word) {
    List<String> names = organization.activeMembers(today).stream().map(Member::name).toList();
    List<String> near = NearNames.nearest(word, names);
    String hint = near.isEmpty() ? "" : "，是不是" + String.join("、", near);
    return new CommandRejectedException("没有叫“%s”的在职成员%s。看名单发：成员".formatted(shown(word), hint));
  }

  /** The period that the word names, if it does. */
  Optional<Period> period(String word) {
    Map<String, Period> campaigns =
        organization.structure().campaigns().stream()
            .collect(Collectors.toMap(Campaign::name, Campaign::period, (one, other) -> one));
    return new PeriodWords(organization.businessDay(), at(), organization.periods(), campaigns)
        .parse(word);
  }

  /** The running period of this kind. */
  Period running(PeriodType kind) {
    return organization.periods().containing(kind, today);
  }

  String name(String memberId) {
    return organization.member(memberId).map(Member::name).orElse("已离开的成员");
  }

  /** Something typed, made harmless and short. */
  static String shown(String typed) {
    return UntrustedText.oneLine(typed, SHOWN);
  }
}
