package io.github.xunbang.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.github.xunbang.storage.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Freed space is used again: the file follows the live data, not the number of changes. */
class FileGrowthIT {

  private static final int DOCUMENTS = 200;
  private static final int DOCUMENT_BYTES = 10_000;
  private static final int WRITERS = 16;
  private static final int CHANGES_EACH = 300;
  private static final long LIVE = (long) DOCUMENTS * DOCUMENT_BYTES;

  /** Below this size nobody tidies up. */
  private static final long SMALL_FILE = 8L << 20;

  @TempDir Path folder;

  @Test
  void theFileStaysSmallHoweverOftenTheSameDocumentsChange() throws Exception {
    List<Long> sizes = new ArrayList<>();
    try (var db = EmbeddedTestDatabase.in(folder)) {
      MongoCollection<Document> sheets = db.template().getCollection("sheets");
      for (int i = 0; i < DOCUMENTS; i++) {
        String text = Integer.toString(i).repeat(DOCUMENT_BYTES).substring(0, DOCUMENT_BYTES);
        sheets.insertOne(new Document("_id", i).append("text", text).append("n", 0));
      }

      changeAll(sheets, sizes);
      await().atMost(Duration.ofSeconds(30)).until(() -> size() <= SMALL_FILE + 2 * LIVE);
    }

    assertThat(sizes).allSatisfy(size -> assertThat(size).isLessThan(SMALL_FILE + 8 * LIVE));
    System.out.printf(
        "FileGrowthIT: %d MB of documents changed, %d MB live, file at most %d MB, at rest %d MB%n",
        WRITERS * CHANGES_EACH * DOCUMENT_BYTES >> 20,
        LIVE >> 20,
        sizes.stream().mapToLong(it -> it).max().orElse(0) >> 20,
        size() >> 20);
    assertNothingIsMissing();
  }

  private void changeAll(MongoCollection<Document> sheets, List<Long> sizes) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    List<Callable<Void>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int first = writer;
      writers.add(
          () -> {
            for (int change = 0; change < CHANGES_EACH; change++) {
              Document one = new Document("_id", (first + change * 31) % DOCUMENTS);
              sheets.updateOne(one, new Document("$inc", new Document("n", 1)));
              if (first == 0 && change % 10 == 0) {
                sizes.add(size());
              }
            }
            return null;
          });
    }
    for (Future<Void> done : pool.invokeAll(writers)) {
      done.get();
    }
    pool.shutdown();
  }

  private void assertNothingIsMissing() {
    try (var db = EmbeddedTestDatabase.in(folder)) {
      int changes = 0;
      int documents = 0;
      for (Document sheet : db.template().getCollection("sheets").find()) {
        assertThat(sheet.getString("text")).hasSize(DOCUMENT_BYTES);
        changes += sheet.getInteger("n");
        documents++;
      }
      assertThat(List.of(documents, changes)).containsExactly(DOCUMENTS, WRITERS * CHANGES_EACH);
    }
  }

  private long size() {
    try {
      return Files.size(folder.resolve(EmbeddedDatabase.FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
