package io.github.xunbang.command.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.message.InboundMessage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An amount of money in 元; a BigDecimal. */
@Component
final class AmountArgumentType implements ArgumentType {

  @Override
  public String name() {
    return "amount";
  }

  @Override
  public String expected() {
    return "金额，例如 3.5万";
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    return ChineseNumber.parse(token).map(ParsedNumber::value);
  }
}
