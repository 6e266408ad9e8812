package io.github.xunbang.digest;

import io.github.xunbang.calendar.PeriodType;

/**
 * What the boards of a kind of period are called.
 *
 * @param board the title's word
 * @param running 本旬, 本月 …
 * @param thisOne 这一旬, 这个月 …
 */
record PostWords(String board, String running, String thisOne) {

  static PostWords of(PeriodType type) {
    return switch (type) {
      case DAY -> new PostWords("日榜", "今天", "今天");
      case WEEK -> new PostWords("周榜", "本周", "这一周");
      case XUN -> new PostWords("旬榜", "本旬", "这一旬");
      case HALF_MONTH -> new PostWords("半月榜", "本半月", "这半个月");
      case MONTH -> new PostWords("月榜", "本月", "这个月");
      case QUARTER -> new PostWords("季榜", "本季", "这个季度");
      case YEAR -> new PostWords("年榜", "本年", "这一年");
      case CAMPAIGN -> new PostWords("活动榜", "本次活动", "这次活动");
    };
  }
}
