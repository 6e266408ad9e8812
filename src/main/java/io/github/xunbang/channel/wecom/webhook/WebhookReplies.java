package io.github.xunbang.channel.wecom.webhook;

/** What people read about group webhooks; never a key, only its last four characters. */
final class WebhookReplies {

  static final String SETUP_HELP = "渠道 群机器人 一组群 地址：让提醒能@到人（管理员私聊发）";
  static final String TRY_HELP = "渠道 测试 一组群：用群机器人往群里发一条试试";

  static final String ADMINS_ONLY = "群机器人的地址只有管理员能设，请联系装旬榜的管理员";
  static final String NO_TEAM = "还没看到你在哪个团队。请先在团队群里发：我是 姓名，再私聊我发一次";
  static final String PRIVATELY = "群机器人请私聊我设，例如：渠道 群机器人 一组群 地址";
  static final String LEAKED =
      """
      地址里有密钥，群里人人看得到，拿到的人都能冒充机器人发消息，所以没有存。
      请撤回这条，在群机器人设置里重置地址，再私聊我发：渠道 群机器人 一组群 新地址""";
  static final String NO_ENCRYPTION =
      """
      没有存：旬榜还没有加密密钥，地址不能明着存。
      请在服务器上运行 openssl rand -base64 32，把结果设成 XUNBANG_ENCRYPTION_KEY（保管好，不能换），重启后再发一次""";
  static final String NO_GROUPS = "还没有绑定的群。请先在群里发：绑定 团队名";

  private WebhookReplies() {}

  static String list(String lines) {
    return lines + "\n设置请发：渠道 群机器人 群名 地址（群机器人设置里复制）";
  }

  static String line(String group, String state) {
    return group + "：" + state;
  }

  static String state(Webhook webhook) {
    return webhook.alive()
        ? "群机器人已接通（密钥末4位 " + webhook.key().end() + "）"
        : "群机器人失效了（" + webhook.refusedWith() + "），要重新设地址";
  }

  static String none() {
    return "没有群机器人，提醒@不到人";
  }

  static String unknownGroup(String names) {
    return "没找到这个群。有：" + names + "。请这样写：渠道 群机器人 群名 地址。给群起名：在群里发 设置 本群 叫 一组群";
  }

  static String whichGroup(String names) {
    return "有好几个群，请写上群名（有：" + names + "）：渠道 群机器人 群名 地址。给群起名：在群里发 设置 本群 叫 一组群";
  }

  static String notAnAddress() {
    return "没看懂这个地址。请在群机器人设置里复制整个 Webhook 地址，这样写：渠道 群机器人 一组群 地址";
  }

  static String taken(String group) {
    return "这个地址已经给“" + group + "”用了。请在这个群里另加一个群机器人，再发：渠道 群机器人 群名 地址";
  }

  static String set(String group, String named, WebhookKey key) {
    return """
    已设好：%s用群机器人发要@人的提醒和图片（密钥末4位 %s，已加密保存）。
    试一条请发：渠道 测试%s
    你发的那条里有密钥，可以删掉或撤回。"""
        .formatted(group, key.end(), named.isEmpty() ? "" : " " + named);
  }

  static String removed(String group) {
    return "已删除：" + group + "不再用群机器人，帖子由旬榜直接发，只是@不到人";
  }

  static String nothingToRemove(String group) {
    return group + "没有设群机器人，不用删。要设请发：渠道 群机器人 群名 地址";
  }

  static String notSet(String group) {
    return group + "还没有群机器人。请先私聊我设：渠道 群机器人 群名 地址";
  }

  static String test(String group) {
    return "【测试】群机器人接通了，以后要@人的提醒从这里发到" + group;
  }

  static String tried(String group) {
    return "已发到" + group + "，请到群里看一眼";
  }

  static String refused(String group, int errcode) {
    return "没发成：企业微信不认这个群机器人了（" + errcode + "）。请到" + group + "看它还在不在，再设一次：渠道 群机器人 群名 新地址";
  }

  static String later() {
    return "没发成：企业微信现在没收下，请过一两分钟再发：渠道 测试 群名";
  }

  static String unknown(String group) {
    return "发出去了，但企业微信没有回话，请到" + group + "看一眼";
  }
}
