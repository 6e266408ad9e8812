package io.github.xunbang.report;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.report.grammar.ValueSwap;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 改: replaces named figures of a day by a new entry; everything else stays (design section 2). */
@Component
class CorrectionCommand implements CommandHandler {

  private final ReportQuestions reports;
  private final Lexicons lexicons;
  private final SwapReports swaps;

  CorrectionCommand(ReportQuestions reports, Lexicons lexicons, SwapReports swaps) {
    this.swaps = swaps;
    this.reports = reports;
    this.lexicons = lexicons;
  }

  @Override
  public String name() {
    return "改";
  }

  @Override
  public Effect effect() {
    return Effect.LEDGER;
  }

  @Override
  public Reply handle(CommandCall call) {
    Optional<ValueSwap> swap = ValueSwap.of(call.message().text());
    if (swap.isPresent()) {
      return swaps.report(call, swap.get());
    }
    ReportRequest request =
        ReportRequest.of(call, call.message().text(), LedgerEntry.Reason.CORRECTION);
    var parsed = lexicons.parse(request);
    return parsed.clean() && !parsed.hasFigures() && !parsed.onlyChecks()
        ? call.reply("usage")
        : reports.report(request);
  }
}
