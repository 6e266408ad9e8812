package io.github.xunbang.leave.check;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.leave.Outing;
import io.github.xunbang.leave.Outings;
import io.github.xunbang.leave.check.Draw.Entry;
import io.github.xunbang.leave.check.Draw.Item;
import io.github.xunbang.leave.check.Draw.Kind;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.DailyLogs;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Draws logs and slips (S-23). Scope and day decide the draw: asking again shows it again, asking
 * for more goes on in the same order. Only a manager may have it drawn anew, which is recorded.
 */
@Component
class SpotCheckDesk {

  private static final int TEXT_LENGTH = 60;

  /** Further draws of one scope and day. */
  private static final int MOST_ROUNDS = 9;

  private final DrawRepository draws;
  private final DailyLogs logs;
  private final Outings outings;

  SpotCheckDesk(DrawRepository draws, DailyLogs logs, Outings outings) {
    this.draws = draws;
    this.logs = logs;
    this.outings = outings;
  }

  /**
   * What came of asking.
   *
   * @param fresh whether this message drew, or drew more
   */
  record Drawn(Draw draw, boolean fresh) {}

  /**
   * The draw asked for.
   *
   * @throws CheckProblem when there is nothing to draw from, or no right to draw again
   */
  Drawn draw(CommandCall call, Organization organization, SpotCheckRequest request) {
    CheckScope scope = CheckScope.of(organization, call.caller(), request.unit(), request.day());
    String key = request.kind() + "|" + scope.key() + "|" + request.day();
    Optional<Draw> latest = latest(organization.id(), key);
    if (request.again()) {
      return again(call, organization, request, scope, latest);
    }
    if (latest.isEmpty()) {
      return new Drawn(fresh(call, organization, request, scope, 0), true);
    }
    return more(call, organization, request, latest.get());
  }

  private Drawn again(
      CommandCall call,
      Organization organization,
      SpotCheckRequest request,
      CheckScope scope,
      Optional<Draw> latest) {
    if (!call.caller().access().covers(Access.MANAGER)) {
      throw new CheckProblem("managersOnly");
    }
    if (latest.isEmpty()) {
      throw new CheckProblem("nothingDrawn");
    }
    if (latest.get().knows(call.message().key())) {
      return new Drawn(latest.get(), true);
    }
    int round = latest.get().round() + 1;
    if (round > MOST_ROUNDS) {
      throw new CheckProblem("tooOften", Map.of("count", MOST_ROUNDS));
    }
    return new Drawn(fresh(call, organization, request, scope, round), true);
  }

  /** The last round that was drawn for this scope, kind and day. */
  private Optional<Draw> latest(String organizationId, String key) {
    Optional<Draw> latest = Optional.empty();
    for (int round = 0; round <= MOST_ROUNDS; round++) {
      Optional<Draw> draw =
          draws
              .claimed(organizationId, key, round)
              .flatMap(number -> draws.find(organizationId, number));
      if (draw.isEmpty()) {
        return latest;
      }
      latest = draw;
    }
    return latest;
  }

  private Draw fresh(
      CommandCall call,
      Organization organization,
      SpotCheckRequest request,
      CheckScope scope,
      int round) {
    Map<String, Item> candidates = candidates(organization, request, scope.members());
    if (candidates.isEmpty()) {
      throw nothing(request, scope);
    }
    String key = request.kind() + "|" + scope.key() + "|" + request.day();
    long seed = FairDraw.seed(organization.id(), key, round);
    List<String> population = List.copyOf(candidates.keySet());
    List<Item> items =
        FairDraw.order(population, seed).stream()
            .limit(request.count())
            .map(candidates::get)
            .toList();
    Draw draw =
        new Draw(
            draws.claim(organization.id(), key, round),
            request.kind(),
            scope.key(),
            scope.label(),
            request.day(),
            round,
            seed,
            population,
            items,
            List.of(drawn(call, items.size())));
    return draws.insert(organization.id(), draw);
  }

  /** Goes on in the order that the seed laid down; what was drawn stays. */
  private Drawn more(
      CommandCall call, Organization organization, SpotCheckRequest request, Draw stored) {
    int wanted = Math.min(request.count(), stored.population().size());
    if (wanted <= stored.items().size()) {
      return new Drawn(stored, stored.knows(call.message().key()));
    }
    Map<String, Item> candidates = candidates(organization, request, organization.members());
    List<String> order = FairDraw.order(stored.population(), stored.seed());
    Draw extended =
        draws.update(
            organization.id(),
            stored.number(),
            draw -> {
              if (draw.items().size() >= wanted) {
                return draw;
              }
              List<Item> items = new ArrayList<>(draw.items());
              order.subList(items.size(), wanted).forEach(key -> items.add(item(candidates, key)));
              return draw.with(items, drawn(call, wanted));
            });
    return new Drawn(extended, true);
  }

  private static Item item(Map<String, Item> candidates, String key) {
    String memberId = key.contains("/") ? key.substring(0, key.indexOf('/')) : key;
    return candidates.getOrDefault(key, new Item(key, memberId, "（后来撤销了）"));
  }

  /** What could be drawn that day, by key; phones of contacts never enter. */
  private Map<String, Item> candidates(
      Organization organization, SpotCheckRequest request, List<Member> members) {
    Map<String, Item> candidates = new TreeMap<>();
    Set<String> ids = members.stream().map(Member::id).collect(Collectors.toSet());
    if (request.kind() == Kind.LOG) {
      logs.on(organization.id(), ids, request.day())
          .forEach((member, text) -> candidates.put(member, new Item(member, member, shown(text))));
      return candidates;
    }
    for (Outing outing : outings.on(organization.id(), request.day())) {
      if (ids.contains(outing.memberId())) {
        String key = outing.memberId() + "/" + outing.id();
        candidates.put(key, new Item(key, outing.memberId(), shown(text(outing))));
      }
    }
    return candidates;
  }

  private static String text(Outing outing) {
    String person = outing.person().isEmpty() ? "" : " 找" + outing.person();
    return (outing.time() + " " + outing.place() + person + " " + outing.purpose()).strip();
  }

  private static String shown(String text) {
    return UntrustedText.oneLine(PhoneNumbers.masked(text.replaceAll("\\s+", " ")), TEXT_LENGTH);
  }

  private static Entry drawn(CommandCall call, int count) {
    String actor = call.caller().memberId() == null ? "admin" : call.caller().memberId();
    return new Entry(
        call.message().receivedAt(), actor, call.message().key(), 0, Entry.DRAWN, "" + count);
  }

  private static CheckProblem nothing(SpotCheckRequest request, CheckScope scope) {
    return new CheckProblem(
        request.kind() == Kind.LOG ? "noLogs" : "noOutings",
        Map.of("day", DateText.day(request.day()), "scope", scope.label()));
  }
}
