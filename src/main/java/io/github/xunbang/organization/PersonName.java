package io.github.xunbang.organization;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may stand on a roster: names, positions and units. Only Chinese and Latin letters, digits
 * and the dot of 阿依·古丽 pass, so that no name can carry markup, a mention or a look-alike of another
 * script, and every name is one token of a report line.
 */
public final class PersonName {

  private static final int MIN = 2;
  private static final int MAX = 20;
  private static final int LABEL_MAX = 12;

  private static final Pattern LIKELY = Pattern.compile("[\\p{IsHan}&&[^员理管长购售销组店部区队师监服]]{2,3}");

  /** Words that a report line needs for something else. */
  private static final Set<String> RESERVED =
      Set.of("合计", "总计", "小计", "个人", "本人", "自己", "全部", "全体", "所有人", "大家", "团队", "姓名");

  private PersonName() {}

  /** Full-width letters and the dots of several keyboards brought to one form. */
  public static String normalized(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().replaceAll("[•・‧∙⋅]", "·");
  }

  /**
   * The name in its stored form.
   *
   * @throws CommandRejectedException when it cannot be a name
   */
  public static String checked(String typed) {
    String name = normalized(typed);
    if (!usable(name)) {
      throw new CommandRejectedException(
          "“%s”不能当名字：请用2到20个字，只要汉字、字母、数字和·。请这样写：我是 张敏"
              .formatted(UntrustedText.oneLine(typed, MAX)));
    }
    return name;
  }

  /**
   * A position or unit in its stored form.
   *
   * @param what 岗位 or 小组, for the refusal
   * @throws CommandRejectedException when it cannot be shown in posts
   */
  public static String checkedLabel(String what, String typed) {
    String label = normalized(typed);
    int length = label.codePointCount(0, label.length());
    if (length == 0 || length > LABEL_MAX || !label.codePoints().allMatch(PersonName::allowed)) {
      throw new CommandRejectedException(
          "%s“%s”没看懂：最长12个字，只要汉字、字母和数字。请这样写：我是 张敏 电话营销员 一组"
              .formatted(what, UntrustedText.oneLine(typed, LABEL_MAX)));
    }
    return label;
  }

  /** Whether two or three characters read like a name, none of them typical of a job or unit. */
  public static boolean looksLikeName(String word) {
    return LIKELY.matcher(word).matches();
  }

  /** A usable name made from a vendor's name (which may hold emoji), if any is left of it. */
  public static Optional<String> fromVendor(@Nullable String vendorName) {
    if (vendorName == null) {
      return Optional.empty();
    }
    StringBuilder kept = new StringBuilder();
    normalized(vendorName).codePoints().filter(PersonName::allowed).forEach(kept::appendCodePoint);
    return Optional.of(kept.toString()).filter(PersonName::usable);
  }

  private static boolean usable(String name) {
    int length = name.codePointCount(0, name.length());
    return length >= MIN
        && length <= MAX
        && !RESERVED.contains(name)
        && name.codePoints().allMatch(PersonName::allowed)
        && name.codePoints().anyMatch(Character::isLetter)
        && Character.isLetterOrDigit(name.codePointAt(0));
  }

  private static boolean allowed(int point) {
    if (point == '·' || (point >= '0' && point <= '9')) {
      return true;
    }
    UnicodeScript script = UnicodeScript.of(point);
    return Character.isLetter(point)
        && (script == UnicodeScript.HAN || script == UnicodeScript.LATIN);
  }
}
