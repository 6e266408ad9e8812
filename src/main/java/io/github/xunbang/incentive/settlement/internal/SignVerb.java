package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.organization.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 奖惩 复核: those named in 奖惩复核 sign what was confirmed, one after the other (S-142); alone it shows
 * what waits for one's signature. Nobody signs an own confirmation.
 */
@Component
@Order(6)
class SignVerb implements AwardVerb {

  private static final int MOST = 40;

  private final MongoAwards awards;
  private final PickedAwards picked;
  private final PrivateChats chats;

  SignVerb(MongoAwards awards, PickedAwards picked, PrivateChats chats) {
    this.awards = awards;
    this.picked = picked;
    this.chats = chats;
  }

  @Override
  public List<String> words() {
    return List.of("复核");
  }

  @Override
  public Said run(AwardRequest request) {
    Signatures signatures = new Signatures(request.organization());
    if (!signatures.mayEverSign(request.memberId())) {
      String names = SigningSetting.names(request.organization());
      throw names.isEmpty()
          ? request.refused("noSigners", Map.of())
          : request.refused("notSigner", Map.of("names", names));
    }
    AwardPick pick = picked.read(request);
    // Numbers are looked up only for somebody who may see what waits for them.
    List<Award> meant =
        picked.find(request, pick, award -> signatures.isTurnOf(request.memberId(), award));
    if (pick.isEmpty()) {
      return Said.shown(waiting(request, meant));
    }
    if (pick.isExplicit()) {
      refuseWhatDoesNotFit(request, signatures, meant);
    }
    return sign(request, signatures, meant);
  }

  private Said sign(AwardRequest request, Signatures signatures, List<Award> meant) {
    List<Award> fit = meant.stream().filter(award -> maySign(request, signatures, award)).toList();
    if (fit.isEmpty()) {
      return Said.shown(
          request.said(
              meant.stream().anyMatch(award -> award.state() == Award.State.CONFIRMED)
                  ? "onlyOwnConfirmed"
                  : "nothingToSign",
              Map.of()));
    }
    List<Award> done =
        awards.update(
            request.organization().id(),
            fit.stream().map(Award::number).toList(),
            request.key(),
            award ->
                maySign(request, signatures, award)
                    ? award.acted(
                        new Award.Act(Award.Deed.SIGNED, request.memberId(), request.at(), ""),
                        Award.State.CONFIRMED)
                    : award);
    String next = tellNext(request, signatures, done);
    return Said.done(
        request.said(
            "signed",
            Map.of("count", done.size(), "totals", AwardText.totals(done), "next", next)));
  }

  private static boolean maySign(AwardRequest request, Signatures signatures, Award award) {
    return signatures.isTurnOf(request.memberId(), award)
        && !Signatures.hasConfirmed(award, request.memberId());
  }

  private static void refuseWhatDoesNotFit(
      AwardRequest request, Signatures signatures, List<Award> meant) {
    for (Award award : meant) {
      if (award.state() == Award.State.PROPOSED || award.state() == Award.State.VOID) {
        throw request.refused("notConfirmed", Map.of("number", award.number()));
      }
      if (award.state() != Award.State.CONFIRMED) {
        continue;
      }
      String next = signatures.next(award).orElse(request.memberId());
      boolean before =
          SigningSetting.signers(request.organization()).indexOf(next)
              < SigningSetting.signers(request.organization()).indexOf(request.memberId());
      if (before) {
        throw request.refused(
            "notYourTurn", Map.of("number", award.number(), "name", signatures.name(next)));
      }
      if (Signatures.hasConfirmed(award, request.memberId())) {
        throw request.refused("ownConfirmed", Map.of("number", award.number()));
      }
    }
  }

  private static String waiting(AwardRequest request, List<Award> waiting) {
    if (waiting.isEmpty()) {
      return request.said("nothingToSign", Map.of());
    }
    List<String> lines = new ArrayList<>();
    lines.add("【奖惩复核】等你复核的有" + waiting.size() + "条");
    waiting.stream()
        .limit(MOST)
        .forEach(award -> lines.add(AwardText.line(award) + " " + award.period().label()));
    if (waiting.size() > MOST) {
      lines.add("…还有" + (waiting.size() - MOST) + "条");
    }
    lines.add("都对请发：奖惩 复核 全部；只复核几条：奖惩 复核 " + waiting.get(0).number());
    return String.join("\n", lines);
  }

  /** Tells the next signer, or says that it can be published. */
  private String tellNext(AwardRequest request, Signatures signatures, List<Award> done) {
    Map<String, Long> next =
        done.stream()
            .flatMap(award -> signatures.next(award).stream())
            .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    next.forEach(
        (id, count) ->
            request
                .organization()
                .member(id)
                .ifPresent(
                    (Member member) ->
                        chats.tell(
                            request.organization(),
                            member,
                            "incentive.sign|" + request.key(),
                            request.said("askSigner", Map.of("count", count)))));
    if (!next.isEmpty()) {
      return "接着请"
          + next.keySet().stream().map(signatures::name).collect(Collectors.joining("、"))
          + "复核。";
    }
    SchemeOwners.managers(request.organization(), request.today())
        .forEach(
            manager ->
                chats.tell(
                    request.organization(),
                    manager,
                    "incentive.signed|" + request.key(),
                    request.said("allSigned", Map.of("count", done.size()))));
    return "都复核完了，经理可以发：奖惩 发布";
  }
}
