package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.settlement.Award;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 奖惩 发布: tells people what was confirmed and signed, once. */
@Component
@Order(7)
class PublishVerb implements AwardVerb {

  private final MongoAwards awards;
  private final PickedAwards picked;
  private final Publisher publisher;

  PublishVerb(MongoAwards awards, PickedAwards picked, Publisher publisher) {
    this.awards = awards;
    this.picked = picked;
    this.publisher = publisher;
  }

  @Override
  public List<String> words() {
    return List.of("发布");
  }

  @Override
  public Said run(AwardRequest request) {
    request.needManager();
    AwardPick pick = picked.read(request);
    Signatures signatures = new Signatures(request.organization());
    List<Award> meant = picked.find(request, pick, award -> true);
    Set<Period> periods = meant.stream().map(Award::period).collect(Collectors.toSet());
    if (pick.isExplicit()) {
      refuseWhatDoesNotFit(request, signatures, meant);
    }
    List<Integer> fit = meant.stream().filter(signatures::isComplete).map(Award::number).toList();
    if (!fit.isEmpty()) {
      publisher.promise(request, periods);
      awards.update(
          request.organization().id(),
          fit,
          request.key(),
          award -> signatures.isComplete(award) ? published(request, award) : award);
    }
    // Also for a message that comes again after a crash, whose lines are published already.
    Publisher.Report report = publisher.publish(request.organization(), request.key(), periods);
    return report.lines() == 0
        ? Said.shown(nothing(request, signatures, meant))
        : Said.done(request.said("published", values(report)));
  }

  private static Award published(AwardRequest request, Award award) {
    return award.acted(
        new Award.Act(Award.Deed.PUBLISHED, request.memberId(), request.at(), ""),
        Award.State.PUBLISHED);
  }

  private static void refuseWhatDoesNotFit(
      AwardRequest request, Signatures signatures, List<Award> meant) {
    for (Award award : meant) {
      Map<String, Object> number = Map.of("number", award.number());
      if (award.state() == Award.State.VOID) {
        throw request.refused("isVoid", number);
      }
      if (award.state() == Award.State.PROPOSED) {
        throw award.open() == null
            ? request.refused("notConfirmed", number)
            : request.refused("isOpen", AwardText.open(award));
      }
      if (award.state() == Award.State.CONFIRMED && !signatures.isComplete(award)) {
        throw request.refused(
            "notSigned",
            Map.of(
                "number", award.number(),
                "name", signatures.next(award).map(signatures::name).orElse("")));
      }
    }
  }

  private static Map<String, Object> values(Publisher.Report report) {
    StringBuilder more = new StringBuilder();
    if (report.noGroup()) {
      more.append("\n没有收播报的群，奖励没发到群里。请在群里发：设置 本群 收播报 开");
    }
    if (!report.unreached().isEmpty()) {
      more.append("\n没有私聊、没发出去，请当面说：").append(String.join("、", report.unreached()));
    }
    List<String> where = new ArrayList<>();
    if (report.inGroup() > 0) {
      where.add("奖励" + report.inGroup() + "条发到群里");
    }
    if (report.inPrivate() > 0) {
      where.add("私信" + report.inPrivate() + "人");
    }
    where.add("扣减和提醒不进群");
    return Map.of(
        "count", report.lines(), "where", String.join("，", where), "more", more.toString());
  }

  private static String nothing(AwardRequest request, Signatures signatures, List<Award> meant) {
    List<Award> unsigned =
        meant.stream()
            .filter(award -> award.state() == Award.State.CONFIRMED)
            .filter(award -> !signatures.isComplete(award))
            .toList();
    if (!unsigned.isEmpty()) {
      return request.said(
          "onlyUnsigned",
          Map.of(
              "count", unsigned.size(),
              "name", signatures.next(unsigned.get(0)).map(signatures::name).orElse("")));
    }
    long proposed = meant.stream().filter(one -> one.state() == Award.State.PROPOSED).count();
    if (proposed > 0) {
      return request.said("onlyProposed", Map.of("count", proposed));
    }
    return meant.stream()
        .flatMap(award -> award.last(Award.Deed.PUBLISHED).stream())
        .reduce((one, later) -> later.at().isAfter(one.at()) ? later : one)
        .map(
            act ->
                request.said(
                    "alreadyPublished",
                    Map.of(
                        "day",
                        io.github.xunbang.calendar.DateText.day(
                            request.organization().businessDay().of(act.at())))))
        .orElseGet(() -> request.said("nothingToPublish", Map.of()));
  }
}
