package io.github.xunbang.command.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.InboundMessage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One token that no other argument of the command accepts; a String. */
@Component
final class WordArgumentType implements ArgumentType {

  static final String NAME = "word";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String expected() {
    return "一个词";
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    return Optional.of(token);
  }
}
