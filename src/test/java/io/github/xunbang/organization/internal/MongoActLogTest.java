package io.github.xunbang.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MongoActLogTest {

  @Test
  void secretsAndPhonesAreLeftOut() {
    assertThat(
            MongoActLog.withoutSecrets(
                "渠道 群机器人 https://example.test/send?key=abc 693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa"))
        .isEqualTo("渠道 群机器人 （链接） （密钥）");
    assertThat(MongoActLog.withoutSecrets("加人 张敏 13812345678")).isEqualTo("加人 张敏 138××××5678");
    assertThat(MongoActLog.withoutSecrets("设置 封榜时间 08:30")).isEqualTo("设置 封榜时间 08:30");
  }
}
