package io.github.xunbang.storage.embedded;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Stores documents as BSON. H2's default is Java serialization, which is several times larger and
 * slower.
 */
final class DocumentType extends BasicDataType<StoredDocument> {

  /** An object, an array and their references, besides the bytes. */
  private static final int OBJECT_BYTES = 48;

  @Override
  public int getMemory(StoredDocument document) {
    return OBJECT_BYTES + document.bson().length;
  }

  @Override
  public void write(WriteBuffer out, StoredDocument document) {
    out.putVarInt(document.bson().length);
    out.put(document.bson());
  }

  @Override
  public StoredDocument read(ByteBuffer in) {
    byte[] bson = new byte[DataUtils.readVarInt(in)];
    in.get(bson);
    return new StoredDocument(bson);
  }

  @Override
  public StoredDocument[] createStorage(int size) {
    return new StoredDocument[size];
  }
}
