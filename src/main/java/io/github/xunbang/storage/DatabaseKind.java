package io.github.xunbang.storage;

/**
 * Which server is behind the {@code MongoTemplate}. Nearly nobody needs to know; it matters where
 * one server can do by an index what the other must do in memory (design section 11).
 */
public enum DatabaseKind {
  /**
   * The one in this process: this instance sees every change itself, and only {@code _id} is
   * indexed.
   */
  EMBEDDED,
  /** A MongoDB server that other instances may use as well. */
  SERVER
}
