package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that describes a unit: name, unit above, class and kind in free order, of the two names
 * the unit's first ({@code 五店 一区 A类}).
 *
 * @param name as typed
 * @param parent as typed, or null
 * @param unitClass A, B or C, or null
 * @param kind 大区 小区 门店 小组 城市, or null when the line does not say
 */
record UnitLine(
    String name, @Nullable String parent, @Nullable String unitClass, @Nullable String kind) {

  static final Set<String> KINDS = Set.of("大区", "小区", "门店", "小组", "片区", "部门", "城市");

  private static final Pattern CLASS = Pattern.compile("(?i)([a-z])(?:类店?)?|(.)类店?");
  private static final Set<String> FILLERS = Set.of("新增", "新建", "属于", "归", "上级", "类别", "调到", "到");

  /** Whether a line is the heading of a pasted table. */
  static boolean isHeading(TypedLine line) {
    return Set.of("店名", "门店", "名称", "单位", "门店名称", "门店名", "小区", "大区", "小组")
            .contains(line.words().get(0))
        && line.words().stream()
            .allMatch(word -> word.matches("店名|名称|单位|门店名?称?|.?区|小组|区域|上级|类别|等级|级别|类型|所属.*"));
  }

  /**
   * Reads a line.
   *
   * @throws CommandRejectedException when it has no name, too many words or an unknown class
   */
  static UnitLine read(TypedLine line) {
    List<String> names = new ArrayList<>();
    String unitClass = null;
    String kind = null;
    for (String word : line.words()) {
      Matcher classed = CLASS.matcher(word);
      if (classed.matches()) {
        unitClass = checkedClass(classed, word);
      } else if (KINDS.contains(word)) {
        kind = word;
      } else if (!FILLERS.contains(word)) {
        names.add(word);
      }
    }
    if (names.isEmpty()) {
      throw new CommandRejectedException("没写名称，例如：五店 一区 A类");
    }
    if (names.size() > 2) {
      throw new CommandRejectedException(
          "“%s”是多出来的，一行一个：五店 一区 A类".formatted(UntrustedText.oneLine(names.get(2), 12)));
    }
    return new UnitLine(names.get(0), names.size() == 2 ? names.get(1) : null, unitClass, kind);
  }

  /** The kind that a name suggests. */
  static String kindOf(String name) {
    if (name.endsWith("大区")) {
      return "大区";
    }
    if (name.endsWith("区")) {
      return "小区";
    }
    return name.matches(".*[组队部]") ? "小组" : "门店";
  }

  private static String checkedClass(Matcher classed, String word) {
    String letter =
        classed.group(1) == null ? "" : classed.group(1).toUpperCase(java.util.Locale.ROOT);
    if (!Set.of("A", "B", "C").contains(letter)) {
      throw new CommandRejectedException(
          "类别只有A、B、C，没有“%s”".formatted(UntrustedText.oneLine(word, 6)));
    }
    return letter;
  }
}
