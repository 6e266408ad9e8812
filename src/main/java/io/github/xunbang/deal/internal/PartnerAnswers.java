package io.github.xunbang.deal.internal;

import io.github.xunbang.approval.OpenQuestion;
import io.github.xunbang.approval.QuestionHandler;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.deal.Share;
import io.github.xunbang.deal.Share.Confirmation;
import io.github.xunbang.deal.internal.DealDesk.Dating;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a collaborator says to a share: it stands, or it goes back to the owner, who is told. */
@Component
class PartnerAnswers implements QuestionHandler {

  private final OrganizationService organizations;
  private final Deals deals;
  private final DealDesk desk;
  private final PartnerQuestions questions;
  private final PartnerPosts posts;
  private final SigningTexts texts;

  PartnerAnswers(
      OrganizationService organizations,
      Deals deals,
      DealDesk desk,
      PartnerQuestions questions,
      PartnerPosts posts,
      SigningTexts texts) {
    this.organizations = organizations;
    this.deals = deals;
    this.desk = desk;
    this.questions = questions;
    this.posts = posts;
    this.texts = texts;
  }

  @Override
  public String kind() {
    return PartnerQuestions.KIND;
  }

  @Override
  public Reply answer(OpenQuestion question, int option, CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    int number = Integer.parseInt(question.data().get(PartnerQuestions.DEAL));
    String memberId = call.caller().member();
    String group = question.data().getOrDefault(PartnerQuestions.GROUP, "");
    String key = call.message().key();
    Deal before = deals.find(organization.id(), number).orElse(null);
    boolean moot = before == null || !DealEdits.isAsked(before, memberId) && !before.holds(key);
    Reply reply =
        moot
            ? texts.reply("settled", Map.of("number", number))
            : option == 1
                ? confirm(organization, before, call)
                : decline(organization, before, call, group);
    questions.close(organization, number, memberId, group);
    return reply;
  }

  private Reply confirm(Organization organization, Deal before, CommandCall call) {
    String memberId = call.caller().member();
    Act act = act(organization, before, call, Act.Kind.CONFIRMED, "");
    Deal deal =
        desk.change(
                organization,
                before.number(),
                act,
                Dating.OPEN_DAY,
                stored ->
                    DealEdits.isAsked(stored, memberId)
                        ? DealEdits.confirmed(stored, memberId, Confirmation.CONFIRMED)
                        : stored)
            .deal();
    return texts.reply(
        "confirmed",
        Map.of(
            "deal", DealLines.title(deal),
            "part", part(deal, memberId),
            "owner", DealLines.name(organization, deal.ownerId())));
  }

  private Reply decline(Organization organization, Deal before, CommandCall call, String group) {
    String memberId = call.caller().member();
    String name = DealLines.name(organization, memberId);
    String part = part(before, memberId);
    Act act =
        act(
            organization,
            before,
            call,
            Act.Kind.DECLINED,
            part + "退给" + DealLines.name(organization, before.ownerId()));
    Deal deal =
        desk.change(
                organization,
                before.number(),
                act,
                Dating.OPEN_DAY,
                stored ->
                    DealEdits.isAsked(stored, memberId)
                        ? DealEdits.returned(stored, memberId)
                        : stored)
            .deal();
    Conversation said = call.caller().conversation();
    posts.tellOwner(
        organization,
        deal,
        said,
        PartnerQuestions.conversation(group),
        "declined|" + act.id(),
        texts.text(
            "declinedOwner",
            Map.of(
                "name", name,
                "deal", DealLines.title(deal),
                "shares", DealLines.shares(organization, deal),
                "number", deal.number())));
    return texts.reply(
        "declined",
        Map.of(
            "deal", DealLines.title(deal),
            "shares", DealLines.shares(organization, deal)));
  }

  private static String part(Deal deal, String memberId) {
    return DealEdits.share(deal, memberId).map(Share::part).map(ShareSplit::plain).orElse("占比");
  }

  private static Act act(
      Organization organization, Deal deal, CommandCall call, Act.Kind kind, String change) {
    Instant at = call.message().receivedAt();
    return new Act(
        call.message().key(),
        kind,
        call.caller().member(),
        at,
        organization.businessDay().of(at),
        call.message().text(),
        change);
  }
}
