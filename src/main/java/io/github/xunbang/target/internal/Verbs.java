package io.github.xunbang.target.internal;

import java.util.List;

/** The words that may follow 目标 at once. */
final class Verbs {

  static final String SPLIT = "分解";
  static final String CHECK = "检查";
  static final String CANCEL = "取消";
  static final String HISTORY = "记录";
  static final String IMPORT = "导入";
  static final String LIST = "清单";

  private static final List<String> ALL = List.of(SPLIT, CHECK, CANCEL, HISTORY, IMPORT, LIST);

  private Verbs() {}

  /** The verb that {@code input} begins with, or an empty text. */
  static String of(String input) {
    return ALL.stream().filter(input::startsWith).findFirst().orElse("");
  }
}
