package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import io.github.xunbang.schedule.ScheduleService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Posts what one 发布 has published: rewards to the groups that receive posts, everything else to the
 * person alone and never to a group (design section 8). Post keys hang on the 发布, so a crash, a
 * second run and the job that makes sure say nothing twice.
 */
@Component
class Publisher implements JobHandler {

  private static final String KIND = "incentive.publish";
  private static final Duration SURE_AFTER = Duration.ofMinutes(2);

  private final MongoAwards awards;
  private final Schemes schemes;
  private final OrganizationService organizations;
  private final OutboxService outbox;
  private final PrivateChats chats;
  private final ScheduleService schedule;
  private final Retests retests;

  Publisher(
      MongoAwards awards,
      Schemes schemes,
      OrganizationService organizations,
      OutboxService outbox,
      PrivateChats chats,
      ScheduleService schedule,
      Retests retests) {
    this.awards = awards;
    this.schemes = schemes;
    this.organizations = organizations;
    this.outbox = outbox;
    this.chats = chats;
    this.schedule = schedule;
    this.retests = retests;
  }

  /**
   * What became of a 发布.
   *
   * @param lines how many were published
   * @param inGroup rewards said in groups
   * @param inPrivate people written to
   * @param unreached names of those who cannot be written to
   * @param noGroup whether there are rewards and no group to say them in
   */
  record Report(int lines, int inGroup, int inPrivate, List<String> unreached, boolean noGroup) {}

  /** Makes sure that posts follow even if the service dies between marking and posting. */
  void promise(AwardRequest request, Collection<Period> periods) {
    String organizationId = request.organization().id();
    schedule.schedule(
        new Job(
            KIND + "|" + organizationId + "|" + request.key(),
            KIND,
            organizationId,
            request.at().plus(SURE_AFTER),
            Map.of(
                "key",
                request.key(),
                "periods",
                periods.stream().map(SettlementKey::text).collect(Collectors.joining(";")))));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job) {
    Set<Period> periods =
        Arrays.stream(job.data().get("periods").split(";"))
            .map(Publisher::period)
            .collect(Collectors.toSet());
    organizations
        .find(job.organizationId())
        .ifPresent(organization -> publish(organization, job.data().get("key"), periods));
  }

  /** Posts what the 发布 of this key has published in these periods. */
  Report publish(Organization organization, String key, Collection<Period> periods) {
    int lines = 0;
    int rewards = 0;
    int people = 0;
    List<String> unreached = new ArrayList<>();
    for (Period period :
        periods.stream()
            .sorted(Comparator.comparing(Period::end).thenComparing(Period::type))
            .toList()) {
      List<Award> published = published(organization, key, period);
      if (published.isEmpty()) {
        continue;
      }
      Batch batch = new Batch(organization, key, period, published);
      lines += published.size();
      rewards += batch.rewards();
      people += batch.notices(unreached);
      published.forEach(award -> retests.plan(organization, award));
    }
    boolean mute = organization.groups().stream().noneMatch(ChatGroup::receivesPosts);
    return new Report(
        lines,
        mute ? 0 : rewards,
        people,
        unreached.stream().distinct().toList(),
        mute && rewards > 0);
  }

  private List<Award> published(Organization organization, String key, Period period) {
    List<Integer> numbers = awards.changedBy(organization.id(), period, key);
    return awards.lines(organization.id(), numbers).stream()
        .filter(award -> award.state() != Award.State.VOID)
        .filter(award -> award.last(Award.Deed.PUBLISHED).isPresent())
        .toList();
  }

  /** Whether a group reads it: an amount or words for somebody's merit. */
  private static boolean isPublic(Award award) {
    BigDecimal amount = award.amount();
    return award.rule().sense() == Rule.Sense.REWARD
        && !isSilent(award)
        && (amount == null ? isPraise(award) : amount.signum() > 0);
  }

  /** The rule's own words; neither a warning on the way there nor that they no longer hold. */
  private static boolean isPraise(Award award) {
    return award.rule().payout() instanceof Payout.Words words
        && words.words().equals(award.words());
  }

  /** 0 means that a person decided for nothing. */
  private static boolean isSilent(Award award) {
    BigDecimal amount = award.amount();
    return amount == null ? award.words().isBlank() : amount.signum() == 0;
  }

  private static Period period(String text) {
    String[] parts = text.split("[|/]");
    return new Period(
        PeriodType.valueOf(parts[0]), LocalDate.parse(parts[1]), LocalDate.parse(parts[2]));
  }

  /** The lines of one period that one 发布 published. */
  private final class Batch {

    private final Organization organization;
    private final String key;
    private final Period period;
    private final List<Award> published;
    private final LocalDate today;
    private final PublishedText text;

    Batch(Organization organization, String key, Period period, List<Award> published) {
      this.organization = organization;
      this.key = organization.id() + "|" + key + "|" + SettlementKey.text(period);
      this.period = period;
      this.published = published;
      this.today =
          organization
              .businessDay()
              .of(published.get(0).last(Award.Deed.PUBLISHED).orElseThrow().at());
      this.text = new PublishedText(organization, schemes, period, today);
    }

    /** Says the rewards in the groups there are; returns how many rewards. */
    int rewards() {
      List<Award> rewards = published.stream().filter(Publisher::isPublic).toList();
      for (ChatGroup group : organization.groups()) {
        List<Award> shown = rewards.stream().filter(award -> shows(group, award)).toList();
        if (group.receivesPosts() && !shown.isEmpty()) {
          post(group, text.rewards(shown));
        }
      }
      return rewards.size();
    }

    private void post(ChatGroup group, List<String> texts) {
      for (int part = 0; part < texts.size(); part++) {
        outbox.enqueue(
            new Post(
                "incentive.rewards|" + key + "|" + group.conversation().key() + "|" + part,
                organization.id(),
                group.conversation(),
                Post.Lane.BOARD,
                OutboundMessage.text(texts.get(part))));
      }
    }

    /** A group that looks at some units shows their people and those units. */
    private boolean shows(ChatGroup group, Award award) {
      String unit =
          organization
              .member(award.subjectId())
              .map(member -> Objects.requireNonNullElse(member.unitIdOn(period.end()), ""))
              .orElse(award.subjectId());
      return group.unitIds().isEmpty()
          || group.unitIds().stream()
              .anyMatch(shown -> organization.units().within(shown).contains(unit));
    }

    /** One private notice per person; adds who cannot be reached. */
    int notices(List<String> unreached) {
      Map<Member, List<Award>> byPerson = new LinkedHashMap<>();
      for (Award award : published) {
        if (!isPublic(award) && !isSilent(award)) {
          List<Member> concerned = Concerned.of(organization, award.subjectId(), today);
          concerned.forEach(
              member -> byPerson.computeIfAbsent(member, none -> new ArrayList<>()).add(award));
          if (concerned.isEmpty()) {
            unreached.add(award.subjectName());
          }
        }
      }
      int told = 0;
      for (Map.Entry<Member, List<Award>> one : byPerson.entrySet()) {
        String notice = text.notice(one.getValue());
        if (chats.tell(organization, one.getKey(), "incentive.notice|" + key, notice)) {
          told++;
        } else {
          unreached.add(one.getKey().name());
        }
      }
      return told;
    }
  }
}
