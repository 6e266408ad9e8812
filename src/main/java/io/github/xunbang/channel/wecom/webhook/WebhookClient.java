package io.github.xunbang.channel.wecom.webhook;

import io.github.xunbang.outbox.PermanentDeliveryException;
import io.github.xunbang.outbox.TransientDeliveryException;
import io.github.xunbang.outbox.UnknownDeliveryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.apache.Utf8ResponseHandler;
import me.chanjar.weixin.cp.api.WxCpGroupRobotService;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.mime.FormBodyPartBuilder;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.apache.http.entity.mime.MIME;
import org.apache.http.entity.mime.MultipartEntityBuilder;
import org.apache.http.entity.mime.content.ByteArrayBody;
import org.apache.http.impl.client.CloseableHttpClient;
import org.springframework.util.DigestUtils;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The calls of the group webhook: WxJava's where it has them (wecom.md section 4.2). */
final class WebhookClient {

  /** How often a call is tried while WeCom says that it is busy. */
  private static final int TRIES = 3;

  private static final String SEND = "/cgi-bin/webhook/send?key=";
  private static final String UPLOAD = "/cgi-bin/webhook/upload_media?type=file&key=";

  /**
   * Bounds in real time.
   *
   * @param connect to reach WeCom
   * @param read for its answer
   * @param busy between tries while it is busy
   */
  record Timings(Duration connect, Duration read, Duration busy) {

    static final Timings PRODUCTION =
        new Timings(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(1));
  }

  /** One call of WxJava. */
  @FunctionalInterface
  private interface Call<T> {

    T run() throws WxErrorException, IOException;
  }

  private final JsonMapper json = JsonMapper.builder().build();
  private final String base;
  private final Timings timings;

  /** Made when first needed: few installations use webhooks, and starting is to be quick. */
  private final Supplier<SilentWxCpService> wx = SingletonSupplier.of(this::connect);

  WebhookClient(String base, Timings timings) {
    this.base = base;
    this.timings = timings;
  }

  private SilentWxCpService connect() {
    WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
    config.setBaseApiUrl(base);
    config.setApacheHttpClientBuilder(new WebhookHttp(timings.connect(), timings.read()));
    SilentWxCpService service = new SilentWxCpService();
    service.setWxCpConfigStorage(config);
    return service;
  }

  /** Sends plain text and notifies {@code userIds}. */
  void text(WebhookKey key, String content, List<String> userIds) {
    call(key, () -> run(() -> robot().sendText(url(key), content, userIds, List.of())));
  }

  void markdown(WebhookKey key, String content) {
    call(key, () -> run(() -> robot().sendMarkdown(url(key), content)));
  }

  /** Sends markdown with tables, which WxJava would send without its content. */
  void markdownV2(WebhookKey key, String content) {
    ObjectNode body = json.createObjectNode().put("msgtype", "markdown_v2");
    body.putObject("markdown_v2").put("content", content);
    call(key, () -> wx.get().postWithoutToken(url(key), json.writeValueAsString(body)));
  }

  void image(WebhookKey key, byte[] picture) {
    String base64 = Base64.getEncoder().encodeToString(picture);
    String md5 = DigestUtils.md5DigestAsHex(picture);
    call(key, () -> run(() -> robot().sendImage(url(key), base64, md5)));
  }

  /** Shows an uploaded file. */
  void file(WebhookKey key, String mediaId) {
    call(key, () -> run(() -> robot().sendFile(url(key), mediaId)));
  }

  /**
   * Uploads a file, which shows nothing yet, and returns its media id. So a missing answer is no
   * doubt about the post: it may be tried again.
   */
  String upload(WebhookKey key, String name, byte[] content) {
    try {
      return call(key, () -> mediaId(post(key, name, content)));
    } catch (UnknownDeliveryException e) {
      throw new TransientDeliveryException(String.valueOf(e.getMessage()), null);
    }
  }

  private String post(WebhookKey key, String name, byte[] content) throws IOException {
    String disposition =
        "form-data; name=\"media\"; filename=\"%s\"; filelength=%d".formatted(name, content.length);
    ByteArrayBody body = new ByteArrayBody(content, ContentType.APPLICATION_OCTET_STREAM, name);
    HttpPost post = new HttpPost(base + UPLOAD + key.value());
    post.setEntity(
        MultipartEntityBuilder.create()
            .setMode(HttpMultipartMode.RFC6532)
            .setCharset(StandardCharsets.UTF_8)
            .addPart(
                FormBodyPartBuilder.create("media", body)
                    .setField(MIME.CONTENT_DISPOSITION, disposition)
                    .build())
            .build());
    CloseableHttpClient http = wx.get().getRequestHttpClient();
    return http.execute(post, Utf8ResponseHandler.INSTANCE);
  }

  private String mediaId(String answer) throws WxErrorException {
    WxError error = WxError.fromJson(answer);
    if (error.getErrorCode() != 0) {
      throw new WxErrorException(error);
    }
    String mediaId = json.readTree(answer).path("media_id").asString("");
    if (mediaId.isEmpty()) {
      throw new IllegalStateException("No media id");
    }
    return mediaId;
  }

  private WxCpGroupRobotService robot() {
    return wx.get().getGroupRobotService();
  }

  private String url(WebhookKey key) {
    return base + SEND + key.value();
  }

  /** A call without a result. */
  private interface Action {

    void run() throws WxErrorException;
  }

  private static String run(Action action) throws WxErrorException {
    action.run();
    return "";
  }

  private <T> T call(WebhookKey key, Call<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(key, call);
      } catch (WebhookErrors.BusyException busy) {
        if (attempt == TRIES) {
          // More tries are forbidden; for good means that the group's own channel takes the post.
          throw new PermanentDeliveryException(
              busy.getMessage() + " after " + TRIES + " tries", null);
        }
        LockSupport.parkNanos(timings.busy().toNanos());
      }
    }
  }

  private static <T> T once(WebhookKey key, Call<T> call) {
    try {
      return call.run();
    } catch (WxErrorException e) {
      throw WebhookErrors.of(e, key);
    } catch (IOException e) {
      throw WebhookErrors.of(e, key);
    } catch (com.google.gson.JsonParseException | JacksonException | IllegalStateException e) {
      // Answered with something that is no answer of WeCom's; a proxy, perhaps.
      throw new UnknownDeliveryException("webhook: unreadable answer", null);
    }
  }
}
