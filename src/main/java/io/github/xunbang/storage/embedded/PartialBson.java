package io.github.xunbang.storage.embedded;

import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_EMBEDDED_DOCUMENT;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;

/** Decodes some fields of a BSON document and steps over the rest. */
final class PartialBson {

  private PartialBson() {}

  static Document decode(ByteBuf in, FieldTree wanted) {
    Document document = new Document();
    in.skipBytes(Integer.BYTES);
    for (byte type = in.readByte(); type != 0; type = in.readByte()) {
      String name = BsonDecoder.decodeCString(in);
      FieldTree child = wanted.child(name);
      if (child == null) {
        skip(in, type);
      } else if (child.isWhole() || type != TYPE_EMBEDDED_DOCUMENT) {
        document.put(name, BsonDecoder.decodeValue(type, in));
      } else {
        document.put(name, decode(in, child));
      }
    }
    return document;
  }

  private static void skip(ByteBuf in, byte type) {
    switch (type) {
      case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
          in.skipBytes(in.getIntLE(in.readerIndex()));
      case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE ->
          in.skipBytes(Integer.BYTES + in.getIntLE(in.readerIndex()));
      case BsonConstants.TYPE_DATA ->
          in.skipBytes(Integer.BYTES + 1 + in.getIntLE(in.readerIndex()));
      default -> BsonDecoder.decodeValue(type, in);
    }
  }
}
