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

  private static final String FREE_TEXT =
      """
      张敏> 跟进 王女士 …
      张敏> 跟进 王女士 明天 …
      李强> 跟进 李总 完成 …
      李强> 我是 李强
      张敏> 派单 王女士 李强 周六量房 …
      李强> 不接 …
      张敏> 派单 撤回 P1 …
      李强> 转 李总 张敏 …
      张敏> 转 李总 …
      张敏> 签单 王女士 5.8万 …
      张敏> 签单 13812345678 5万
      张敏> 改 #1 客户 …
      张敏> 回款 #1 2万 …
      张敏> 退款 #1 1000 …
      张敏> 退单 #1 …
      钱总> 签单 赵总 5万 来源 …
      张敏> 外出 五店 王店长 …
      张敏> 外出 补 王店长 …
      张敏> 外出 …
      张敏> 外出 明天 …
      张敏> 待办 周五 …
      钱总> 待办 张敏 周五 …
      张敏> 待办 完成 T1 …
      张敏> 待办 取消 T2 …
      张敏> 计划 …
      张敏> 求助 …
      李强> 求助 答 H1 …
      张敏> 建议 …
      钱总> 建议 采纳 S1 …
      张敏> 竞品 红星 …
      张敏> 日报 意向6/小结：…/明日：…/困难：…
      李强> 日报 意向5 …
      李强> 意向五十左右 …
      李强> 改 意向 7 …
      李强> 口碑3 …
      张敏> 请假 12-08 …
      李强> 请假 12-08 事假 …
      钱总> 驳回 1 …
      钱总> 批准 2 …
      李强> 销假 …
      钱总> 代报/张敏 意向4 小结 …/李强 意向5
      钱总> 代报 张敏 意向 …
      张敏> …
      张敏> 帮我打 …
      钱总> 方案 …
      钱总> 目标 张敏 …
      钱总> 加人 …
      钱总> 加人 孙姐 …
      钱总> 小组 …
      钱总> 分工 …
      钱总> 设置 名称 …
      钱总> 设置 放假 …
      钱总> 成员 …
      张敏> 排名 …
      张敏> 为什么 …
      张敏> 我是 …
      张敏> 记录
      李强> 记录
      张敏> 为什么 意向
      钱总> 管理记录
      张敏> 待办
      钱总> 求助
      钱总> 建议
      张敏> 竞品
      李强> 客户 K2
      张敏> 跟进 王女士
      张敏> 外出
      张敏> 请假
      张敏> 未回款
      张敏> 撤销
      """;

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
    assertThat(posts(group).stream().filter(this::showsAPhone)).isEmpty();
    assertThat(stored().stream().filter(this::showsAPhone)).isEmpty();
    assertThat(lines.list.stream().map(PhonesStayPrivateIT::text).filter(this::showsAPhone))
        .isEmpty();
    assertThat(posts(group)).hasSizeGreaterThan(50);
    assertThat(stored()).hasSizeGreaterThan(50);
    assertThat(lines.list).isNotEmpty();
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
    everywhereElse(group);
    return sayPrivately("张敏", "客户 王女士");
  }

  /** Every command that takes free text, and what shows it again. */
  private void everywhereElse(String group) {
    String typed = "电话138 1234 5678、+86-139-8765-4321、(028)8651 2345、186 0000 2222";
    for (String line : FREE_TEXT.split("\n")) {
      say(group, line.split("> ")[0], line.split("> ")[1].replace("…", typed).replace("/", "\n"));
    }
    sayPrivately("钱总", "抽查");
    sayPrivately("张敏", "匿名建议 " + typed);
    Map<String, Object> quoted = message(group, "李强", "意向9");
    quoted.put("quote", "意向7 " + typed);
    post(quoted);
    turnClockTo(THURSDAY_EVENING.plusDays(1));
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
    String digits = text.replaceAll("[-.  ()（）]", "");
    return PHONES.stream().anyMatch(digits::contains);
  }

  private static String text(ILoggingEvent event) {
    Stream<String> thrown =
        Stream.ofNullable(event.getThrowableProxy()).map(proxy -> proxy.getMessage() + "");
    Map<String, String> context = event.getMDCPropertyMap();
    return event.getFormattedMessage() + context + thrown.toList();
  }
}
