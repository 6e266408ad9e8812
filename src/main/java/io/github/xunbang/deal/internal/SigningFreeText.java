package io.github.xunbang.deal.internal;

import io.github.xunbang.command.Caller;
import io.github.xunbang.command.FreeTextHandler;
import io.github.xunbang.message.InboundMessage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds deals in lines without the command word in front: 昨天签单 王女士 5.8万, 签了王女士5.8万. */
@Component
@Order(50)
class SigningFreeText implements FreeTextHandler {

  @Override
  public Precedence precedence() {
    return Precedence.FIGURES;
  }

  @Override
  public String commandName() {
    return SigningCommands.NAME;
  }

  @Override
  public boolean claims(InboundMessage message, Caller caller) {
    return caller.organizationId() != null && SpokenSigning.of(message.text()).isPresent();
  }
}
