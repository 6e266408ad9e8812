package io.github.xunbang.leave;

/** How much of a day somebody is away. */
public enum DayPart {
  DAY(""),
  MORNING("上午"),
  AFTERNOON("下午");

  private final String word;

  DayPart(String word) {
    this.word = word;
  }

  /** 上午 or 下午 for people; empty for the whole day. */
  public String word() {
    return word;
  }
}
