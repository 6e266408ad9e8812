package io.github.xunbang.deal.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.Approvals;
import io.github.xunbang.approval.OpenQuestions;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.Reply;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks before a deal is stored; each question names its object (design section 5). */
@Component
class SigningAsking {

  static final String QUESTION = "deal.sign";
  static final String APPROVAL = "deal.late";
  static final String ASKED = "asked";

  private static final int TITLE = 60;

  private final OpenQuestions questions;
  private final Approvals approvals;
  private final SigningTexts texts;

  SigningAsking(OpenQuestions questions, Approvals approvals, SigningTexts texts) {
    this.questions = questions;
    this.approvals = approvals;
    this.texts = texts;
  }

  /** 5.8万 or 5.8元. */
  Reply unit(
      SigningRequest request, Organization organization, Deal draft, BigDecimal tenThousands) {
    String great = NumberText.amount(tenThousands);
    String small = NumberText.plain(draft.amount()) + "元";
    Map<String, String> data = new HashMap<>(request.toData());
    data.put(ASKED, "unit");
    data.put("great", tenThousands.toPlainString());
    data.put("small", draft.amount().toPlainString());
    ask(request, organization, "签单 " + draft.customer(), List.of(great, small), data);
    return texts.reply(
        "unit", Map.of("customer", draft.customer(), "great", great, "small", small));
  }

  /** Whether a second deal of the customer and day is meant. */
  Reply another(SigningRequest request, Organization organization, Deal same, Deal draft) {
    Map<String, String> data = new HashMap<>(request.toData());
    data.put(ASKED, "another");
    ask(
        request,
        organization,
        "另签一单 " + draft.customer() + " " + DealLines.money(draft.amount()),
        List.of("另签一单"),
        data);
    return texts.reply(
        "another",
        Map.of(
            "day", DateText.day(same.signedOn()),
            "deal", DealLines.title(same),
            "number", same.number(),
            "amount", DealLines.money(draft.amount())));
  }

  /** 今天签了王女士5.8万: nothing is stored, one step is left. */
  Reply offer(SigningRequest request, Organization organization, String line) {
    Map<String, String> data = new HashMap<>(request.toData());
    data.put(ASKED, "offer");
    ask(request, organization, line, List.of(line), data);
    return texts.reply("offer", Map.of("line", line));
  }

  /** A manager's word for a day that is past; nothing is stored until then. */
  Reply approval(SigningRequest request, Organization organization, Deal draft) {
    Approval asked =
        approvals.request(
            request.caller(),
            request.key(),
            APPROVAL,
            UntrustedText.oneLine(
                request.caller().name() + " 补签单 " + SigningDesk.title(draft), TITLE),
            request.toData(),
            Access.MANAGER,
            null,
            request.at());
    boolean frozen = organization.isFrozen(draft.signedOn(), request.at());
    return texts.reply(
        frozen ? "askedFrozen" : "askedLate",
        Map.of("day", DateText.day(draft.signedOn()), "number", asked.number()));
  }

  private void ask(
      SigningRequest request,
      Organization organization,
      String title,
      List<String> options,
      Map<String, String> data) {
    Instant end =
        organization.businessDay().startOf(organization.businessDay().of(request.at()).plusDays(1));
    questions.ask(request.caller(), QUESTION, title, options, data, end);
  }
}
