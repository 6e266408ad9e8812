package io.github.xunbang.storage;

/**
 * A room that stores fields with {@link FieldCipher} and finds documents by its keyed hash. When a
 * key is set for the first time, every such bean is asked once at start, under a lease, before
 * anything serves.
 */
public interface PlainFields {

  /**
   * Encrypts what was stored before there was a key and moves what is found by hash to the keyed
   * one. Must be repeatable: a crash may run it again.
   */
  void encrypt();
}
