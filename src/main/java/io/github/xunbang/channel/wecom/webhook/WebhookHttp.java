package io.github.xunbang.channel.wecom.webhook;

import java.time.Duration;
import me.chanjar.weixin.common.util.http.apache.ApacheHttpClientBuilder;
import org.apache.http.client.HttpRequestRetryHandler;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.conn.ConnectionKeepAliveStrategy;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;

/**
 * The HTTP client WxJava works with: bounded waits and nothing sent twice. Connections are not
 * reused, because one that the server has just closed would leave a post in doubt; twenty messages
 * a minute do not need it.
 */
final class WebhookHttp implements ApacheHttpClientBuilder {

  private static final int CONNECTIONS = 32;

  private final Duration connect;
  private final Duration read;

  WebhookHttp(Duration connect, Duration read) {
    this.connect = connect;
    this.read = read;
  }

  @Override
  public CloseableHttpClient build() {
    RequestConfig waits =
        RequestConfig.custom()
            .setConnectionRequestTimeout(Math.toIntExact(connect.toMillis()))
            .setConnectTimeout(Math.toIntExact(connect.toMillis()))
            .setSocketTimeout(Math.toIntExact(read.toMillis()))
            .build();
    return HttpClientBuilder.create()
        .useSystemProperties()
        .setDefaultRequestConfig(waits)
        .setConnectionReuseStrategy(NoConnectionReuseStrategy.INSTANCE)
        .setMaxConnPerRoute(CONNECTIONS)
        .setMaxConnTotal(CONNECTIONS)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .build();
  }

  @Override
  public ApacheHttpClientBuilder httpProxyHost(String host) {
    return this;
  }

  @Override
  public ApacheHttpClientBuilder httpProxyPort(int port) {
    return this;
  }

  @Override
  public ApacheHttpClientBuilder httpProxyUsername(String name) {
    return this;
  }

  @Override
  public ApacheHttpClientBuilder httpProxyPassword(String password) {
    return this;
  }

  @Override
  public ApacheHttpClientBuilder httpRequestRetryHandler(HttpRequestRetryHandler handler) {
    return this;
  }

  @Override
  public ApacheHttpClientBuilder keepAliveStrategy(ConnectionKeepAliveStrategy strategy) {
    return this;
  }

  @Override
  public ApacheHttpClientBuilder sslConnectionSocketFactory(SSLConnectionSocketFactory factory) {
    return this;
  }

  @Override
  public ApacheHttpClientBuilder supportedProtocols(String[] protocols) {
    return this;
  }
}
