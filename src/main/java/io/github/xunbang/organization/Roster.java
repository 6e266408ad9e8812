package io.github.xunbang.organization;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The members of one organization, found by id, name or identity without walking the list: a report
 * of a 2,000-member organization looks its sender up on the hot path.
 */
final class Roster extends AbstractList<Member> implements RandomAccess {

  private final List<Member> members;
  private final Map<String, Member> byId = new HashMap<>();
  private final Map<String, List<Member>> byName = new HashMap<>();
  private final Map<String, List<Member>> byIdentity = new HashMap<>();

  private Roster(List<Member> members) {
    this.members = members;
    for (Member member : members) {
      byId.putIfAbsent(member.id(), member);
      add(byName, member.name(), member);
      member.identities().forEach(identity -> add(byIdentity, identity, member));
    }
  }

  /** The members in order of joining. */
  static Roster of(List<Member> members) {
    return members instanceof Roster roster ? roster : new Roster(List.copyOf(members));
  }

  @Nullable Member withId(String id) {
    return byId.get(id);
  }

  /** Everybody who ever bore the name, active or not. */
  List<Member> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** Everybody who was ever tied to the identity, active or not. */
  List<Member> tiedTo(String identity) {
    return byIdentity.getOrDefault(identity, List.of());
  }

  @Override
  public Member get(int index) {
    return members.get(index);
  }

  @Override
  public int size() {
    return members.size();
  }

  private static void add(Map<String, List<Member>> index, String key, Member member) {
    // Nearly every key has one member; a second one (somebody left, somebody came) is appended.
    index.merge(
        key, List.of(member), (known, one) -> Stream.concat(known.stream(), one.stream()).toList());
  }
}
