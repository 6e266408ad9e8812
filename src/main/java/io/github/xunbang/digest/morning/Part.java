package io.github.xunbang.digest.morning;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a 晨会 that managers give items for; the third, yesterday and progress, is counted.
 */
enum Part {
  MARKET("市场", "市场动态|市场|行情"),
  NOTICE("通知", "通知|消息|任务"),
  CASE("案例", "案例分享|案例|经验"),
  SLOGAN("口号", "口号|士气");

  private final String word;
  private final Pattern head;

  Part(String word, String words) {
    this.word = word;
    this.head = Pattern.compile("(?s)^(?:" + words + ")(?:\\s*[:：]\\s*|\\s+|$)(.*)$");
  }

  String word() {
    return word;
  }

  /**
   * A part that a line begins with.
   *
   * @param rest what follows it
   */
  record Found(Part part, String rest) {}

  static Optional<Found> read(String line) {
    for (Part part : values()) {
      Matcher matcher = part.head.matcher(line);
      if (matcher.matches()) {
        return Optional.of(new Found(part, matcher.group(1).strip()));
      }
    }
    return Optional.empty();
  }
}
