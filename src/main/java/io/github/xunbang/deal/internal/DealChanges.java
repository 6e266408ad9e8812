package io.github.xunbang.deal.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.Approvals;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.deal.internal.DealDesk.Dating;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * 签单 改: the owner changes a deal on which nothing was paid and whose credits lie in no frozen
 * period; all else is a manager's, or needs 批准. What a manager changes or allows is dated to its
 * own day, so that a frozen board gets one correction line.
 */
@Component
class DealChanges {

  static final String APPROVAL = "deal.change";

  private static final int TITLE = 60;

  private final SigningScenes scenes;
  private final Deals deals;
  private final DealLists lists;
  private final DealDesk desk;
  private final Approvals approvals;
  private final PartnerRecall partners;
  private final SigningTexts texts;
  private final BusinessClock clock;

  DealChanges(
      SigningScenes scenes,
      Deals deals,
      DealLists lists,
      DealDesk desk,
      Approvals approvals,
      PartnerRecall partners,
      SigningTexts texts,
      BusinessClock clock) {
    this.scenes = scenes;
    this.deals = deals;
    this.lists = lists;
    this.desk = desk;
    this.approvals = approvals;
    this.partners = partners;
    this.texts = texts;
    this.clock = clock;
  }

  Reply change(CommandCall call, int number, String typed) {
    lists.visible(call, scenes.organization(call.caller()), number);
    if (typed.isBlank()) {
      throw new SigningProblem("whatToChange", Map.of("number", number));
    }
    return change(
        new ChangeRequest(
            call.caller(),
            call.message().key(),
            call.message().receivedAt(),
            number,
            TypedPhone.cut(typed).text().strip(),
            false,
            false));
  }

  /**
   * Changes the deal, or asks a manager.
   *
   * @throws SigningProblem when it cannot be changed so; nothing is stored then
   */
  Reply change(ChangeRequest request) {
    Organization organization = scenes.organization(request.caller());
    Deal before = deals.find(organization.id(), request.number()).orElseThrow();
    if (before.holds(request.key())) {
      return changed(organization, before, request);
    }
    SigningWish wish = wish(organization, before, request);
    DealChanging wanted = DealChanging.of(organization, before, wish);
    boolean manager = request.approved() || request.caller().access().covers(Access.MANAGER);
    checkRight(organization, before, request);
    if (!manager && needsManager(organization, before, wanted, request.at())) {
      return ask(request, before, wanted.words());
    }
    Act act = act(organization, request, wanted.words());
    if (wanted.deal().shares().size() > 1) {
      partners.promise(wanted.deal(), request.caller().conversation(), request.key());
    }
    Deal after =
        desk.change(
                organization,
                before.number(),
                act,
                manager ? Dating.NOMINAL_DAY : Dating.OPEN_DAY,
                stored -> applied(organization, stored, wish))
            .deal();
    return changed(organization, after, request);
  }

  private SigningWish wish(Organization organization, Deal before, ChangeRequest request) {
    Member owner = organization.member(before.ownerId()).orElseThrow();
    SigningScene scene = scenes.scene(organization, owner, request.at());
    SigningWish wish = SigningReader.readChange(scene, request.text());
    if (wish.amount() != null && !wish.unitKnown()) {
      throw new SigningProblem(
          "changeUnit",
          Map.of("number", before.number(), "amount", ShareSplit.plain(wish.amount())));
    }
    return wish;
  }

  /** Decided on the deal as stored when it is written; a rejection is told as such. */
  private Deal applied(Organization organization, Deal stored, SigningWish wish) {
    try {
      return DealChanging.of(organization, stored, wish).deal();
    } catch (SigningProblem problem) {
      throw problem.toRejection(texts.definition());
    }
  }

  private Reply changed(Organization organization, Deal deal, ChangeRequest request) {
    partners.ask(organization, deal, request.caller().conversation(), request.key());
    String words =
        deal.acts().stream()
            .filter(act -> act.id().equals(request.key()))
            .map(Act::change)
            .findFirst()
            .orElse("");
    return texts.reply(
        "changed",
        Map.of(
            "number", deal.number(),
            "change", words,
            "deal", DealLines.terms(deal),
            "shares", DealLines.shares(organization, deal)));
  }

  /** The owner, the owner's leader and every manager may ask for a change. */
  private void checkRight(Organization organization, Deal deal, ChangeRequest request) {
    LocalDate today = organization.businessDay().of(request.at());
    boolean may =
        request.approved()
            || request.caller().access().covers(Access.MANAGER)
            || deal.ownerId().equals(request.caller().memberId())
            || DealSight.leadsOwner(organization, request.caller(), deal, today);
    if (!may) {
      throw new SigningProblem(
          "notYours",
          Map.of("number", deal.number(), "owner", DealLines.name(organization, deal.ownerId())));
    }
  }

  private boolean needsManager(
      Organization organization, Deal before, DealChanging wanted, Instant at) {
    Instant now = clock.instant();
    LocalDate today = organization.businessDay().of(at);
    LocalDate day = wanted.deal().signedOn();
    boolean dated =
        !day.equals(before.signedOn())
            && (SigningDays.isLate(organization, day, today, now)
                || SigningDays.isLate(organization, before.signedOn(), today, now));
    boolean frozen =
        wanted.touchesCredits()
            && before.bookings().stream()
                .anyMatch(booking -> organization.isFrozen(booking.nominalDay(), now));
    return before.paid().signum() > 0 || dated || frozen;
  }

  /** A manager's word; nothing is changed until then. */
  Reply ask(ChangeRequest request, Deal deal, String words) {
    Approval asked =
        approvals.request(
            request.caller(),
            request.key(),
            APPROVAL,
            UntrustedText.oneLine("＃" + deal.number() + " " + deal.customer() + " " + words, TITLE),
            request.toData(),
            Access.MANAGER,
            null,
            request.at());
    return texts.reply(
        "askedChange",
        Map.of("number", deal.number(), "change", words, "approval", asked.number()));
  }

  static Act act(Organization organization, ChangeRequest request, String words) {
    return new Act(
        request.key(),
        request.handOver() ? Act.Kind.TRANSFERRED : Act.Kind.CHANGED,
        request.caller().member(),
        request.at(),
        organization.businessDay().of(request.at()),
        request.text(),
        words);
  }
}
