package io.github.xunbang.channel.wecom.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.xunbang.storage.HandTurnedClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The sender on a fake of WeCom's HTTP API, with short waits. */
final class WebhookRig implements AutoCloseable {

  static final String KEY = "693a91f6-7abc-4bc4-97a0-0ec2c1fa5aaa";
  static final String SEND = "/cgi-bin/webhook/send";
  static final String UPLOAD = "/cgi-bin/webhook/upload_media";
  static final Instant START = Instant.parse("2026-12-03T13:40:00Z");

  private static final WebhookClient.Timings SHORT =
      new WebhookClient.Timings(
          Duration.ofSeconds(3), Duration.ofMillis(1500), Duration.ofMillis(1));

  final WireMockServer weCom =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
  final HandTurnedClock realTime = new HandTurnedClock(START);
  final Webhook webhook =
      new Webhook("aibot|g|wrGroup1", "o1", new WebhookKey(KEY), "ref", START, null);
  final WebhookSender sender;

  WebhookRig() {
    weCom.start();
    sender = sender(weCom.baseUrl());
    answer(0);
    weCom.stubFor(post(urlPathEqualTo(UPLOAD)).willReturn(okJson(body("uploaded"))));
  }

  WebhookSender sender(String baseUrl) {
    return new WebhookSender(new WebhookClient(baseUrl, SHORT), new KeyBudget(realTime));
  }

  /** From now on every message is answered with the error code. */
  void answer(int errcode) {
    weCom.stubFor(post(urlPathEqualTo(SEND)).willReturn(okJson(body("answer" + errcode))));
  }

  void answer(com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder response) {
    weCom.stubFor(any(anyUrl()).willReturn(response));
  }

  static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder http(int status) {
    return aResponse().withStatus(status);
  }

  List<LoggedRequest> sent() {
    return weCom.findAll(postRequestedFor(urlPathEqualTo(SEND)));
  }

  List<LoggedRequest> uploads() {
    return weCom.findAll(postRequestedFor(urlPathEqualTo(UPLOAD)));
  }

  /** A file of {@code src/test/resources/wecom/webhook}. */
  static String body(String name) {
    try (InputStream file =
        WebhookRig.class.getResourceAsStream("/wecom/webhook/" + name + ".json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    weCom.stop();
  }
}
