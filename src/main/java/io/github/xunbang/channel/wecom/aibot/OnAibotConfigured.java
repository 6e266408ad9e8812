package io.github.xunbang.channel.wecom.aibot;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Matches when bot id and secret are both set; blank counts as unset. */
class OnAibotConfigured implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Environment environment = context.getEnvironment();
    return StringUtils.hasText(environment.getProperty("xunbang.wecom.aibot.bot-id"))
        && StringUtils.hasText(environment.getProperty("xunbang.wecom.aibot.secret"));
  }
}
