package io.github.xunbang.storage.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection over a map of BSON. Stored documents never change, so reads need no lock and see
 * every document either before or after an update; changes run one after the other.
 */
final class DocumentCollection extends AbstractMongoCollection<Object> {

  private static final String ID = "_id";

  private final MVMap<Object, StoredDocument> documents;
  private volatile @Nullable IdIndex byId;

  DocumentCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, StoredDocument> documents,
      CursorRegistry cursors) {
    super(database, name, options, cursors);
    this.documents = documents;
  }

  @Override
  public void addIndex(Index<Object> index) {
    super.addIndex(index);
    if (index instanceof IdIndex idIndex) {
      byId = idIndex;
    }
  }

  /** Finds by {@code _id} even when the query has more conditions, such as a revision. */
  @Override
  protected QueryResult queryDocuments(
      @Nullable Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    Document conditions = query == null ? new Document() : query;
    @Nullable Iterable<Object> positions = positions(conditions);
    if (positions == null) {
      return matchDocuments(conditions, orderBy, skip, limit, batchSize, fields);
    }
    FieldTree wanted = FieldTree.of(conditions, orderBy, fields);
    Stream<Document> found =
        StreamSupport.stream(positions.spliterator(), false)
            .map(documents::get)
            .filter(Objects::nonNull)
            .map(stored -> stored.decode(wanted));
    return matchDocumentsFromStream(
        found, besidesId(conditions), orderBy, skip, limit, batchSize, fields);
  }

  private @Nullable Iterable<Object> positions(Document query) {
    IdIndex index = byId;
    if (index == null || !query.containsKey(ID)) {
      return null;
    }
    Document id = new Document(ID, query.get(ID));
    return index.canHandle(id) ? index.getPositions(id) : null;
  }

  /** Comparing each document with a long list of ids again would cost the square of its length. */
  private static Document besidesId(Document query) {
    if (!isText(query.get(ID)) && !isListOfTexts(query.get(ID))) {
      return query;
    }
    Document rest = new Document(query);
    rest.remove(ID);
    return rest;
  }

  private static boolean isListOfTexts(@Nullable Object id) {
    return id instanceof Map<?, ?> expression
        && expression.size() == 1
        && expression.get("$in") instanceof Collection<?> ids
        && ids.stream().allMatch(DocumentCollection::isText);
  }

  private static boolean isText(@Nullable Object id) {
    return id instanceof String;
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    FieldTree wanted = FieldTree.of(query, orderBy, fields);
    Stream<StoredDocument> stored =
        isNaturalDescending(orderBy)
            // A copy, because a stream that knows its size may not grow while it is sorted.
            ? new ArrayList<>(documents.entrySet())
                .stream()
                    .sorted((a, b) -> ValueComparator.desc().compare(a.getKey(), b.getKey()))
                    .map(Map.Entry::getValue)
            : documents.values().stream();
    Stream<Document> all = stored.map(document -> document.decode(wanted));
    return matchDocumentsFromStream(all, query, orderBy, skip, limit, batchSize, fields);
  }

  @Override
  protected @Nullable Document getDocument(Object position) {
    StoredDocument stored = documents.get(position);
    return stored == null ? null : stored.decode(FieldTree.EVERYTHING);
  }

  @Override
  protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
    return documents.entrySet().stream()
        .map(
            entry ->
                new DocumentWithPosition<>(
                    entry.getValue().decode(FieldTree.EVERYTHING), entry.getKey()));
  }

  @Override
  protected Object addDocumentInternal(Document document) {
    Object key =
        getIdField() == null ? UUID.randomUUID() : IdIndex.keyOf(document.get(getIdField()));
    if (documents.putIfAbsent(key, StoredDocument.of(document)) != null) {
      throw new IllegalStateException("A document with key " + key + " is already in " + this);
    }
    return key;
  }

  @Override
  protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
    documents.put(position, StoredDocument.of(newDocument));
  }

  @Override
  protected void removeDocument(Object position) {
    if (documents.remove(position) == null) {
      throw new NoSuchElementException("No document with key " + position);
    }
  }

  @Override
  public int count() {
    return documents.size();
  }

  @Override
  public boolean isEmpty() {
    return documents.isEmpty();
  }

  /** The sum of sizes is nowhere used and would cost a second changed map with every write. */
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int sizeDelta) {
    throw new UnsupportedOperationException("Sizes are not tracked");
  }

  @Override
  protected int getDataSize() {
    return (int) documents.values().stream().mapToLong(stored -> stored.bson().length).sum();
  }

  @Override
  public synchronized void addDocument(Document document) {
    super.addDocument(document);
  }

  @Override
  public synchronized List<Document> insertDocuments(List<Document> added, boolean ordered) {
    return super.insertDocuments(added, ordered);
  }

  @Override
  public synchronized Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters arrayFilters,
      boolean multi,
      boolean upsert,
      Oplog oplog) {
    return super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
  }

  @Override
  public synchronized Document findAndModify(Document command) {
    return super.findAndModify(command);
  }

  @Override
  public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
    return super.deleteDocuments(selector, limit, oplog);
  }

  @Override
  public synchronized void removeDocument(Document document) {
    super.removeDocument(document);
  }
}
