package io.github.xunbang.storage.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database over the store: one map of documents per collection, and nothing else to keep. */
final class DocumentDatabase extends AbstractSynchronizedMongoDatabase<Object> {

  /** How the backend recognises databases in the store; the same as in H2Database. */
  private static final String DOCUMENTS = "databases.";

  private static final String META = "meta.";

  private final MVStore store;

  DocumentDatabase(String name, MVStore store, CursorRegistry cursors) {
    super(name, cursors);
    this.store = store;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    return new DocumentCollection(this, name, options, documents(name), cursorRegistry);
  }

  private MVMap<Object, StoredDocument> documents(String collection) {
    return store.openMap(
        DOCUMENTS + getFullCollectionNamespace(collection),
        new MVMap.Builder<Object, StoredDocument>().valueType(new DocumentType()));
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String indexName, List<IndexKey> keys, boolean sparse) {
    if (keys.size() != 1 || !keys.get(0).getKey().equals("_id")) {
      throw new MongoServerException(
          "The embedded database is unique by _id only; refused: unique index " + indexName);
    }
    return new IdIndex(indexName, keys, documents(collection));
  }

  @Override
  public void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    store.removeMap(DOCUMENTS + getFullCollectionNamespace(name));
  }

  @Override
  public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
    throw new MongoServerException("The embedded database does not rename collections");
  }

  @Override
  protected long getStorageSize() {
    return store.getFileStore() == null ? 0 : store.getFileStore().size();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }
}
