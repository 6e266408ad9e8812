package io.github.xunbang.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.storage.TestCiphers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * With a key, a customer's full phone stands nowhere: in no document, no log line and no group
 * post; only in the private answer to its owner or a manager.
 */
@TestPropertySource(properties = "xunbang.encryption-key=" + TestCiphers.KEY)
class PhonesStayPrivateIT extends FrontDoorTest {

  private static final List<String> PHONES =
      List.of("13812345678", "13987654321", "02886512345", "13700001111", "18600002222");

  @Autowired private MongoTemplate mongo;

  @Test
  void noFullPhoneIsStoredLoggedOrPostedInAGroup() {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger own = (Logger) LoggerFactory.getLogger("io.github.xunbang");
    Level before = own.getLevel();
    lines.start();
    root.addAppender(lines);
    own.setLevel(Level.DEBUG);
    String group = newGroup();
    String answer;
    try {
      answer = chat(group);
    } finally {
      own.setLevel(before);
      root.detachAppender(lines);
    }

    assertThat(answer).contains("13812345678");
    assertThat(lines.list.stream().map(PhonesStayPrivateIT::text)).noneMatch(this::showsAPhone);
    assertThat(posts(group)).isNotEmpty().noneMatch(this::showsAPhone);
    assertThat(stored()).isNotEmpty().noneMatch(this::showsAPhone);
  }

  private String chat(String group) {
    say(group, "钱总", "成员");
    say(group, "张敏", "客户 王女士 138-1234-5678 高新区天府三街1号");
    say(group, "李强", "客户 王姐 13812345678 麓湖");
    say(group, "李强", "客户 李总 天府三街2号");
    say(group, "李强", "13987654321");
    say(group, "张敏", "客户 宏达装饰 (028)8651-2345 天府三街3号");
    say(group, "张敏", "客户 改 K1 电话 13700001111");
    say(group, "张敏", "客户 改 K1 电话 13812345678");
    say(group, "张敏", "客户 13812345678");
    say(group, "张敏", "客户 赵总 13812345678 18600002222 天府三街4号");
    say(group, "张敏", "客户 改 K1 备注 老公电话18600002222转告");
    say(group, "生人", "客户 钱姐 18600002222 天府三街5号");
    say(group, "张敏", "意向8 客户13812345678");
    sayPrivately("钱总", "客户 K1");
    return sayPrivately("张敏", "客户 王女士");
  }

  private Collection<String> stored() {
    List<String> documents = new ArrayList<>();
    for (String collection : mongo.getCollectionNames()) {
      mongo.findAll(Document.class, collection).stream()
          .map(document -> collection + " " + document)
          .forEach(documents::add);
    }
    return documents;
  }

  private boolean showsAPhone(String text) {
    String digits = text.replaceAll("[-. ()（）]", "");
    return PHONES.stream().anyMatch(digits::contains);
  }

  private static String text(ILoggingEvent event) {
    Stream<String> thrown =
        Stream.ofNullable(event.getThrowableProxy()).map(proxy -> proxy.getMessage() + "");
    Map<String, String> context = event.getMDCPropertyMap();
    return event.getFormattedMessage() + context + thrown.toList();
  }
}
