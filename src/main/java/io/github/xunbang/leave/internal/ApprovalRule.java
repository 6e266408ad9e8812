package io.github.xunbang.leave.internal;

import io.github.xunbang.command.TypedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which leave stands without 批准, as a manager says it: 全部 (none), 全部免批, 免批 病假,调休, 3天以内免批. The
 * stored text is what people read.
 */
final class ApprovalRule {

  static final String ALL = "全部";
  private static final String NONE = "全部免批";

  /** What stood for {@link #NONE} before there were kinds and days. */
  private static final String AUTOMATIC = "自动";

  private static final String FREE = "免批 ";
  private static final Set<String> YES =
      Set.of("全部", "全部要批", "都要批", "要", "要批", "需要", "是", "开", "打开", "审批", "默认");
  private static final Set<String> NO =
      Set.of("全部免批", "都免批", "自动", "不要", "不用", "不用批", "否", "关", "关闭", "免批");
  private static final Pattern DAYS =
      Pattern.compile(
          "(?:免批)?\\s*(\\d{1,2}(?:\\.5)?|半|[一二两三四五六七八九十])\\s*(?:个工作日|天)(?:以内|之内|内|及以下|以下)\\s*(?:免批|不用批)?");
  private static final Pattern STORED_DAYS = Pattern.compile("(\\d{1,2}(?:\\.5)?)天以内免批");
  private static final String NUMERALS = "一二三四五六七八九十";

  private ApprovalRule() {}

  /** The text to store, if the typed one can be read. */
  static Optional<String> parse(String typed) {
    String text = TypedText.normalize(TypedText.clean(typed)).strip();
    if (YES.contains(text)) {
      return Optional.of(ALL);
    }
    if (NO.contains(text)) {
      return Optional.of(NONE);
    }
    Matcher days = DAYS.matcher(text);
    return days.matches() ? Optional.of(number(days.group(1)) + "天以内免批") : kinds(text);
  }

  private static Optional<String> kinds(String text) {
    List<String> kinds = new ArrayList<>();
    for (String word : text.replaceFirst("^免批|免批$", "").strip().split("[\\s,，、和]+")) {
      Optional<String> kind = LeaveKinds.named(word);
      if (kind.isEmpty() || !text.contains("免批")) {
        return Optional.empty();
      }
      if (!kinds.contains(kind.get())) {
        kinds.add(kind.get());
      }
    }
    return Optional.of(FREE + String.join(",", kinds));
  }

  /** What a manager reads of a stored text. */
  static String shown(String stored) {
    return stored.equals(AUTOMATIC)
        ? NONE
        : stored.isEmpty() || YES.contains(stored) ? ALL : stored;
  }

  /** Whether leave of this kind and of so many workdays stands by itself. */
  static boolean isFree(String stored, String kind, BigDecimal workdays) {
    if (stored.equals(AUTOMATIC) || stored.equals(NONE)) {
      return true;
    }
    Matcher days = STORED_DAYS.matcher(stored);
    if (days.matches()) {
      return workdays.compareTo(new BigDecimal(days.group(1))) <= 0;
    }
    return stored.startsWith(FREE)
        && List.of(stored.substring(FREE.length()).split(",")).contains(kind);
  }

  private static String number(String typed) {
    if (typed.equals("半")) {
      return "0.5";
    }
    return Character.isDigit(typed.charAt(0))
        ? typed
        : String.valueOf(typed.equals("两") ? 2 : NUMERALS.indexOf(typed) + 1);
  }
}
