package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 奖惩 作废 31 理由: gives a line up, with the reason kept. Who has read the line already is told in
 * private; a line under objection is decided by 裁定 instead. 奖惩 作废 R3 上月 理由 gives up what nobody has
 * read yet of a rule; without a period that of the one settled last.
 */
@Component
@Order(5)
class VoidVerb implements AwardVerb {

  private static final Pattern TYPED =
      Pattern.compile("(?s)((?:#?\\d{1,7}(?:[-~至]#?\\d{1,7})?[\\s,，、:：]*)+)(.*)");
  private static final Pattern OF_RULES = Pattern.compile("(?s)((?:[Rr]\\d{1,6}[\\s,，、:：]+)+)(.*)");
  private static final int LONGEST = 100;

  private final MongoAwards awards;
  private final PickedAwards picked;
  private final PrivateChats chats;
  private final CapGuard cap;

  VoidVerb(MongoAwards awards, PickedAwards picked, PrivateChats chats, CapGuard cap) {
    this.awards = awards;
    this.picked = picked;
    this.chats = chats;
    this.cap = cap;
  }

  @Override
  public List<String> words() {
    return List.of("作废");
  }

  @Override
  public Said run(AwardRequest request) {
    request.needManager();
    Wish wish =
        ofNumbers(request)
            .or(() -> ofRules(request))
            .orElseThrow(() -> request.refused("voidUsage", Map.of("number", 31)));
    if (wish.reason().isEmpty()) {
      throw request.refused("voidUsage", Map.of("number", wish.what()));
    }
    return giveUp(request, wish.pick(), wish.reason());
  }

  /** What to give up and why; {@code what} is its first word. */
  private record Wish(AwardPick pick, String what, String reason) {

    Wish {
      reason = UntrustedText.oneLine(reason, LONGEST);
    }
  }

  private static Optional<Wish> ofNumbers(AwardRequest request) {
    return Optional.of(TYPED.matcher(request.rest()))
        .filter(Matcher::matches)
        .flatMap(
            typed ->
                read(request, typed.group(1))
                    .filter(AwardPick::isExplicit)
                    .map(
                        pick -> new Wish(pick, pick.numbers().first().toString(), typed.group(2))));
  }

  private Optional<Wish> ofRules(AwardRequest request) {
    Matcher typed = OF_RULES.matcher(request.rest());
    if (!typed.matches()) {
      return Optional.empty();
    }
    String[] words = typed.group(2).strip().split("\\s+", 2);
    Optional<Period> period = AwardPick.period(words[0], request.organization(), request.at());
    // A period alone is no reason.
    String behind = words.length > 1 ? words[1] : "";
    String reason = period.isPresent() ? behind : typed.group(2);
    Period meant =
        period
            .or(() -> awards.periods(request.organization().id()).stream().findFirst())
            .orElseThrow(() -> request.refused("notSettled", Map.of("period", "")));
    return read(request, typed.group(1))
        .map(pick -> new AwardPick(false, pick.rules(), pick.numbers(), meant))
        .map(pick -> new Wish(pick, pick.rules().iterator().next(), reason));
  }

  private static Optional<AwardPick> read(AwardRequest request, String lines) {
    return AwardPick.read(lines.replaceAll("[:：]", " "), request.organization(), request.at());
  }

  private Said giveUp(AwardRequest request, AwardPick pick, String reason) {
    List<Award> meant = picked.find(request, pick, award -> !isRead(award));
    Period period = pick.period();
    if (meant.isEmpty() && period != null) {
      throw request.refused(
          "nothingOfRule",
          Map.of("rules", String.join("、", pick.rules()), "period", period.label()));
    }
    SortedSet<Integer> open = new TreeSet<>();
    meant.stream()
        .filter(award -> award.state() != Award.State.VOID)
        .forEach(award -> open.add(award.number()));
    // A message that comes again after a crash finishes what it began.
    Set<Integer> mine = mine(request, meant);
    meant.stream().map(Award::number).filter(mine::contains).forEach(open::add);
    if (open.isEmpty()) {
      return Said.shown(request.said("alreadyVoid", Map.of()));
    }
    List<Award> done = cap.alone(request, () -> give(request, meant, open, reason));
    List<Award> told =
        done.stream().filter(award -> award.last(Award.Deed.PUBLISHED).isPresent()).toList();
    String missed = tellThem(request, told, reason);
    return Said.done(
        request.said(
            "voided",
            Map.of(
                "numbers",
                AwardText.numbers(done),
                "reason",
                reason,
                "told",
                told.isEmpty()
                    ? ""
                    : "\n"
                        + (missed.isEmpty() ? "已发布过的私信告诉了本人" : "没法私信" + missed + "，请当面说")
                        + "；群里发过的请自己说一声。")));
  }

  /** Whether people have been told of it; what is taken from them is named line by line. */
  private static boolean isRead(Award award) {
    return switch (award.state()) {
      case PROPOSED, CONFIRMED, VOID -> false;
      case PUBLISHED, OBJECTED, DECIDED -> true;
    };
  }

  /** The lines among these that this very message has given up before. */
  private Set<Integer> mine(AwardRequest request, List<Award> meant) {
    return meant.stream()
        .map(Award::period)
        .distinct()
        .flatMap(
            period -> awards.changedBy(request.organization().id(), period, request.key()).stream())
        .collect(Collectors.toSet());
  }

  /**
   * A correction downwards that counts made room for others: without it the cap must still hold.
   */
  private List<Award> give(
      AwardRequest request, List<Award> meant, Set<Integer> open, String reason) {
    List<Award> counted =
        meant.stream()
            .filter(award -> open.contains(award.number()))
            .filter(award -> award.state() != Award.State.PROPOSED)
            .filter(award -> award.state() != Award.State.VOID)
            .map(award -> voided(request, award, reason))
            .toList();
    cap.check(request, counted, true);
    return awards.update(
        request.organization().id(), open, request.key(), award -> voided(request, award, reason));
  }

  private static Award voided(AwardRequest request, Award award, String reason) {
    if (award.state() == Award.State.VOID) {
      return award;
    }
    if (award.state() == Award.State.OBJECTED || award.state() == Award.State.DECIDED) {
      throw request.refused(
          "objected", Map.of("number", award.number(), "state", AwardText.state(award)));
    }
    return award.acted(
        new Award.Act(Award.Deed.VOIDED, request.memberId(), request.at(), reason),
        Award.State.VOID,
        award.amount(),
        null);
  }

  /** Returns the names of those who cannot be written to. */
  private String tellThem(AwardRequest request, List<Award> told, String reason) {
    Set<String> missed = new LinkedHashSet<>();
    for (Award award : told) {
      List<Member> concerned =
          Concerned.of(request.organization(), award.subjectId(), request.today());
      boolean all = !concerned.isEmpty();
      for (Member member : concerned) {
        all &= tell(request, award, member, reason);
      }
      if (!all) {
        missed.add(award.subjectName());
      }
    }
    return String.join("、", missed);
  }

  private boolean tell(AwardRequest request, Award award, Member member, String reason) {
    return chats.tell(
        request.organization(),
        member,
        "incentive.void|" + request.key() + "|" + award.number(),
        request.said(
            "voidedNotice",
            Map.of(
                "number", award.number(),
                "period", award.period().label(),
                "what", AwardText.ruleAndWhat(award),
                "reason", reason)));
  }
}
