package io.github.xunbang.organization;

/** Something a manager sets in chat by 设置; rooms register their own as beans. */
public interface Setting {

  /**
   * The name people type, Chinese, without blanks; also the key in {@link Organization#settings()}.
   */
  String name();

  /** What it is for and what values look like, one short Chinese line. */
  String description();

  /** The value in force, as shown to people. */
  String show(Organization organization);

  /**
   * Checks what was typed and returns the text to store.
   *
   * @throws io.github.xunbang.command.CommandRejectedException with a line to type instead
   */
  String parse(String typed);
}
