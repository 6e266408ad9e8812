package io.github.xunbang.storage.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/**
 * A document as it lies in the store: BSON, never changed. Each reader decodes a copy of its own,
 * and only the fields it asked for; a commit copies bytes.
 */
final class StoredDocument {

  private final byte[] bson;

  StoredDocument(byte[] bson) {
    this.bson = bson;
  }

  static StoredDocument of(Document document) {
    ByteBuf out = Unpooled.buffer(1024);
    BsonEncoder.encodeDocument(document, out);
    return new StoredDocument(Arrays.copyOf(out.array(), out.readableBytes()));
  }

  Document decode(FieldTree wanted) {
    ByteBuf in = Unpooled.wrappedBuffer(bson);
    return wanted.isWhole() ? BsonDecoder.decodeBson(in) : PartialBson.decode(in, wanted);
  }

  byte[] bson() {
    return bson;
  }
}
