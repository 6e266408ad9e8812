package io.github.xunbang.channel.wecom.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.boards.FakeOrganizations;
import io.github.xunbang.boards.Teams;
import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.outbox.PermanentDeliveryException;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import io.github.xunbang.storage.FieldCipher;
import io.github.xunbang.storage.TestCiphers;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys set, tried and taken away in chat; on the real store and a fake of WeCom. */
class WebhookSetupIT {

  private static final Conversation FIRST = Conversation.group("aibot", "wrGroup1");
  private static final Conversation SECOND = Conversation.group("aibot", "wrGroup2");
  private static final String ADDRESS =
      "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + WebhookRig.KEY;
  private static final String OTHER_KEY = "11111111-2222-3333-4444-55555555bbbb";

  private final EmbeddedTestDatabase database = EmbeddedTestDatabase.inMemory();
  private final WebhookRig rig = new WebhookRig();
  private final FakeOrganizations organizations = new FakeOrganizations();
  private final Webhooks webhooks = webhooks(TestCiphers.withKey());
  private final WebhookGroups groups = new WebhookGroups(organizations);
  private final WebhookSetup setup = new WebhookSetup(webhooks, groups);
  private final WebhookTrial trial = new WebhookTrial(webhooks, groups, rig.sender);
  private final WebhookDelivery delivery = new WebhookDelivery(webhooks, rig.sender);

  @AfterEach
  void stop() {
    rig.close();
    database.close();
  }

  @Test
  void anAdministratorGivesAGroupItsKeyAndReadsItsEndOnly() {
    twoGroups();

    String answer = admin("一组群 " + ADDRESS);

    assertThat(answer)
        .startsWith("已设好：“一组群”用群机器人")
        .contains("末4位 5aaa", "渠道 测试 一组群")
        .doesNotContain(WebhookRig.KEY);
    assertThat(admin("")).contains("“一组群”：群机器人已接通（密钥末4位 5aaa）", "“二组群”：没有群机器人");
    assertThat(delivery.serves(FIRST)).isTrue();
    assertThat(delivery.serves(SECOND)).isFalse();
    assertThat(delivery.serves(Conversation.privateChat("aibot", "wrGroup1"))).isFalse();
    assertThat(stored()).isNotEmpty().noneMatch(document -> document.contains(WebhookRig.KEY));
  }

  @Test
  void theOnlyGroupNeedsNoName() {
    organizations.put(Teams.of("张敏").withGroups(List.of(new ChatGroup(FIRST, true))));

    assertThat(admin(WebhookRig.KEY)).startsWith("已设好：一部的群用群机器人").contains("渠道 测试\n");
    assertThat(delivery.serves(FIRST)).isTrue();
  }

  @Test
  void aKeySaidInAGroupIsNotStoredAndHasToBeReset() {
    twoGroups();

    String answer = SetupCalls.say(setup, FIRST, Access.ADMIN, "o1", "一组群 " + ADDRESS);

    assertThat(answer).contains("没有存", "重置", "私聊").doesNotContain(WebhookRig.KEY);
    assertThat(SetupCalls.say(setup, FIRST, Access.ADMIN, "o1", "一组群 删除")).startsWith("群机器人请私聊");
    assertThat(stored()).isEmpty();
  }

  @Test
  void nobodyElseSetsKeysAndNoKeyIsStoredPlainly() {
    twoGroups();
    WebhookSetup plain = new WebhookSetup(webhooks(TestCiphers.plain()), groups);

    assertThat(SetupCalls.say(setup, SetupCalls.PRIVATE, Access.MANAGER, "o1", "一组群 " + ADDRESS))
        .contains("只有管理员能设");
    assertThat(SetupCalls.say(trial, SetupCalls.PRIVATE, Access.MANAGER, "o1", "一组群"))
        .contains("只有管理员能设");
    assertThat(SetupCalls.say(plain, SetupCalls.PRIVATE, Access.ADMIN, "o1", "一组群 " + ADDRESS))
        .contains("没有存", "openssl rand -base64 32", "XUNBANG_ENCRYPTION_KEY");
    assertThat(SetupCalls.say(setup, SetupCalls.PRIVATE, Access.ADMIN, null, "一组群 " + ADDRESS))
        .contains("还没看到你在哪个团队");
    assertThat(stored()).isEmpty();
  }

