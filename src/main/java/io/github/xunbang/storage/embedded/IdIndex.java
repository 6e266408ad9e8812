package io.github.xunbang.storage.embedded;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The unique index on {@code _id} as a view of the collection's own map, whose key is the {@code
 * _id} already. Nothing is stored twice, so a scan and a look-up by {@code _id} can never disagree.
 */
final class IdIndex extends AbstractUniqueIndex<Object> {

  private final MVMap<Object, StoredDocument> documents;

  IdIndex(String name, List<IndexKey> keys, MVMap<Object, StoredDocument> documents) {
    super(name, keys, false);
    this.documents = documents;
  }

  /** The key under which a document with {@code id} is stored; 1 and 1.0 are the same. */
  static Object keyOf(@Nullable Object id) {
    return Missing.ofNullable(
        new KeyValue(java.util.Collections.singletonList(id)).normalized().get(0));
  }

  @Override
  protected @Nullable Object getPosition(KeyValue key) {
    Object position = Missing.ofNullable(key.get(0));
    return documents.containsKey(position) ? position : null;
  }

  /** Adds nothing: storing the document has made it findable. */
  @Override
  public synchronized void add(
      Document document, Object position, MongoCollection<Object> collection) {
    requireNonNull(documents.get(position), "a document is stored before it is indexed");
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, Object position) {
    throw new UnsupportedOperationException("The _id of a document never changes");
  }

  /** Only finds it: the collection removes the document, and with it this entry. */
  @Override
  protected @Nullable Object removeDocument(KeyValue key) {
    return getPosition(key);
  }

  @Override
  protected Iterable<Entry<KeyValue, Object>> getIterable() {
    return () ->
        documents.keyList().stream()
            .<Map.Entry<KeyValue, Object>>map(
                key -> new SimpleImmutableEntry<>(new KeyValue(key), key))
            .iterator();
  }

  @Override
  public long getCount() {
    return documents.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }
}
