package io.github.xunbang.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.storage.embedded.DataFolderInUseException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class EmbeddedDatabaseIT {

  @Document("sheets")
  record Sheet(
      @Id String id,
      long revision,
      BigDecimal amount,
      Instant at,
      Map<String, List<String>> days) {}

  @TempDir Path folder;

  @Test
  void keepsDocumentsExactlyOverAReopening() {
    Sheet sheet =
        new Sheet(
            "o1|张敏|2026-12",
            1,
            new BigDecimal("35000.10"),
            Instant.parse("2026-12-03T01:02:03.456Z"),
            Map.of("03", List.of("意向", "签单")));
    try (var db = EmbeddedTestDatabase.in(folder)) {
      db.template().insert(sheet);
    }

    try (var db = EmbeddedTestDatabase.in(folder)) {
      assertThat(db.template().findById(sheet.id(), Sheet.class)).isEqualTo(sheet);
      assertThat(db.template().findAll(Sheet.class)).containsExactly(sheet);
      assertThat(db.template().getCollection("sheets").find().first().get("amount"))
          .isEqualTo(Decimal128.parse("35000.10"));
    }
  }

  @Test
  void isUniqueByIdAlsoAfterAReopening() {
    try (var db = EmbeddedTestDatabase.in(folder)) {
      db.template().insert(sheet("a", 1));
    }

    try (var db = EmbeddedTestDatabase.in(folder)) {
      assertThatThrownBy(() -> db.template().insert(sheet("a", 2)))
          .isInstanceOf(DuplicateKeyException.class);
      db.template().remove(Query.query(Criteria.where("_id").is("a")), Sheet.class);
      db.template().insert(sheet("a", 3));
      assertThat(db.template().findAll(Sheet.class))
          .extracting(Sheet::revision)
          .containsExactly(3L);
    }
  }

  @Test
  void updatesOnlyTheExpectedRevision() {
    try (var db = EmbeddedTestDatabase.inMemory()) {
      MongoTemplate mongo = db.template();
      mongo.insert(sheet("a", 1));
      Query guarded = Query.query(Criteria.where("_id").is("a").and("revision").is(1L));

      long first =
          mongo
              .updateFirst(guarded, new Update().inc("revision", 1), Sheet.class)
              .getModifiedCount();
      long second =
          mongo
              .updateFirst(guarded, new Update().inc("revision", 1), Sheet.class)
              .getModifiedCount();

      assertThat(List.of(first, second)).containsExactly(1L, 0L);
    }
  }

  @Test
  void findsByAListOfIds() {
    try (var db = EmbeddedTestDatabase.inMemory()) {
      db.template().insertAll(List.of(sheet("a", 1), sheet("b", 1), sheet("c", 2)));

      List<Sheet> found =
          db.template()
              .find(
                  Query.query(Criteria.where("_id").in("a", "c", "x").and("revision").is(2L)),
                  Sheet.class);

      assertThat(found).extracting(Sheet::id).containsExactly("c");
    }
  }

  @Test
  void tellsASecondUserOfTheFolderWhichFolderAndWhatToDo() {
    try (var db = EmbeddedTestDatabase.in(folder)) {
      assertThat(db.template()).isNotNull();

      assertThatThrownBy(() -> EmbeddedTestDatabase.in(folder))
          .isInstanceOf(DataFolderInUseException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("--xunbang.data-dir=");
    }
  }

  private static Sheet sheet(String id, long revision) {
    return new Sheet(id, revision, BigDecimal.ONE, Instant.EPOCH, Map.of());
  }
}
