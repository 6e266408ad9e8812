package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.organization.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 奖惩 确认: what was proposed stands. With 奖惩复核 nobody confirms an amount that they set themselves
 * (S-141).
 */
@Component
@Order(3)
class ConfirmVerb implements AwardVerb {

  private final MongoAwards awards;
  private final PickedAwards picked;
  private final CapGuard cap;
  private final PrivateChats chats;

  ConfirmVerb(MongoAwards awards, PickedAwards picked, CapGuard cap, PrivateChats chats) {
    this.awards = awards;
    this.picked = picked;
    this.cap = cap;
    this.chats = chats;
  }

  @Override
  public List<String> words() {
    return List.of("确认");
  }

  @Override
  public Said run(AwardRequest request) {
    request.needManager();
    AwardPick pick = picked.read(request);
    if (pick.isEmpty()) {
      throw request.refused("pick", Map.of("verb", request.verb()));
    }
    return cap.alone(request, () -> confirm(request, pick));
  }

  private Said confirm(AwardRequest request, AwardPick pick) {
    List<Award> meant = picked.find(request, pick, award -> award.state() == Award.State.PROPOSED);
    if (pick.isExplicit()) {
      refuseWhatDoesNotFit(request, meant);
    }
    List<Award> fit = meant.stream().filter(award -> mayConfirm(request, award)).toList();
    List<Award> left =
        meant.stream()
            .filter(award -> award.state() == Award.State.PROPOSED)
            .filter(award -> !mayConfirm(request, award))
            .toList();
    if (fit.isEmpty()) {
      return Said.shown(nothing(request, pick, left));
    }
    cap.check(request, fit.stream().map(award -> confirmed(request, award)).toList(), true);
    List<Award> done =
        awards.update(
            request.organization().id(),
            fit.stream().map(Award::number).toList(),
            request.key(),
            award -> mayConfirm(request, award) ? confirmed(request, award) : award);
    askFirstSigner(request, done);
    return Said.done(
        request.said(
            "confirmed",
            Map.of(
                "count",
                done.size(),
                "totals",
                AwardText.totals(done),
                "next",
                next(request, left))));
  }

  private static boolean mayConfirm(AwardRequest request, Award award) {
    return award.state() == Award.State.PROPOSED
        && award.open() == null
        && !isOwnProposal(request, award);
  }

  private static Award confirmed(AwardRequest request, Award award) {
    return award.acted(
        new Award.Act(Award.Deed.CONFIRMED, request.memberId(), request.at(), ""),
        Award.State.CONFIRMED);
  }

  /** With 奖惩复核, whoever set the amount proposed it. */
  private static boolean isOwnProposal(AwardRequest request, Award award) {
    return new Signatures(request.organization()).isNeeded()
        && award
            .last(Award.Deed.AMOUNT_SET)
            .filter(act -> request.memberId().equals(act.memberId()))
            .isPresent();
  }

  private static void refuseWhatDoesNotFit(AwardRequest request, List<Award> meant) {
    for (Award award : meant) {
      Map<String, Object> values = Map.of("number", award.number());
      if (award.state() == Award.State.VOID) {
        throw request.refused("isVoid", values);
      }
      if (award.open() != null) {
        throw request.refused("isOpen", AwardText.open(award));
      }
      if (award.state() == Award.State.PROPOSED && isOwnProposal(request, award)) {
        throw request.refused("ownProposal", values);
      }
    }
  }

  private static String nothing(AwardRequest request, AwardPick pick, List<Award> left) {
    if (pick.isExplicit()) {
      return request.said("alreadyConfirmed", Map.of());
    }
    return left.isEmpty()
        ? request.said("nothingToConfirm", Map.of())
        : request.said("onlyOpen", Map.of("next", open(left)));
  }

  private static String next(AwardRequest request, List<Award> left) {
    String open = left.isEmpty() ? "" : "还没确认的：" + open(left) + "\n";
    Signatures signatures = new Signatures(request.organization());
    return open
        + (signatures.isNeeded()
            ? "接着由" + SigningSetting.names(request.organization()) + "复核：奖惩 复核 全部"
            : "发布请发：奖惩 发布");
  }

  private static String open(List<Award> left) {
    List<Award> undecided = left.stream().filter(award -> award.open() != null).toList();
    return undecided.isEmpty()
        ? AwardText.numbers(left) + "（金额是你定的，要请另一位经理确认）"
        : AwardText.numbers(undecided)
            + " 待定，请发："
            + OpenAwards.toType(OpenAwards.grouped(undecided).get(0));
  }

  private void askFirstSigner(AwardRequest request, List<Award> done) {
    Signatures signatures = new Signatures(request.organization());
    done.stream()
        .flatMap(award -> signatures.next(award).stream())
        .collect(Collectors.groupingBy(id -> id, Collectors.counting()))
        .forEach(
            (id, count) -> {
              Optional<Member> signer = request.organization().member(id);
              signer.ifPresent(
                  member ->
                      chats.tell(
                          request.organization(),
                          member,
                          "incentive.sign|" + request.key(),
                          request.said("askSigner", Map.of("count", count))));
            });
  }
}
