package io.github.xunbang.channel.wecom.webhook;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * Where WeCom's HTTP API lives; a blank value counts as unset (design section 15).
 *
 * @param apiBaseUrl {@code http} or {@code https}, without a slash at the end
 */
@ConfigurationProperties("xunbang.wecom")
record WebhookProperties(@DefaultValue(WebhookProperties.DEFAULT_BASE) String apiBaseUrl)
    implements Validator {

  static final String DEFAULT_BASE = "https://qyapi.weixin.qq.com";

  WebhookProperties {
    String base = StringUtils.hasText(apiBaseUrl) ? apiBaseUrl.strip() : DEFAULT_BASE;
    apiBaseUrl = base.replaceAll("/+$", "");
  }

  @Override
  public boolean supports(Class<?> type) {
    return type == WebhookProperties.class;
  }

  @Override
  public void validate(Object target, Errors errors) {
    if (!isHttp(((WebhookProperties) target).apiBaseUrl)) {
      errors.reject(
          "api-base-url", "xunbang.wecom.api-base-url must be an address such as " + DEFAULT_BASE);
    }
  }

  private static boolean isHttp(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
