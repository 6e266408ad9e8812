package io.github.xunbang.customer.internal;

import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.PersonName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who {@code @设计师 @客服 @我} are: members by name, or the one member with that position. */
@Component
class CallBackPeople {

  private static final int TYPED = 16;

  private final FollowTexts texts;

  CallBackPeople(FollowTexts texts) {
    this.texts = texts;
  }

  /**
   * The people in the order typed, each once.
   *
   * @throws io.github.xunbang.command.CommandRejectedException for a word that is nobody, or a
   *     position that several have
   */
  List<Member> of(FollowScene scene, List<String> typed) {
    Map<String, Member> people = new LinkedHashMap<>();
    for (String word : typed) {
      Member member = scene.member(word).orElseGet(() -> withPosition(scene, word));
      people.putIfAbsent(member.id(), member);
    }
    return new ArrayList<>(people.values());
  }

  private Member withPosition(FollowScene scene, String typed) {
    String position = PersonName.normalized(typed);
    List<Member> holders =
        scene.organization().activeMembers(scene.today()).stream()
            .filter(member -> position.equals(member.positionOn(scene.today())))
            .toList();
    String shown = UntrustedText.oneLine(typed, TYPED);
    if (holders.isEmpty()) {
      throw texts.rejection("unknownPerson", Map.of("name", shown));
    }
    if (holders.size() > 1) {
      String names = holders.stream().limit(5).map(Member::name).collect(Collectors.joining("、"));
      throw texts.rejection(
          "severalPeople", Map.of("position", shown, "count", holders.size(), "names", names));
    }
    return holders.get(0);
  }
}
