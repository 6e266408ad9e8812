package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.PersonName;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.organization.UnitTree;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that describes a person: the name first, then position, unit and 编外 in free order.
 *
 * @param name checked
 * @param position checked, or null when the line does not say
 * @param unit the unit meant, or null
 * @param unknownUnit what looks like a unit but is none yet, or null
 * @param guest whether the person reports without quota (S-26), or null when the line does not say
 */
record RosterLine(
    String name,
    @Nullable String position,
    @Nullable Unit unit,
    @Nullable String unknownUnit,
    @Nullable Boolean guest) {

  private static final Pattern UNIT_LIKE = Pattern.compile("\\S+(?:组|店|部|队|区|团|中心|公司)");
  private static final Set<String> GUEST = Set.of("编外", "嘉宾");
  private static final Set<String> REGULAR = Set.of("转正", "在编", "正式");

  /** Whether a line is the heading of a pasted table. */
  static boolean isHeading(TypedLine line) {
    return Set.of("姓名", "名字", "人员").contains(line.words().get(0));
  }

  /**
   * Reads a line with the units of {@code tree}.
   *
   * @throws CommandRejectedException when the name is no name or a word is too much
   */
  static RosterLine read(TypedLine line, UnitTree tree, LocalDate today) {
    String first = line.words().get(0);
    String name = PersonName.checked(first.startsWith("@") ? first.substring(1) : first);
    String position = null;
    Unit unit = null;
    String unknown = null;
    Boolean guest = null;
    for (String word : line.words().subList(1, line.words().size())) {
      List<Unit> found = tree.find(word, today);
      if (GUEST.contains(word) || REGULAR.contains(word)) {
        guest = GUEST.contains(word);
      } else if (unit == null && !found.isEmpty()) {
        unit = only(found, word);
      } else if (found.isEmpty() && unknown == null && UNIT_LIKE.matcher(word).matches()) {
        unknown = PersonName.checkedLabel("小组", word);
      } else if (found.isEmpty() && position == null) {
        position = PersonName.checkedLabel("岗位", word);
      } else {
        throw new CommandRejectedException(
            "“%s”是多出来的，一行一人：张敏 电话营销员 一组".formatted(UntrustedText.oneLine(word, 12)));
      }
    }
    return new RosterLine(name, position, unit, unknown, guest);
  }

  private static Unit only(List<Unit> found, String word) {
    if (found.size() > 1) {
      throw new CommandRejectedException(
          "有%d个“%s”，请带上级写，例如：一区%s".formatted(found.size(), word, word));
    }
    return found.get(0);
  }
}
