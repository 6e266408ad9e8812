package io.github.xunbang.ranking;

/** A word after 排名 that asks for another form of the board. */
public enum BoardView {
  /** 分档: who is in which attainment bucket (S-69, S-70). */
  BUCKETS,
  /** 编外: the board of guests (S-26). */
  GUESTS,
  /** 全部: every row, in private only. */
  ALL
}
