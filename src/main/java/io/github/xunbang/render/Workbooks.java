package io.github.xunbang.render;

import java.util.List;

/** Makes xlsx files. */
public interface Workbooks {

  /** The bytes of a file with these sheets in order; the same sheets give the same cells. */
  byte[] xlsx(List<Sheet> sheets);
}
