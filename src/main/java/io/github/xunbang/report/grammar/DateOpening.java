package io.github.xunbang.report.grammar;

import io.github.xunbang.report.grammar.Item.DateItem;
import io.github.xunbang.report.grammar.Item.MentionItem;
import io.github.xunbang.report.grammar.Item.NameItem;
import io.github.xunbang.report.grammar.Item.PictureItem;
import io.github.xunbang.report.grammar.Item.StrangerItem;
import io.github.xunbang.report.grammar.Item.SubjectItem;
import io.github.xunbang.report.grammar.Item.WordItem;
import java.util.List;

/** Tells date words that open a block from those that stand in a sentence. */
final class DateOpening {

  private DateOpening() {}

  /** For each item, whether it is a date before anything that counts. */
  static boolean[] of(List<Item> items) {
    boolean[] opens = new boolean[items.size()];
    boolean content = false;
    for (int i = items.size() - 1; i >= 0; i--) {
      Item item = items.get(i);
      if (item instanceof DateItem date) {
        opens[i] = content || date.header();
        content = false;
      } else {
        boolean idle =
            item instanceof WordItem
                || item instanceof MentionItem
                || item instanceof PictureItem
                || item instanceof StrangerItem
                || item instanceof SubjectItem
                || item instanceof NameItem;
        content |= !idle;
      }
    }
    return opens;
  }
}
