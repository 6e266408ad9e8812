package io.github.xunbang.incentive.register;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.OrganizationService;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * 口碑: each month one ballot for a colleague (S-84). The ballot is secret: a group only reads that
 * somebody has voted, and nobody but managers sees results before the month is closed.
 */
@Component
class VoteCommands implements CommandHandler {

  private final OrganizationService organizations;
  private final BallotRepository ballots;
  private final VoteResults results;

  VoteCommands(OrganizationService organizations, BallotRepository ballots, VoteResults results) {
    this.organizations = organizations;
    this.ballots = ballots;
    this.results = results;
  }

  @Override
  public String name() {
    return "口碑";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    Speaker speaker = Speaker.of(call, organizations);
    List<String> words = new ArrayList<>(speaker.words());
    Optional<Period> month = takeMonth(speaker, words);
    boolean asksResults = words.removeIf(word -> word.matches("结果|票数|得票"));
    if (asksResults && words.isEmpty()) {
      return results.show(speaker, month);
    }
    if (words.isEmpty()) {
      return about(speaker, month.orElseGet(() -> speaker.running(PeriodType.MONTH)));
    }
    if (words.size() > 1) {
      throw call.rejection("oneOnly", Map.of());
    }
    return vote(speaker, words.get(0), month.orElseGet(() -> speaker.running(PeriodType.MONTH)));
  }

  private static Optional<Period> takeMonth(Speaker speaker, List<String> words) {
    for (String word : words) {
      Optional<Period> month =
          speaker.member(word).isPresent()
              ? Optional.empty()
              : speaker.period(word).filter(period -> period.type() == PeriodType.MONTH);
      if (month.isPresent()) {
        words.remove(word);
        return month;
      }
    }
    return Optional.empty();
  }

  private Reply about(Speaker speaker, Period month) {
    Optional<Ballot> own = own(speaker, month);
    String state =
        own.map(ballot -> speaker.inGroup() ? "你已投票" : "你投给了" + speaker.name(ballot.candidateId()))
            .orElse("你还没投票");
    return speaker
        .call()
        .reply("about", Map.of("month", month.label(), "state", state, "last", last(month)))
        .changingNothing();
  }

  private Reply vote(Speaker speaker, String name, Period month) {
    Member candidate = speaker.member(name).orElseThrow(() -> speaker.unknown(name));
    check(speaker, candidate, month);
    boolean again = own(speaker, month).isPresent();
    ballots.cast(
        speaker.organization().id(),
        YearMonth.from(month.end()),
        speaker.self().id(),
        new Ballot(candidate.id(), speaker.at()));
    return speaker
        .call()
        .reply(
            speaker.inGroup() ? "votedInGroup" : "voted",
            Map.of(
                "voter", speaker.self().name(),
                "candidate", candidate.name(),
                "changed", again ? "改投好了" : "已投票",
                "month", month.label(),
                "last", last(month)));
  }

  private static void check(Speaker speaker, Member candidate, Period month) {
    if (candidate.id().equals(speaker.self().id())) {
      throw speaker.call().rejection("oneself", Map.of());
    }
    if (candidate.guest()) {
      throw speaker.call().rejection("guest", Map.of("name", candidate.name()));
    }
    if (month.start().isAfter(speaker.today())) {
      throw speaker.call().rejection("notBegun", Map.of("month", month.label()));
    }
    if (VoteResults.isClosed(speaker, month)) {
      throw speaker.call().rejection("closed", Map.of("month", month.label()));
    }
  }

  private Optional<Ballot> own(Speaker speaker, Period month) {
    return ballots.find(
        speaker.organization().id(), YearMonth.from(month.end()), speaker.self().id());
  }

  private static String last(Period month) {
    return DateText.day(month.end());
  }
}
