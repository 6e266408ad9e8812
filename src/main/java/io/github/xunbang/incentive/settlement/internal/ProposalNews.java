package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells in private who decides about the proposals of a settlement, once. */
@Component
class ProposalNews {

  /** Later it is no news, and the outbox may have forgotten that it was told. */
  private static final Duration FRESH = Duration.ofDays(3);

  private final Schemes schemes;
  private final MongoAwards awards;
  private final PrivateChats chats;
  private final OutboxService outbox;
  private final BusinessClock clock;

  ProposalNews(
      Schemes schemes,
      MongoAwards awards,
      PrivateChats chats,
      OutboxService outbox,
      BusinessClock clock) {
    this.schemes = schemes;
    this.awards = awards;
    this.chats = chats;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Nothing to decide and nothing to remark: nothing is said. Where nobody who decides can be
   * written to, the groups read that there is something, and not what.
   */
  void tell(Organization organization, Settled settled) {
    Settlement settlement = settled.settlement();
    boolean stale = settlement.at().plus(FRESH).isBefore(clock.instant());
    if (stale || settlement.count() == 0 && settlement.findings().isEmpty()) {
      return;
    }
    LocalDate day = clock.instant().atZone(organization.businessDay().zone()).toLocalDate();
    List<Award> lines = lines(organization, settled);
    Map<Member, Set<String>> readers = readers(organization, settlement, day);
    if (readers.isEmpty()) {
      call(organization, settlement);
    }
    for (Map.Entry<Member, Set<String>> reader : readers.entrySet()) {
      Set<String> ids = reader.getValue();
      List<Award> theirs = lines.stream().filter(one -> ids.contains(one.schemeId())).toList();
      List<Outcome.Finding> findings = findings(organization, settlement, ids);
      if (!theirs.isEmpty() || !findings.isEmpty()) {
        String text = new ProposalText(theirs, findings).under(heading(settlement, theirs.size()));
        chats.tell(
            organization, reader.getKey(), "incentive.proposed|" + settlement.key().id(), text);
      }
    }
  }

  private void call(Organization organization, Settlement settlement) {
    String text = "【奖惩】%s的奖惩建议算好了，经理请私聊我发：奖惩".formatted(settlement.key().period().label());
    for (ChatGroup group : organization.groups()) {
      if (group.receivesPosts()) {
        outbox.enqueue(
            new Post(
                "incentive.waiting|" + settlement.key().id() + "|" + group.conversation().key(),
                organization.id(),
                group.conversation(),
                Post.Lane.REMINDER,
                OutboundMessage.text(text)));
      }
    }
  }

  /** Who decides and can be written to: the owner, else the managers. */
  private List<Member> reached(Organization organization, Optional<Scheme> scheme, LocalDate day) {
    List<Member> first = reachable(organization, SchemeOwners.of(organization, scheme, day));
    return first.isEmpty()
        ? reachable(organization, SchemeOwners.managers(organization, day))
        : first;
  }

  private List<Member> reachable(Organization organization, List<Member> members) {
    return members.stream().filter(one -> chats.reaches(organization, one)).toList();
  }

  private static String heading(Settlement settlement, int count) {
    String period = settlement.key().period().label();
    return settlement.key().sequence() == 0
        ? "【拟奖惩】%s 共%d条，确认前都不生效".formatted(period, count)
        : "【奖惩更正】%s的数有更正，多出%d条差额，原来的不动".formatted(period, count);
  }

  /** What this run stored, nobody has changed yet; what another one did is read. */
  private List<Award> lines(Organization organization, Settled settled) {
    Settlement settlement = settled.settlement();
    List<AwardDocument> stored = settled.lines();
    if (stored != null) {
      RulesOfThen rules = new RulesOfThen(schemes.all(organization.id()));
      return stored.stream().map(line -> rules.award(line, settlement.key().period())).toList();
    }
    List<Integer> numbers =
        java.util.stream.IntStream.range(
                settlement.first(), settlement.first() + settlement.count())
            .boxed()
            .toList();
    return awards.lines(organization.id(), numbers);
  }

  /** By reader the schemes that they decide about. */
  private Map<Member, Set<String>> readers(
      Organization organization, Settlement settlement, LocalDate day) {
    Map<Member, Set<String>> readers = new LinkedHashMap<>();
    for (Settlement.Applied applied : settlement.schemes()) {
      Optional<Scheme> scheme = schemes.find(organization.id(), applied.schemeId());
      for (Member reader : reached(organization, scheme, day)) {
        readers.computeIfAbsent(reader, none -> new LinkedHashSet<>()).add(applied.schemeId());
      }
    }
    return readers;
  }

  private List<Outcome.Finding> findings(
      Organization organization, Settlement settlement, Set<String> schemeIds) {
    Set<String> rules =
        schemes.all(organization.id()).stream()
            .filter(scheme -> schemeIds.contains(scheme.id()))
            .flatMap(scheme -> scheme.versions().stream())
            .flatMap(version -> version.rules().stream())
            .map(Rule::id)
            .collect(Collectors.toSet());
    return settlement.findings().stream()
        .filter(finding -> finding.ruleId().isEmpty() || rules.contains(finding.ruleId()))
        .toList();
  }
}
