package io.github.xunbang.storage;

/** How a field looks in the database: encrypted ones by prefix, plain ones as they are. */
final class StoredForm {

  static final String ENCRYPTED = "enc1:";

  /** Marks a plain text that would otherwise look like one of ours. */
  private static final String PLAIN = "plain1:";

  private StoredForm() {}

  static String plain(String text) {
    return text.startsWith(ENCRYPTED) || text.startsWith(PLAIN) ? PLAIN + text : text;
  }

  static String readPlain(String stored) {
    return stored.startsWith(PLAIN) ? stored.substring(PLAIN.length()) : stored;
  }
}
