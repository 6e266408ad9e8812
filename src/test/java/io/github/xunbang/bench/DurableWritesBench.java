package io.github.xunbang.bench;

import com.mongodb.client.MongoCollection;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Durable acknowledgements of the embedded database alone, beside the bare cost of the disk. */
class DurableWritesBench {

  private static final int WRITES = 6_000;
  private static final int DOCUMENTS = 2_000;

  @TempDir Path folder;

  @Test
  void acknowledgementsPerSecond() throws Exception {
    long[] sync = syncNanos();
    System.out.printf(
        "DISK 64 KB write and fsync: p50 %.2f ms, p99 %.2f ms%n",
        sync[sync.length / 2] / 1e6, sync[sync.length * 99 / 100] / 1e6);
    try (var db = EmbeddedTestDatabase.in(folder)) {
      MongoCollection<Document> sheets = db.template().getCollection("sheets");
      for (int i = 0; i < DOCUMENTS; i++) {
        sheets.insertOne(new Document("_id", "s" + i).append("n", 0L).append("e", List.of()));
      }
      Measured.closedLoop("warm-up", 32, 0, 2 * WRITES, i -> push(sheets, i));
      for (int writers : List.of(1, 16, 32, 64, 32)) {
        String name = "durable updates, " + writers + " writers";
        System.out.println(Measured.closedLoop(name, writers, 0, WRITES, i -> push(sheets, i)));
      }
      System.out.println(
          Measured.closedLoop(
              "reads by _id, 16 readers",
              16,
              0,
              WRITES,
              i -> sheets.find(new Document("_id", "s" + i % DOCUMENTS)).first()));
      System.out.printf("FILE %d KB%n", Files.size(folder.resolve("xunbang.mv.db")) / 1024);
    }
  }

  private static void push(MongoCollection<Document> sheets, int number) {
    sheets.updateOne(
        new Document("_id", "s" + number * 7919L % DOCUMENTS),
        new Document("$inc", new Document("n", 1L))
            .append(
                "$push",
                new Document(
                    "e", new Document("mid", "m" + number).append("text", "日报 意向12 签单2"))));
  }

  private long[] syncNanos() throws Exception {
    long[] nanos = new long[300];
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("sync"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer block = ByteBuffer.allocate(64 * 1024);
      for (int i = 0; i < nanos.length; i++) {
        file.write(block.clear(), (i % 64) * 65536L);
        long start = System.nanoTime();
        file.force(true);
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    return nanos;
  }
}
