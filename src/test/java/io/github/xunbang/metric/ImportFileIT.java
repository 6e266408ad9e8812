package io.github.xunbang.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Last year's figures as a file beside 导入 (S-72). */
class ImportFileIT extends FrontDoorTest {

  @ParameterizedTest
  @ValueSource(strings = {"GBK", "UTF-8"})
  void aTextFileBesideTheLineIsReadAsIfItHadBeenPasted(String charset) {
    String group = newGroup();
    say(group, "张敏", "签单2");
    say(group, "李强", "签单1");

    String answer =
        send(
            group,
            "导入 去年12月",
            "去年.csv",
            "姓名,签单,业绩\n张敏,20,18.6万\n李强,12,9万\n".getBytes(Charset.forName(charset)));

    assertThat(answer).contains("已导入2025年12月").contains("2").doesNotContain("看不了");
    assertThat(say(group, "张敏", "排名 业绩 去年12月")).contains("1. 张敏 18.6万\n2. 李强 9万");
  }

  @Test
  void aBadLineOfAFileIsNamedAndNothingIsStored() {
    String group = newGroup();
    say(group, "张敏", "签单2");

    String answer =
        send(
            group, "导入 去年12月", "去年.csv", "姓名,签单\n张敏,20\n王不在,很多\n".getBytes(StandardCharsets.UTF_8));

    assertThat(answer).contains("王不在");
    assertThat(say(group, "张敏", "排名 签单 去年12月")).doesNotContain("20单");
  }

  @Test
  void aFileAloneOrOfAnotherKindIsDeclined() {
    String group = newGroup();
    say(group, "张敏", "签单2");

    assertThat(send(group, "", "去年.csv", "姓名,签单\n张敏,20\n".getBytes(StandardCharsets.UTF_8)))
        .contains("文件我看不了");
    assertThat(send(group, "签单3", "合同.pdf", new byte[] {1, 2, 3})).contains("签单3", "文件我看不了");
  }

  private String send(String group, String text, String name, byte[] content) {
    Map<String, Object> message = message(group, "张敏", text);
    message.put(
        "file", Map.of("name", name, "base64", Base64.getEncoder().encodeToString(content)));
    StringBuilder texts = new StringBuilder();
    post(message).path("replies").forEach(reply -> texts.append(reply.path("text").asString()));
    return texts.toString();
  }
}
