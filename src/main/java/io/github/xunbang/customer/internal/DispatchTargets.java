package io.github.xunbang.customer.internal;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a form goes to: a member, a group by its name, or a unit that has one group of its own. */
@Component
class DispatchTargets {

  private static final int TYPED = 16;

  private final DispatchTexts texts;

  DispatchTargets(DispatchTexts texts) {
    this.texts = texts;
  }

  /**
   * A receiver: exactly one of member and group.
   *
   * @param name as shown
   */
  record Target(@Nullable Member member, @Nullable Conversation group, String name) {}

  /**
   * Reads the word.
   *
   * @throws io.github.xunbang.command.CommandRejectedException for nobody, oneself, or somebody who
   *     cannot be reached in private
   */
  Target of(FollowScene scene, String typed) {
    Optional<Member> member = scene.member(typed);
    if (member.isPresent()) {
      return toMember(scene, member.get());
    }
    Organization organization = scene.organization();
    String name = typed.replaceFirst("^[@＠]", "");
    return organization
        .groupNamed(name)
        .or(() -> groupOfUnit(scene, name))
        .map(group -> new Target(null, group.conversation(), name))
        .orElseThrow(
            () ->
                texts.rejection(
                    "unknownTarget", Map.of("name", UntrustedText.oneLine(name, TYPED))));
  }

  private Target toMember(FollowScene scene, Member member) {
    if (member.id().equals(scene.self().id())) {
      throw texts.rejection("toSelf", Map.of());
    }
    if (member.privateChat(scene.channel()).isEmpty()) {
      throw texts.rejection("unreachable", Map.of("name", member.name()));
    }
    return new Target(member, null, member.name());
  }

  private static Optional<ChatGroup> groupOfUnit(FollowScene scene, String name) {
    Organization organization = scene.organization();
    List<String> units =
        organization.units().find(name, scene.today()).stream().map(Unit::id).toList();
    List<ChatGroup> groups =
        units.size() == 1
            ? organization.groups().stream().filter(one -> one.unitIds().equals(units)).toList()
            : List.of();
    return groups.size() == 1 ? Optional.of(groups.get(0)) : Optional.empty();
  }
}
