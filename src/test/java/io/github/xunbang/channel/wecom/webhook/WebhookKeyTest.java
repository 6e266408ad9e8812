package io.github.xunbang.channel.wecom.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        WebhookRig.KEY,
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + WebhookRig.KEY,
        "https://proxy.example:8443/cgi-bin/webhook/send?debug=1&key=" + WebhookRig.KEY + "&x=1"
      })
  void readsTheAddressAndTheBareKey(String typed) {
    assertThat(WebhookKey.read(typed)).contains(new WebhookKey(WebhookRig.KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://oapi.dingtalk.com/robot/send?access_token=" + WebhookRig.KEY,
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=../../x",
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send",
        "一组群",
        "abc"
      })
  void refusesWhatIsNoKeyOfWeCom(String typed) {
    assertThat(WebhookKey.read(typed)).isEmpty();
  }

  @Test
  void showsItsEndOnly() {
    assertThat(new WebhookKey(WebhookRig.KEY)).hasToString("WebhookKey[…5aaa]");
  }
}
