package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 设置 本群: what a group is for: reports, boards or both, and whose boards (S-65). */
@Component
class GroupRoles {

  static final String WORD = "本群";

  private static final String CALLED = "叫";
  private static final Pattern GROUP_NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9]{2,12}");

  private final OrganizationService organizations;

  GroupRoles(OrganizationService organizations) {
    this.organizations = organizations;
  }

  /** Shows or changes the role of the group in which it is said. */
  Reply handle(CommandCall call, Organization organization) {
    Conversation conversation = call.caller().conversation();
    ChatGroup group =
        organization.group(conversation).orElseThrow(() -> call.rejection("groupOnly", Map.of()));
    List<String> words = TypedLine.words(call.input().substring(WORD.length()));
    if (words.isEmpty()) {
      return call.reply("group", Map.of("role", shown(organization, group))).changingNothing();
    }
    ChatGroup changed =
        named(call, organization, group, words)
            .or(() -> changed(group, words, organization, CallScene.today(call, organization)))
            .map(one -> one.name() == null ? one.named(group.name()) : one)
            .orElseThrow(() -> call.rejection("groupUsage", Map.of()));
    Organization after =
        organizations.change(
            organization.id(),
            current ->
                current.withGroups(
                    current.groups().stream()
                        .map(one -> one.conversation().equals(conversation) ? changed : one)
                        .toList()));
    return call.reply("groupChanged", Map.of("role", shown(after, changed)));
  }

  /** 叫 设计群: the name under which 派单 finds the group. */
  private static Optional<ChatGroup> named(
      CommandCall call, Organization organization, ChatGroup group, List<String> words) {
    if (!words.get(0).startsWith(CALLED)) {
      return Optional.empty();
    }
    String name = PersonName.normalized(String.join("", words).substring(CALLED.length()));
    boolean taken =
        organization.groupNamed(name).filter(one -> !one.equals(group)).isPresent()
            || CallScene.member(organization, name, CallScene.today(call, organization))
                .isPresent();
    if (taken || !GROUP_NAME.matcher(name).matches()) {
      throw call.rejection(taken ? "groupNameTaken" : "groupName", Map.of());
    }
    return Optional.of(group.named(name));
  }

  private static Optional<ChatGroup> changed(
      ChatGroup group, List<String> words, Organization organization, LocalDate today) {
    String first = words.get(0);
    Conversation conversation = group.conversation();
    if (first.startsWith("只看")) {
      List<String> names = new ArrayList<>(words);
      names.set(0, first.substring("只看".length()));
      names.removeIf(String::isEmpty);
      List<String> unitIds =
          names.stream().map(name -> unit(organization, name, today).id()).distinct().toList();
      return unitIds.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new ChatGroup(conversation, group.takesReports(), group.receivesPosts(), unitIds));
    }
    if (words.size() > 1) {
      return Optional.empty();
    }
    return switch (first) {
      case "看全部", "全部", "看全公司" ->
          Optional.of(
              new ChatGroup(conversation, group.takesReports(), group.receivesPosts(), List.of()));
      case "只收榜", "只看榜", "只发榜" ->
          Optional.of(new ChatGroup(conversation, false, true, group.unitIds()));
      case "只报数" -> Optional.of(new ChatGroup(conversation, true, false, group.unitIds()));
      case "报数和收榜", "收榜和报数", "报数收榜", "都要" ->
          Optional.of(new ChatGroup(conversation, true, true, group.unitIds()));
      default -> Optional.empty();
    };
  }

  private static Unit unit(Organization organization, String typed, LocalDate today) {
    return CallScene.unit(organization, typed, today)
        .orElseThrow(() -> CallScene.unknown(organization, typed, today));
  }

  private static String shown(Organization organization, ChatGroup group) {
    String does = group.takesReports() ? group.receivesPosts() ? "报数和收榜" : "只报数" : "只收榜";
    String units =
        group.unitIds().stream()
            .flatMap(id -> organization.units().unit(id).stream())
            .map(Unit::name)
            .collect(Collectors.joining("、"));
    String name = group.name() == null ? "" : "叫" + group.name() + "，";
    return name + does + "，" + (units.isEmpty() ? "看全部" : "只看" + units);
  }
}
