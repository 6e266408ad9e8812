package io.github.xunbang.channel.wecom.aibot;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * UP while connected, DOWN with the reason otherwise. An instance that stands by for another one is
 * neither: DOWN would make a container platform kill it for doing its job.
 */
final class AibotHealthIndicator implements HealthIndicator {

  private final AibotConnection connection;

  AibotHealthIndicator(AibotConnection connection) {
    this.connection = connection;
  }

  @Override
  public Health health() {
    AibotStatus now = connection.status();
    Health.Builder health =
        switch (now.state()) {
          case CONNECTED -> Health.up();
          case STANDBY -> Health.unknown();
          case STOPPED, CONNECTING, WAITING -> Health.down();
        };
    health.withDetail("state", now.state().name()).withDetail("since", now.since().toString());
    if (!now.reason().isEmpty()) {
      health.withDetail("reason", now.reason());
    }
    return health.build();
  }
}
