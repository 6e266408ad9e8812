package io.github.xunbang.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Decides whether the simulator is on. A blank value counts as unset (design section 15). */
class SimulatorCondition implements Condition {

  private static final List<String> CHANNEL_PROPERTIES =
      List.of(
          "xunbang.wecom.aibot.bot-id",
          "xunbang.wecom.aibot.callback.token",
          "xunbang.wecom.app.corp-id",
          "xunbang.wechat.account.app-id");

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return isOn(context.getEnvironment());
  }

  /** Whether the simulator is on in {@code environment}. */
  static boolean isOn(Environment environment) {
    String enabled = environment.getProperty("xunbang.simulator.enabled");
    return isBlank(enabled) ? !hasRealChannel(environment) : Boolean.parseBoolean(enabled.strip());
  }

  /** Whether a channel with real people on it is configured; time is then never simulated. */
  static boolean hasRealChannel(Environment environment) {
    String oneBot = environment.getProperty("xunbang.onebot.enabled");
    return (!isBlank(oneBot) && Boolean.parseBoolean(oneBot.strip()))
        || CHANNEL_PROPERTIES.stream().anyMatch(name -> !isBlank(environment.getProperty(name)));
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isBlank();
  }
}
