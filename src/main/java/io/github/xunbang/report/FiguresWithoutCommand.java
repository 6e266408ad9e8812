package io.github.xunbang.report;

import io.github.xunbang.command.Caller;
import io.github.xunbang.command.FreeTextHandler;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.report.grammar.ValueSwap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Figures alone are a daily report; the word 日报 is optional (design section 5). */
@Component
@Order(50)
class FiguresWithoutCommand implements FreeTextHandler {

  private final Lexicons lexicons;

  FiguresWithoutCommand(Lexicons lexicons) {
    this.lexicons = lexicons;
  }

  @Override
  public Precedence precedence() {
    return Precedence.FIGURES;
  }

  @Override
  public String commandName() {
    return DailyReportCommand.NAME;
  }

  @Override
  public boolean claims(InboundMessage message, Caller caller) {
    return caller.organizationId() != null
        && (lexicons.claims(message.text(), message.voice(), caller, message.receivedAt())
            || ValueSwap.of(message.text()).isPresent()
            || lexicons.looksLikeProxy(message.text(), caller));
  }
}
