package io.github.xunbang.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartialBsonTest {

  /** One field of every kind stands before the wanted ones, so that each must be stepped over. */
  private final Document document =
      new Document("_id", "a")
          .append("text", "张敏")
          .append("double", 1.5)
          .append("int", 1)
          .append("long", 2L)
          .append("decimal", new Decimal128(new BigDecimal("3.10")))
          .append("yes", true)
          .append("none", null)
          .append("at", Instant.EPOCH)
          .append("object", new ObjectId())
          .append("uuid", UUID.randomUUID())
          .append("data", new BinData(new byte[] {1, 2, 3}))
          .append("list", List.of(1, new Document("a", 2)))
          .append("days", new Document("03", new Document("v", 1).append("e", List.of("x"))))
          .append("sums", new Document("x1", new Document("k", 5)).append("m", 7));

  @Test
  void decodesEverythingWithoutAProjection() {
    assertThat(decode(null)).isEqualTo(document);
  }

  @Test
  void decodesOnlyTheWantedPathsAndWhatTheQueryCompares() {
    Document partial = decode(new Document("sums.m", 1).append("days.03.v", true));

    assertThat(partial)
        .isEqualTo(
            new Document("_id", "a")
                .append("int", 1)
                .append("days", new Document("03", new Document("v", 1)))
                .append("sums", new Document("m", 7)));
  }

  @Test
  void aWholeFieldWinsOverAPathInsideIt() {
    Document partial = decode(new Document("sums", 1).append("sums.m", 1));

    assertThat(partial.get("sums")).isEqualTo(document.get("sums"));
  }

  @Test
  void decodesEverythingForAnExclusionOrAnOperator() {
    assertThat(decode(new Document("text", 0))).isEqualTo(document);
    assertThat(decode(new Document("list", new Document("$slice", 1)))).isEqualTo(document);
    FieldTree either = FieldTree.of(new Document("$or", List.of()), null, new Document("text", 1));
    assertThat(StoredDocument.of(document).decode(either)).isEqualTo(document);
  }

  private Document decode(Document projection) {
    FieldTree wanted = FieldTree.of(new Document("int", 1), null, projection);
    return StoredDocument.of(document).decode(wanted);
  }
}
