package io.github.xunbang.incentive.payroll;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.incentive.settlement.Awards;
import io.github.xunbang.incentive.settlement.PrivateAnswers;
import io.github.xunbang.incentive.settlement.internal.AwardPick;
import io.github.xunbang.incentive.settlement.internal.AwardText;
import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.render.Workbooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** 导出 奖惩 上月: the sheet for payroll as a file, in private only (S-148). */
@Component
class ExportCommands implements CommandHandler {

  private static final Pattern AWARDS = Pattern.compile("(?s)(?:奖惩单?|奖罚)表?[\\s的：:]*(.*)");
  private static final int SHOWN = 20;

  private final OrganizationService organizations;
  private final Awards awards;
  private final Schemes schemes;
  private final Workbooks workbooks;
  private final PrivateAnswers answers;

  ExportCommands(
      OrganizationService organizations,
      Awards awards,
      Schemes schemes,
      Workbooks workbooks,
      PrivateAnswers answers) {
    this.organizations = organizations;
    this.awards = awards;
    this.schemes = schemes;
    this.workbooks = workbooks;
    this.answers = answers;
  }

  @Override
  public String name() {
    return "导出";
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public Reply handle(CommandCall call) {
    Matcher typed = AWARDS.matcher(TypedText.clean(call.input()).strip());
    if (call.input().isBlank()) {
      return call.reply("usage").changingNothing();
    }
    if (!typed.matches()) {
      throw call.rejection("unknown", Map.of("word", UntrustedText.oneLine(call.input(), SHOWN)));
    }
    try {
      return answers.answer(call, sheet(call, typed.group(1).strip()));
    } catch (CommandRejectedException refused) {
      return answers.answer(call, String.valueOf(refused.getMessage())).changingNothing();
    }
  }

  private OutboundMessage sheet(CommandCall call, String word) {
    Organization organization = organizations.get(call.caller().organization());
    Period period = period(call, organization, word);
    List<Award> lines = lines(organization, period);
    if (lines.isEmpty()) {
      throw call.rejection("empty", Map.of("period", period.label()));
    }
    byte[] file =
        workbooks.xlsx(
            new PayrollSheets(organization, schemes.all(organization.id()), lines).all());
    return new OutboundMessage(
        text(call, period, lines),
        List.of(),
        List.of(new Attachment(Attachment.Kind.FILE, "奖惩_" + period.label() + ".xlsx", file)));
  }

  /** Without a word last month, or the running one while nothing of last month was settled. */
  private Period period(CommandCall call, Organization organization, String word) {
    if (!word.isEmpty()) {
      return AwardPick.period(word, organization, call.message().receivedAt())
          .orElseThrow(
              () -> call.rejection("period", Map.of("word", UntrustedText.oneLine(word, SHOWN))));
    }
    Period running =
        organization
            .periods()
            .containing(
                PeriodType.MONTH, organization.businessDay().of(call.message().receivedAt()));
    Period last = organization.periods().previous(running);
    return Optional.of(last)
        .filter(one -> awards.periods(organization.id()).stream().anyMatch(of -> within(of, one)))
        .orElse(running);
  }

  /** All lines of the periods that end within the asked one, by number. */
  private List<Award> lines(Organization organization, Period asked) {
    return awards.periods(organization.id()).stream()
        .filter(period -> within(period, asked))
        .flatMap(period -> awards.of(organization.id(), period).stream())
        .sorted(java.util.Comparator.comparingInt(Award::number))
        .toList();
  }

  /** A campaign's sheet holds the campaign alone; a month's all that ended in it. */
  private static boolean within(Period period, Period asked) {
    return period.equals(asked)
        || asked.type() != PeriodType.CAMPAIGN && asked.contains(period.end());
  }

  private static String text(CommandCall call, Period period, List<Award> lines) {
    List<Award> settled = lines.stream().filter(Award::isSettled).toList();
    long loose =
        lines.stream()
            .filter(award -> !award.isSettled() && award.state() != Award.State.VOID)
            .count();
    return call.definition()
        .text(
            "sheet",
            Map.of(
                "period", period.label(),
                "count", lines.size(),
                "settled", settled.size(),
                "totals", settled.isEmpty() ? "" : "：" + AwardText.totals(settled),
                "loose", loose == 0 ? "" : "\n另有" + loose + "条没发布或在申诉，只列出，不计入。"));
  }
}
