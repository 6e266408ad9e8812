package io.github.xunbang.command.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.InboundMessage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rest of the line, blanks included; a String. */
@Component
final class TextArgumentType implements ArgumentType {

  static final String NAME = "text";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String expected() {
    return "一段文字";
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    return Optional.of(token);
  }
}
