package io.github.xunbang.storage;

/** A stored document whose revision grows with every write, for {@link GuardedDocuments}. */
public interface GuardedDocument {

  /** The document's {@code _id}. */
  String id();

  /** 1 after the first write, one more after each further one. */
  long revision();
}
