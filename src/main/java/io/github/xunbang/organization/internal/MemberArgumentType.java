package io.github.xunbang.organization.internal;

import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.command.Caller;
import io.github.xunbang.message.InboundMessage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Argument type {@code member}: an active {@link io.github.xunbang.organization.Member}. */
@Component
class MemberArgumentType implements ArgumentType {

  private final MemberFinder members;

  MemberArgumentType(MemberFinder members) {
    this.members = members;
  }

  @Override
  public String name() {
    return "member";
  }

  @Override
  public String expected() {
    return "成员姓名，例如“张敏”";
  }

  @Override
  public Optional<Object> parse(String token, Caller caller, InboundMessage message) {
    return members.find(token, caller, message).map(member -> member);
  }
}
