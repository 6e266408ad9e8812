package io.github.xunbang.deal.internal;

import io.github.xunbang.command.Caller;
import io.github.xunbang.command.FreeTextHandler;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.InboundMessage;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code 更正 #12 回款1 2.8万 财务核对}: 更正 is the report's word, but with a deal's number and one of its
 * payments it can mean nothing else, so the line is taken before command words are looked for.
 */
@Component
@Order(50)
class CorrectionLines implements FreeTextHandler {

  private static final Pattern LINE =
      Pattern.compile(
          "^[/\\s]*(?:改一下|改|更正|修正|写错了|不对|报错了)[\\s:：,，]*#\\s*\\d{1,9}\\s*(?:回款|到账|收款|第\\s*\\d)");

  /** Whether the normalized line corrects a payment. */
  static boolean is(String normalized) {
    return LINE.matcher(normalized).find();
  }

  @Override
  public Precedence precedence() {
    return Precedence.BEFORE_COMMANDS;
  }

  @Override
  public String commandName() {
    return PaymentCommands.NAME;
  }

  @Override
  public boolean claims(InboundMessage message, Caller caller) {
    return caller.organizationId() != null
        && is(TypedText.normalize(TypedText.clean(message.text())));
  }
}
