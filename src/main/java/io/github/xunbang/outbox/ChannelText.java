package io.github.xunbang.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The lines that 渠道 shows. */
final class ChannelText {

  private ChannelText() {}

  /** {@code 企业微信机器人：已连接，等发3条，上次暂时被拒}. */
  static String line(DeliveryChannel channel, String lastError, Map<String, Long> queues) {
    long queue = queues.getOrDefault(channel.channel(), 0L);
    return channel.title()
        + "："
        + (channel.ready() ? "已连接" : "没连上，消息先排队")
        + (queue == 0 ? "" : "，等发" + queue + "条")
        + (lastError.isEmpty() ? "" : "，上次" + words(lastError));
  }

  private static String words(String error) {
    return switch (error) {
      case "TransientDeliveryException" -> "暂时被拒（多半是发得太快）";
      case "PermanentDeliveryException" -> "被拒绝";
      case "UnknownDeliveryException" -> "没有回音";
      default -> "出错";
    };
  }

  /** {@code #3 旬榜 可能没送达 2小时前}. */
  static String line(TroublesDocument.Open open, Instant now) {
    return "#%d %s %s %s"
        .formatted(
            open.number(),
            open.title(),
            open.outcome() == PostState.UNKNOWN ? "可能没送达" : "没送达",
            age(Duration.between(open.at(), now)));
  }

  private static String age(Duration age) {
    if (age.toDays() > 0) {
      return age.toDays() + "天前";
    }
    return age.toHours() > 0 ? age.toHours() + "小时前" : Math.max(1, age.toMinutes()) + "分钟前";
  }
}
