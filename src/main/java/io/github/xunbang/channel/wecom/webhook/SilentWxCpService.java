package io.github.xunbang.channel.wecom.webhook;

import java.io.IOException;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.SimplePostRequestExecutor;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;

/**
 * WxJava logs the address and the body of every call that fails, and the key stands in the address.
 * This one says nothing.
 */
final class SilentWxCpService extends WxCpServiceImpl {

  @Override
  public String postWithoutToken(String url, String body) throws WxErrorException {
    try {
      return SimplePostRequestExecutor.create(this).execute(url, body, WxType.CP);
    } catch (IOException e) {
      throw new WxErrorException(e);
    }
  }
}
