package io.github.xunbang.command.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.message.InboundMessage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A plain number; a BigDecimal. */
@Component
final class NumberArgumentType implements ArgumentType {

  @Override
  public String name() {
    return "number";
  }

  @Override
  public String expected() {
    return "数字，例如 12";
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    return ChineseNumber.parse(token).map(ParsedNumber::value);
  }
}
