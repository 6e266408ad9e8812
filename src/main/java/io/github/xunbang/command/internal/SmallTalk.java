package io.github.xunbang.command.internal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines that ask for nothing: each gets one kind sentence with what to type. */
final class SmallTalk {

  static final String WHAT_TO_TYPE = "发“日报 意向12 签单2”登记今天的数，发“帮助”看全部";

  private static final Set<String> GREETINGS =
      Set.of(
          "你好", "您好", "嗨", "哈喽", "hi", "hello", "在", "在吗", "在不在", "在么", "早", "早上好", "上午好", "中午好",
          "下午好", "晚上好", "晚安", "大家好", "大家早上好", "有人吗", "你是谁", "旬榜", "机器人");
  private static final Set<String> THANKS =
      Set.of(
          "谢谢", "谢谢你", "多谢", "感谢", "谢了", "收到", "好的", "好", "好滴", "ok", "okk", "嗯", "嗯嗯", "知道了", "明白",
          "明白了", "辛苦", "辛苦了", "了解", "哈哈", "哈哈哈", "赞", "真棒", "厉害", "棒", "加油");
  private static final Pattern ATTENDANCE = Pattern.compile("^(上班|下班)?(打卡|签到|签退|考勤).{0,6}$");

  /** Emoji as platforms transcribe them: [微笑], [图片]. */
  private static final Pattern BRACKETED = Pattern.compile("\\[[^\\[\\]\\n]{1,8}]|【[^】\\n]{1,4}】");

  private SmallTalk() {}

  /** The answer when {@code text} is small talk. */
  static Optional<String> answer(String text) {
    String bare = bare(text);
    if (bare.isEmpty()) {
      return Optional.of("我在。" + WHAT_TO_TYPE);
    }
    if (GREETINGS.contains(bare)) {
      return Optional.of("你好！" + WHAT_TO_TYPE);
    }
    if (THANKS.contains(bare)) {
      return Optional.of("不客气，加油！" + WHAT_TO_TYPE);
    }
    if (ATTENDANCE.matcher(bare).matches()) {
      return Optional.of("打卡签到请用企业微信或微信自带的考勤。报今天的数请发：日报 意向12 签单2");
    }
    return Optional.empty();
  }

  /** Letters and digits alone: no emoji, punctuation, blanks or bracketed transcripts. */
  private static String bare(String text) {
    StringBuilder bare = new StringBuilder();
    CommandText.fold(BRACKETED.matcher(text).replaceAll(""))
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }
}
