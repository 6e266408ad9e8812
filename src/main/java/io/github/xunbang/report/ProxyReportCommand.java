package io.github.xunbang.report;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import org.springframework.stereotype.Component;

/** 代报: a leader reports for the own people; all lines or none. */
@Component
class ProxyReportCommand implements CommandHandler {

  static final String NAME = "代报";

  private final ProxyReports proxies;

  ProxyReportCommand(ProxyReports proxies) {
    this.proxies = proxies;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Effect effect() {
    return Effect.LEDGER;
  }

  @Override
  public Reply handle(CommandCall call) {
    return call.input().isBlank() ? call.reply("usage") : proxies.report(call);
  }
}
