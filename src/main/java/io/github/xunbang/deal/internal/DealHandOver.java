package io.github.xunbang.deal.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.NearNames;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.deal.internal.DealDesk.Dating;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.HandOver;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 转 #12 李四: the deal and the owner's share go to another. What the deal has earned goes along: the
 * desk books what each of its people deserves now, so credits of open days move on their own day
 * and those of frozen days today; frozen boards stay. Without payments the owner may do it, else a
 * manager, or with 批准.
 */
@Component
@Order(10)
class DealHandOver implements HandOver {

  private static final Pattern INPUT =
      Pattern.compile("\\s*(?:签单)?\\s*#\\s*(\\d{1,7})(.*)", Pattern.DOTALL);
  private static final Pattern FILLER = Pattern.compile("^[\\s,，:]*(?:转给|转|给|到|交给)?[\\s@]*");

  private final SigningScenes scenes;
  private final Deals deals;
  private final DealLists lists;
  private final DealDesk desk;
  private final DealChanges changes;
  private final PartnerPosts posts;
  private final SigningTexts texts;

  DealHandOver(
      SigningScenes scenes,
      Deals deals,
      DealLists lists,
      DealDesk desk,
      DealChanges changes,
      PartnerPosts posts,
      SigningTexts texts) {
    this.scenes = scenes;
    this.deals = deals;
    this.lists = lists;
    this.desk = desk;
    this.changes = changes;
    this.posts = posts;
    this.texts = texts;
  }

  @Override
  public boolean claims(CommandCall call) {
    return INPUT.matcher(plain(call.input())).matches();
  }

  @Override
  public Reply handOver(CommandCall call) {
    Matcher input = INPUT.matcher(plain(call.input()));
    if (!input.matches()) {
      throw new IllegalArgumentException("No deal named");
    }
    int number = Integer.parseInt(input.group(1));
    String name = FILLER.matcher(input.group(2)).replaceFirst("").replaceFirst("\\(.*\\)", "");
    try {
      lists.visible(call, scenes.organization(call.caller()), number);
      return handOver(
          new ChangeRequest(
              call.caller(),
              call.message().key(),
              call.message().receivedAt(),
              number,
              name.strip(),
              true,
              false));
    } catch (SigningProblem problem) {
      throw problem.toRejection(texts.definition());
    }
  }

  /**
   * Hands the deal over, or asks a manager.
   *
   * @throws SigningProblem when it cannot be done; nothing is stored then
   */
  Reply handOver(ChangeRequest request) {
    Organization organization = scenes.organization(request.caller());
    Deal before = deals.find(organization.id(), request.number()).orElseThrow();
    LocalDate today = organization.businessDay().of(request.at());
    Member to = receiver(organization, before, request, today);
    if (before.holds(request.key())) {
      return done(organization, before, to, request);
    }
    check(organization, before, to, request, today);
    String words = "归属 " + DealLines.name(organization, before.ownerId()) + "→" + to.name();
    boolean manager = request.approved() || request.caller().access().covers(Access.MANAGER);
    if (!manager && before.paid().signum() > 0) {
      return changes.ask(request, before, words);
    }
    Act act = DealChanges.act(organization, request, words);
    Deal after =
        desk.change(
                organization,
                before.number(),
                act,
                Dating.OPEN_DAY,
                stored -> DealEdits.handedOver(stored, to.id()))
            .deal();
    return done(organization, after, to, request);
  }

  private Member receiver(
      Organization organization, Deal before, ChangeRequest request, LocalDate today) {
    if (request.text().isBlank()) {
      throw new SigningProblem("toWhom", Map.of("number", before.number()));
    }
    return organization.activeMembers(today).stream()
        .filter(member -> TypedText.normalize(member.name()).equals(request.text()))
        .findFirst()
        .orElseThrow(() -> unknown(organization, request.number(), request.text(), today));
  }

  private static SigningProblem unknown(
      Organization organization, int number, String name, LocalDate today) {
    List<String> names = organization.activeMembers(today).stream().map(Member::name).toList();
    String near = NearNames.alike(name, names);
    String shown = UntrustedText.oneLine(name, 10);
    return near.isEmpty()
        ? new SigningProblem("unknownReceiver", Map.of("name", shown, "number", number))
        : new SigningProblem("nearReceiver", Map.of("name", shown, "near", near, "number", number));
  }

  private static void check(
      Organization organization, Deal before, Member to, ChangeRequest request, LocalDate today) {
    if (before.cancelled()) {
      throw new SigningProblem("cancelled", Map.of("number", before.number()));
    }
    if (before.ownerId().equals(to.id())) {
      throw new SigningProblem(
          "hasItAlready", Map.of("name", to.name(), "number", before.number()));
    }
    boolean may =
        request.approved()
            || request.caller().access().covers(Access.MANAGER)
            || before.ownerId().equals(request.caller().memberId())
            || DealSight.leadsOwner(organization, request.caller(), before, today);
    if (!may) {
      throw new SigningProblem(
          "notYours",
          Map.of(
              "number", before.number(),
              "owner", DealLines.name(organization, before.ownerId())));
    }
  }

  private Reply done(Organization organization, Deal deal, Member to, ChangeRequest request) {
    Conversation said = request.caller().conversation();
    posts.tell(
        organization,
        deal,
        to,
        said,
        said.isGroup() ? said : null,
        "handed|" + request.key(),
        texts.text(
            "handedTo",
            Map.of(
                "by", request.caller().name(),
                "deal", DealLines.title(deal),
                "money", DealLines.money(deal),
                "number", deal.number())));
    boolean earned = !deal.bookings().isEmpty();
    return texts.reply(
        earned ? "handedEarned" : "handed",
        Map.of(
            "deal", DealLines.title(deal),
            "name", to.name(),
            "shares", DealLines.shares(organization, deal)));
  }

  private static String plain(String input) {
    return TypedText.normalize(TypedText.clean(input));
  }
}