  @Test
  void badInputReadsWhatToTypeInstead() {
    twoGroups();
    admin("一组群 " + ADDRESS);

    assertThat(admin("三组群 " + ADDRESS)).contains("没找到这个群", "一组群、二组群");
    assertThat(admin(ADDRESS)).contains("有好几个群", "一组群、二组群");
    assertThat(admin("一组群 https://oapi.dingtalk.com/robot/send?access_token=abc"))
        .contains("没看懂这个地址");
    assertThat(admin("二组群 " + WebhookRig.KEY)).contains("已经给“一组群”用了");
    assertThat(admin("二组群 删除")).contains("没有设群机器人");
    assertThat(SetupCalls.say(trial, SetupCalls.PRIVATE, Access.ADMIN, "o1", "二组群"))
        .contains("还没有群机器人");
    assertThat(admin("二组群")).isEqualTo("“二组群”：没有群机器人，提醒@不到人");
  }

  @Test
  void aKeyIsReplacedAndTakenAway() {
    twoGroups();
    admin("一组群 " + ADDRESS);

    assertThat(admin("一组群 " + OTHER_KEY)).contains("末4位 bbbb");
    assertThat(admin("一组群 删除")).contains("已删除");

    assertThat(delivery.serves(FIRST)).isFalse();
    assertThat(stored()).isEmpty();
  }

  @Test
  void aDeadKeyServesNobodyUntilItIsSetAgainOrTakenAgain() {
    twoGroups();
    admin("一组群 " + ADDRESS);
    rig.answer(93000);

    assertThatThrownBy(() -> delivery.deliver(FIRST, OutboundMessage.text("你好")))
        .isInstanceOf(PermanentDeliveryException.class)
        .hasMessageNotContaining(WebhookRig.KEY);

    assertThat(delivery.serves(FIRST)).isFalse();
    assertThat(admin("一组群")).contains("失效了（93000）");
    assertThat(tryOut()).contains("不认这个群机器人了（93000）");
    rig.answer(0);
    assertThat(tryOut()).startsWith("已发到“一组群”");
    assertThat(delivery.serves(FIRST)).isTrue();
  }

  @Test
  void aPostRefusedForGoodLeavesTheKeyInUse() {
    twoGroups();
    admin("一组群 " + ADDRESS);
    rig.answer(40058);

    assertThatThrownBy(() -> delivery.deliver(FIRST, OutboundMessage.text("你好")))
        .isInstanceOf(PermanentDeliveryException.class);

    assertThat(delivery.serves(FIRST)).isTrue();
    assertThat(tryOut()).contains("现在没收下");
  }

  @Test
  void anotherInstanceSeesTheKeyWithinSeconds() {
    twoGroups();
    WebhookDelivery other = new WebhookDelivery(webhooks(TestCiphers.withKey()), rig.sender);
    assertThat(other.serves(FIRST)).isFalse();

    admin("一组群 " + ADDRESS);

    Awaitility.await().atMost(Duration.ofSeconds(8)).until(() -> other.serves(FIRST));
  }

  @Test
  void aGroupThatMovedToAnotherOrganizationDoesNotTakeTheKeyAlong() {
    twoGroups();
    admin("一组群 " + ADDRESS);

    organizations.put(Teams.of("张敏").withGroups(List.of(new ChatGroup(SECOND, true))));

    assertThat(delivery.serves(FIRST)).isFalse();
  }

  @Test
  void keysOfADeletedOrganizationAreForgotten() {
    twoGroups();
    admin("一组群 " + ADDRESS);

    webhooks.on(new OrganizationDeleted("o1"));

    assertThat(stored()).isEmpty();
    assertThat(delivery.serves(FIRST)).isFalse();
  }

  private void twoGroups() {
    organizations.put(
        Teams.of("张敏")
            .withGroups(
                List.of(
                    new ChatGroup(FIRST, true).named("一组群"),
                    new ChatGroup(SECOND, true).named("二组群"))));
  }

  private String admin(String input) {
    return SetupCalls.say(setup, SetupCalls.PRIVATE, Access.ADMIN, "o1", input);
  }

  private String tryOut() {
    return SetupCalls.say(trial, SetupCalls.PRIVATE, Access.ADMIN, "o1", "一组群");
  }

  private Webhooks webhooks(FieldCipher cipher) {
    return new Webhooks(
        new WebhookRepository(database.template()), cipher, organizations, rig.realTime);
  }

  private List<String> stored() {
    return database.template().findAll(Document.class, "webhooks").stream()
        .map(Document::toString)
        .toList();
  }
}
