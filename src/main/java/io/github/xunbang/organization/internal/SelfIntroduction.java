package io.github.xunbang.organization.internal;

import io.github.xunbang.organization.PersonName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands after 我是: a name, then position and unit if given. 我是说…, 我是不是第一 and the like
 * introduce nobody.
 *
 * @param name as typed
 * @param position as typed, or null
 * @param unit as typed, or null
 */
record SelfIntroduction(String name, @Nullable String position, @Nullable String unit) {

  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?:说|谁|不|想|问|指|哪|这|你|我|他|她|昨天|今天|明天|什么|怎么|为什么|刚|第[一二三几])\\S*"
              + "|\\S*(?:的|了|吗|呢|吧|啊|么)"
              + "|经理|组长|成员|组员|管理员|店长|主管|老板|新人|新来|业务员|机器人");
  private static final Pattern UNIT = Pattern.compile("\\S+(?:组|店|部|队|区|团|中心|公司)");

  /** Reads {@code input}; empty when it introduces nobody. */
  static Optional<SelfIntroduction> read(String input) {
    List<String> words =
        Arrays.stream(PersonName.normalized(input).split("[\\s,、/]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty() || words.size() > 3 || NO_NAME.matcher(words.get(0)).matches()) {
      return Optional.empty();
    }
    String name = words.get(0);
    if (words.size() == 3) {
      return Optional.of(new SelfIntroduction(name, words.get(1), words.get(2)));
    }
    String second = words.size() == 2 ? words.get(1) : null;
    boolean unit = second != null && UNIT.matcher(second).matches();
    return Optional.of(new SelfIntroduction(name, unit ? null : second, unit ? second : null));
  }
}
