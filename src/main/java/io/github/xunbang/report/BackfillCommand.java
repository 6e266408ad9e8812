package io.github.xunbang.report;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.LedgerEntry;
import org.springframework.stereotype.Component;

/** 补报: a report for an earlier day, which must be named. */
@Component
class BackfillCommand implements CommandHandler {

  private final ReportQuestions reports;
  private final Lexicons lexicons;

  BackfillCommand(ReportQuestions reports, Lexicons lexicons) {
    this.reports = reports;
    this.lexicons = lexicons;
  }

  @Override
  public String name() {
    return "补报";
  }

  @Override
  public Effect effect() {
    return Effect.LEDGER;
  }

  @Override
  public Reply handle(CommandCall call) {
    if (call.input().isBlank()) {
      return call.reply("usage");
    }
    ReportRequest request = ReportRequest.of(call, call.input(), LedgerEntry.Reason.BACKFILL);
    if (lexicons.parse(request).blocks().stream().anyMatch(block -> !block.dated())) {
      return call.reply("usage");
    }
    return reports.report(request);
  }
}
