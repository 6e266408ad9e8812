package io.github.xunbang.deal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Arguments;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.deal.Share;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What happens behind the receipts: a crash or a second instance handles a message once more. */
class SigningReplayIT extends FrontDoorTest {

  @Autowired private OrganizationService organizations;
  @Autowired private Deals deals;
  @Autowired private SigningCommands signing;
  @Autowired private DealHandOver handOver;
  @Autowired private SigningTexts texts;
  @Autowired private SigningScenes scenes;
  @Autowired private SigningAsking asking;
  @Autowired private SigningAnswers answers;
  @Autowired private DealDesk desk;
  @Autowired private PartnerRecall recall;
  @Autowired private BusinessClock clock;
  @Autowired private ApplicationEventPublisher events;

  private String group;

  @BeforeEach
  void team() {
    group = newGroup();
    say(group, "老板", "成员");
    say(group, "张敏", "成员");
    say(group, "李四", "成员");
  }

  @Test
  void aMessageHandledAgainAndAtTheSameTimeMakesOneDeal() {
    CommandCall call = call("张敏", "签单 王女士 5.8万 协作 李四", "王女士 5.8万 协作 李四");

    List<CompletableFuture<Reply>> twice =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> signing.handle(call)))
            .limit(2)
            .toList();
    twice.forEach(CompletableFuture::join);
    Reply again = signing.handle(call);

    assertThat(again).isEqualTo(twice.get(0).join());
    assertThat(deals.unpaid(organization().id())).hasSize(1);
    assertThat(deals.unpaid(organization().id()).get(0).acts()).hasSize(1);
    assertThat(say(group, "李四", "是")).as("asked once").startsWith("已确认");
    assertThat(say(group, "李四", "是")).doesNotContain("已确认");
  }

  @Test
  void aCrashBeforeTheCollaboratorsWereAskedIsMadeUpForOnce() {
    DealDesk crashing =
        new DealDesk() {
          @Override
          public Outcome sign(Organization organization, Deal draft, Act act, Dating dating) {
            desk.sign(organization, draft, act, dating);
            throw new IllegalStateException("crash");
          }

          @Override
          public Outcome change(
              Organization organization, int number, Act act, Dating dating, DealChange change) {
            throw new IllegalStateException("not asked for");
          }
        };
    SigningDesk signingDesk =
        new SigningDesk(scenes, asking, answers, crashing, deals, recall, clock, events);
    CommandCall call = call("张敏", "签单 王女士 5.8万 协作 李四", "王女士 5.8万 协作 李四");
    SigningRequest request =
        new SigningRequest(
            call.caller(),
            call.message().key(),
            call.message().receivedAt(),
            call.input(),
            null,
            false);

    assertThatThrownBy(() -> signingDesk.sign(request)).hasMessage("crash");
    turnClockTo(THURSDAY_EVENING.plusMinutes(5));

    assertThat(say(group, "李四", "是")).startsWith("已确认：张敏的 #1 王女士");
    signing.handle(call);
    turnClockTo(THURSDAY_EVENING.plusMinutes(10));
    assertThat(say(group, "李四", "是")).doesNotContain("已确认");
    assertThat(deals.unpaid(organization().id())).hasSize(1);
  }

  @Test
  void aDealGoesToAnotherWithTheOwnersShareAndItsHistory() {
    say(group, "张敏", "签单 王女士 5.8万 协作 李四 0.3");
    CommandCall call = call("张敏", "转 #1 李四", "#1 李四");

    assertThat(handOver.claims(call)).isTrue();
    String answer = text(handOver.handOver(call));
    handOver.handOver(call);

    assertThat(answer).isEqualTo("#1 王女士 5.8万 已转给李四：李四1\n以后的回款按这个算");
    Deal deal = deal(1);
    assertThat(deal.ownerId()).isEqualTo(member("李四"));
    assertThat(deal.shares()).extracting(Share::memberId).containsExactly(member("李四"));
    assertThat(deal.acts())
        .extracting(Act::kind)
        .containsExactly(Act.Kind.SIGNED, Act.Kind.TRANSFERRED);
    assertThat(deal.acts().get(1).change()).isEqualTo("归属 张敏→李四");
  }

  @Test
  void aPaidDealIsHandedOverByAManagerOnly() {
    say(group, "张敏", "签单 王女士 5.8万");
    say(group, "张敏", "回款 #1 1万");

    assertThat(text(handOver.handOver(call("张敏", "转 #1 李四", "#1 李四")))).contains("等经理批准");
    assertThat(deal(1).ownerId()).isEqualTo(member("张敏"));
    assertThat(say(group, "老板", "批准")).startsWith("#1 王女士 5.8万 已转给李四");

    assertThat(deal(1).ownerId()).isEqualTo(member("李四"));
    assertThatThrownBy(() -> handOver.handOver(call("张敏", "转 #1 张敏", "#1 张敏")))
        .isInstanceOf(CommandRejectedException.class)
        .hasMessageContaining("没有你能看的签单");
  }

  private static String text(Reply reply) {
    return reply.messages().get(0).text();
  }

  private CommandCall call(String user, String text, String input) {
    InboundMessage message =
        new InboundMessage(
            "replay-" + group + text,
            Conversation.group("simulator", group),
            user,
            user,
            text,
            false,
            null,
            List.of(),
            THURSDAY_EVENING.atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    return new CommandCall(
        texts.definition(), organizations.identify(message), message, input, Arguments.NONE);
  }

  private Deal deal(int number) {
    return deals.find(organization().id(), number).orElseThrow();
  }

  private String member(String name) {
    return organization().members().stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Organization organization() {
    return organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
  }
}
