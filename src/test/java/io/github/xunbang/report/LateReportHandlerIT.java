package io.github.xunbang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.approval.Approval;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Arguments;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.metric.LateFiguresPosted;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What 批准 and 驳回 of late figures do, on the whole service. */
@RecordApplicationEvents
class LateReportHandlerIT extends FrontDoorTest {

  private static final Instant ASKED = at("2026-12-03T21:40");

  @Autowired private OrganizationService organizations;
  @Autowired private LateReportHandler handler;
  @Autowired private CommandCatalog commands;
  @Autowired private ApplicationEvents events;

  @Test
  void approvalStoresUnderTheOldDateAndTellsThePublisher() {
    String group = team();
    Approval approval = approval(group, "11月25日 意向12");

    String answer = handler.approved(approval, call(group)).messages().get(0).text();

    assertThat(answer).contains("已批准 #3").contains("张敏").contains("11月25日(周三) 意向客户12");
    assertThat(say(group, "张敏", "记录 11月25日")).contains("补报").contains("意向客户12");
    List<LateFiguresPosted> posted = events.stream(LateFiguresPosted.class).toList();
    assertThat(posted).hasSize(1);
    assertThat(posted.get(0).day()).isEqualTo(LocalDate.of(2026, 11, 25));
    assertThat(posted.get(0).steps()).hasSize(1);
  }

  @Test
  void anApprovalThatDiedBeforeItWasToldIsToldWhenItIsRetried() {
    String group = team();
    Approval approval = approval(group, "11月25日 意向12");
    handler.approved(approval, call(group));
    events.clear();

    handler.approved(approval, call(group));

    assertThat(events.stream(LateFiguresPosted.class))
        .extracting(LateFiguresPosted::messageKey)
        .containsExactly("simulator|" + group);
    assertThat(say(group, "张敏", "记录 11月25日")).containsOnlyOnce("意向客户12");
  }

  @Test
  void rejectionStoresNothing() {
    String group = team();

    String answer =
        handler
            .rejected(approval(group, "11月25日 意向12"), "对不上", call(group))
            .messages()
            .get(0)
            .text();

    assertThat(answer).contains("已驳回 #3").contains("对不上").contains("没有登记");
    assertThat(say(group, "张敏", "记录 11月25日")).contains("还没有登记");
    assertThat(events.stream(LateFiguresPosted.class)).isEmpty();
  }

  private String team() {
    String group = newGroup();
    say(group, "老板", "成员");
    say(group, "张敏", "成员");
    return group;
  }

  private Approval approval(String group, String text) {
    Organization organization = Stores.of(organizations, group);
    Map<String, String> data =
        Map.of(
            "messageKey",
            "simulator|" + group,
            "at",
            ASKED.toString(),
            "text",
            text,
            "voice",
            "false",
            "reason",
            "REPORT");
    return new Approval(
        organization.id(),
        3,
        LateRequests.KIND,
        member(organization, "张敏").id(),
        "张敏 补报 11月25日",
        data,
        Access.LEADER,
        member(organization, "张敏").id(),
        ASKED);
  }

  private CommandCall call(String group) {
    Organization organization = Stores.of(organizations, group);
    Conversation conversation = Conversation.group("simulator", group);
    CommandDefinition definition = commands.find("日报").orElseThrow();
    Caller boss =
        new Caller(
            conversation,
            "老板",
            organization.id(),
            member(organization, "老板").id(),
            "老板",
            Access.MANAGER);
    InboundMessage message =
        new InboundMessage(
            "late-" + group, conversation, "老板", "老板", "批准 3", false, null, List.of(), ASKED);
    return new CommandCall(definition, boss, message, "3", Arguments.NONE);
  }

  private static Member member(Organization organization, String name) {
    return organization.members().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }
}
