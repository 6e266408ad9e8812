package io.github.xunbang.metric;

import io.github.xunbang.message.UntrustedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the deal or customer behind a ledger line that nobody reported. */
public final class CreditText {

  private static final int SHOWN = 30;
  private static final Pattern NUMBER = Pattern.compile("(#\\d{1,9}\\s*)(.*)", Pattern.DOTALL);

  private CreditText() {}

  /** {@code （#12 王女士）}, the number as people may type it; empty for what was reported. */
  public static String of(LedgerEntry entry) {
    if (!entry.reason().isCredit()) {
      return "";
    }
    Matcher numbered = NUMBER.matcher(entry.text());
    String shown =
        numbered.matches()
            ? numbered.group(1) + UntrustedText.oneLine(numbered.group(2), SHOWN)
            : UntrustedText.oneLine(entry.text(), SHOWN);
    return "（" + shown + "）";
  }
}
