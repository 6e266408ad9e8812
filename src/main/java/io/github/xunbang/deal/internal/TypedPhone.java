package io.github.xunbang.deal.internal;

import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.PhoneNumbers;

/**
 * Cuts phone numbers out of what was typed about a deal: they belong into 客户, encrypted, and into
 * no deal, act or post.
 *
 * @param text cleaned, each number replaced by ☎ and blanks, in all as many chars
 * @param found whether there was one, now or when the text was cut before
 */
record TypedPhone(String text, boolean found) {

  /** Where a number was cut out. */
  static final String MARK = "☎";

  static TypedPhone cut(String typed) {
    String kept =
        PhoneNumbers.replaced(
            TypedText.clean(typed), found -> MARK + " ".repeat(found.end() - found.start() - 1));
    return new TypedPhone(kept, kept.contains(MARK));
  }
}
