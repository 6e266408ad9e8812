package io.github.xunbang.organization.internal;

import io.github.xunbang.message.UntrustedText;
import java.util.ArrayList;
import java.util.List;

/** What became of each line of a pasted list, for one short answer. */
final class EditLog {

  private static final int NAMES_SHOWN = 8;
  private static final int REFUSALS_SHOWN = 10;

  private final List<String> added = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int unchanged;

  void added(String what) {
    added.add(what);
  }

  void changed(String what) {
    changed.add(what);
  }

  void unchanged() {
    unchanged++;
  }

  /** A line that was not taken, with what to do about it. */
  void refused(TypedLine line, String problem) {
    // The rest of the list shows how a line is written; 我是 is for people themselves.
    String reason = problem.replaceFirst("。请这样写：我是 .*$", "");
    refused.add(
        "第%d行“%s”：%s"
            .formatted(
                line.number(), UntrustedText.oneLine(String.join(" ", line.words()), 20), reason));
  }

  /** A sentence below the counts, once. */
  void note(String sentence) {
    if (!notes.contains(sentence)) {
      notes.add(sentence);
    }
  }

  boolean changedAnything() {
    return !added.isEmpty() || !changed.isEmpty();
  }

  boolean refusedAnything() {
    return !refused.isEmpty();
  }

  int count() {
    return added.size() + changed.size() + refused.size() + unchanged;
  }

  /** {@code 新增36：… / 改了2：… / 没变3 / 没登记1：…}. */
  String text() {
    List<String> lines = new ArrayList<>();
    if (!added.isEmpty()) {
      lines.add("新增" + added.size() + "：" + shown(added));
    }
    if (!changed.isEmpty()) {
      lines.add("改了" + changed.size() + "：" + shown(changed));
    }
    if (unchanged > 0) {
      lines.add("没变化" + unchanged);
    }
    if (!refused.isEmpty()) {
      lines.add("没登记" + refused.size() + "：");
      refused.stream().limit(REFUSALS_SHOWN).forEach(lines::add);
      if (refused.size() > REFUSALS_SHOWN) {
        lines.add("……还有" + (refused.size() - REFUSALS_SHOWN) + "行。改好后只发这些行就行");
      }
    }
    lines.addAll(notes);
    return String.join("\n", lines);
  }

  private static String shown(List<String> names) {
    String first = String.join("、", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
    return names.size() > NAMES_SHOWN ? first + " 等" : first;
  }
}
