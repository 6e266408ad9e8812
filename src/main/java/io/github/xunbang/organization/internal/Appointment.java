package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.organization.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be what, as typed after 任命: {@code 张敏 组长}, {@code 组长 张敏 李强}, a pasted table of both, or
 * the level in a line of its own above the names.
 *
 * @param name as typed, maybe with a 为 behind it
 * @param access the level
 */
record Appointment(String name, Access access) {

  private static final Pattern ATTACHED = Pattern.compile("(.+?)(经理|组长|成员|组员)");

  /** Everybody named, in order; empty when a name has no level or there is no name. */
  static List<Appointment> read(String input) {
    List<Appointment> all = new ArrayList<>();
    Access above = null;
    for (String line : input.lines().toList()) {
      Optional<Line> read = Line.read(line);
      if (read.isEmpty() || line.strip().matches("(姓名|名字)\\s+\\S+")) {
        continue;
      }
      Access access = read.get().access() == null ? above : read.get().access();
      if (access == null) {
        return List.of();
      }
      read.get().names().forEach(name -> all.add(new Appointment(name, access)));
      above = read.get().names().isEmpty() ? access : above;
    }
    return List.copyOf(all);
  }

  private record Line(List<String> names, @Nullable Access access) {

    /** A level stands alone, or behind the last name; empty when nothing is said. */
    static Optional<Line> read(String typed) {
      List<String> names = new ArrayList<>();
      Access access = null;
      for (String word : TypedLine.words(PersonName.normalized(typed))) {
        Optional<Access> level = AccessWords.read(word);
        Matcher attached = ATTACHED.matcher(word);
        if (level.isPresent()) {
          access = level.get();
        } else if (attached.matches() && access == null) {
          names.add(attached.group(1));
          access = AccessWords.read(attached.group(2)).orElseThrow();
        } else if (!word.matches("为|成|当|做|是|和")) {
          names.add(word);
        }
      }
      return names.isEmpty() && access == null
          ? Optional.empty()
          : Optional.of(new Line(List.copyOf(names), access));
    }
  }
}
