package io.github.xunbang.channel.wecom.webhook;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.storage.FieldCipher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channel's beans; always there, because keys are set in chat. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

  @Bean
  Webhooks webhooks(
      WebhookRepository repository,
      FieldCipher cipher,
      OrganizationService organizations,
      BusinessClock clock) {
    return new Webhooks(repository, cipher, organizations, clock);
  }

  @Bean
  WebhookSender webhookSender(WebhookProperties properties, BusinessClock clock) {
    return new WebhookSender(
        new WebhookClient(properties.apiBaseUrl(), WebhookClient.Timings.PRODUCTION),
        new KeyBudget(clock.realTime()));
  }

  @Bean
  WebhookDelivery webhookDelivery(Webhooks webhooks, WebhookSender sender) {
    return new WebhookDelivery(webhooks, sender);
  }

  @Bean
  WebhookSetup webhookSetup(Webhooks webhooks, OrganizationService organizations) {
    return new WebhookSetup(webhooks, new WebhookGroups(organizations));
  }

  @Bean
  WebhookTrial webhookTrial(
      Webhooks webhooks, OrganizationService organizations, WebhookSender sender) {
    return new WebhookTrial(webhooks, new WebhookGroups(organizations), sender);
  }
}
