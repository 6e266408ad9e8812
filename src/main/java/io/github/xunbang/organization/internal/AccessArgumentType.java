package io.github.xunbang.organization.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.InboundMessage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Argument type {@code access}: 经理, 组长 or 成员 as {@link io.github.xunbang.command.Access}. */
@Component
class AccessArgumentType implements ArgumentType {

  @Override
  public String name() {
    return "access";
  }

  @Override
  public String expected() {
    return "经理、组长或成员";
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    return AccessWords.read(token).map(access -> access);
  }
}
