package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.incentive.settlement.internal.AwardVerb.Said;
import io.github.xunbang.message.UntrustedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 裁定: the scheme's owner or a manager decides an objection, with a reason that the person reads; a
 * decision is final. 改 never brings a scheme above its cap.
 */
@Component
class RulingCommands implements CommandHandler {

  private static final Pattern TYPED =
      Pattern.compile("(?s)(维持|改为|改成|改|撤销|撤消|取消|作废)[\\s,，、:：]*(.*)");
  private static final Pattern AMOUNT = Pattern.compile("(?s)([^\\s,，、:：;；]+)[\\s,，、:：;；]*(.*)");
  private static final int RECENT_DAYS = 400;
  private static final int SHOWN = 10;

  private final PrivateDesk desk;
  private final MongoAwards awards;
  private final Schemes schemes;
  private final CapGuard cap;
  private final RulingNews news;

  RulingCommands(
      PrivateDesk desk, MongoAwards awards, Schemes schemes, CapGuard cap, RulingNews news) {
    this.desk = desk;
    this.awards = awards;
    this.schemes = schemes;
    this.cap = cap;
    this.news = news;
  }

  @Override
  public String name() {
    return "裁定";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    return desk.answer(call, this::run);
  }

  private Said run(AwardRequest request) {
    refuseStrangers(request);
    if (request.rest().isEmpty()) {
      return Said.shown(waiting(request));
    }
    Matcher typed = ObjectionCommands.TYPED.matcher(request.rest());
    Matcher said = TYPED.matcher(typed.matches() ? typed.group(2) : "");
    if (!typed.matches() || !said.matches()) {
      throw request.refused("usage", Map.of("number", typed.matches() ? typed.group(1) : "31"));
    }
    Award award = meant(request, Integer.parseInt(typed.group(1)));
    return said.group(1).startsWith("改")
        ? change(request, award, said.group(2))
        : cap.alone(
            request,
            () ->
                decide(
                    request,
                    award,
                    said.group(1).equals("维持") ? Award.Deed.UPHELD : Award.Deed.VOIDED,
                    null,
                    said.group(2)));
  }

  /** Before any number is looked up, so that nobody learns which exist. */
  private void refuseStrangers(AwardRequest request) {
    boolean owner =
        schemes.all(request.organization().id()).stream()
            .anyMatch(scheme -> Deciders.isOwner(Optional.of(scheme), request.member()));
    if (!owner && !request.isManager()) {
      throw request.refused("strangers", Map.of());
    }
  }

  private Award meant(AwardRequest request, int number) {
    Award award =
        awards
            .find(request.organization().id(), number)
            .filter(one -> mayKnow(request, one))
            .orElseThrow(() -> request.refused("unknown", Map.of("number", number)));
    Deciders deciders = new Deciders(request.organization(), request.today());
    if (deciders.isConcerned(award, request.member())) {
      throw request.refused("own", Map.of("number", number));
    }
    return award;
  }

  private boolean mayKnow(AwardRequest request, Award award) {
    return request.isManager() || Deciders.isOwner(scheme(award), request.member());
  }

  private Said change(AwardRequest request, Award award, String typed) {
    Matcher amount = AMOUNT.matcher(typed);
    if (!amount.matches()) {
      throw request.refused("amountUsage", Map.of("number", award.number()));
    }
    if (award.amount() == null) {
      throw request.refused("noAmount", Map.of("number", award.number()));
    }
    BigDecimal wanted = AmountVerb.amount(request, award, amount.group(1));
    return cap.alone(
        request, () -> decide(request, award, Award.Deed.CHANGED, wanted, amount.group(2)));
  }

  private Said decide(
      AwardRequest request, Award award, Award.Deed deed, @Nullable BigDecimal wanted, String why) {
    String reason = UntrustedText.oneLine(why, ObjectionCommands.LONGEST_REASON);
    Award after =
        awards
            .update(
                request.organization().id(),
                List.of(award.number()),
                request.key(),
                now -> decided(request, now, deed, wanted, reason))
            .get(0);
    String missed = news.tell(request, after);
    return Said.done(
        request.said("decided", Map.of("line", RulingNews.outcome(after), "told", missed)));
  }

  /** All that can be wrong is refused here, so that a message that comes twice is not. */
  private Award decided(
      AwardRequest request,
      Award now,
      Award.Deed deed,
      @Nullable BigDecimal wanted,
      String reason) {
    Map<String, Object> line = Map.of("number", now.number(), "state", AwardText.state(now));
    if (now.state() != Award.State.OBJECTED) {
      throw request.refused(
          now.state() == Award.State.DECIDED ? "alreadyDecided" : "notObjected", line);
    }
    if (reason.isEmpty()) {
      throw request.refused("noReason", line);
    }
    BigDecimal before = now.amount();
    if (wanted == null || before == null) {
      Award after =
          now.acted(
              new Award.Act(deed, request.memberId(), request.at(), reason),
              deed == Award.Deed.VOIDED ? Award.State.VOID : Award.State.DECIDED);
      if (deed == Award.Deed.VOIDED) {
        cap.check(request, List.of(after), true);
      }
      return after;
    }
    if (wanted.compareTo(before) == 0) {
      throw request.refused("sameAmount", line);
    }
    Award changed =
        now.acted(
            new Award.Act(
                deed,
                request.memberId(),
                request.at(),
                RulingNews.changeNote(now, before, wanted, reason)),
            Award.State.DECIDED,
            wanted,
            null);
    if (wanted.compareTo(before) > 0) {
      cap.check(request, List.of(changed), true);
    }
    return changed;
  }

  private Optional<Scheme> scheme(Award award) {
    return schemes.find(award.organizationId(), award.schemeId());
  }

  private String waiting(AwardRequest request) {
    LocalDate since = request.today().minusDays(RECENT_DAYS);
    Deciders deciders = new Deciders(request.organization(), request.today());
    List<Award> open =
        awards.periods(request.organization().id()).stream()
            .filter(period -> period.end().isAfter(since))
            .flatMap(period -> awards.of(request.organization().id(), period).stream())
            .filter(award -> award.state() == Award.State.OBJECTED)
            .filter(award -> deciders.mayDecide(scheme(award), award, request.member()))
            .toList();
    if (open.isEmpty()) {
      return request.said("nothing", Map.of());
    }
    List<String> lines = new ArrayList<>();
    open.stream()
        .limit(SHOWN)
        .forEach(
            award ->
                lines.add(
                    AwardText.line(award)
                        + "：“"
                        + award.last(Award.Deed.OBJECTED).map(Award.Act::note).orElse("")
                        + "”"));
    return request.said(
        "waiting",
        Map.of(
            "count", open.size(),
            "lines", String.join("\n", lines),
            "options", ObjectionLetters.options(open.get(0))));
  }
}
