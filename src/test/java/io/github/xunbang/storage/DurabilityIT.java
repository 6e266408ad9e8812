package io.github.xunbang.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.storage.embedded.EmbeddedDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** SIGKILL at random moments under load: what was acknowledged is there, by scan and by _id. */
class DurabilityIT {

  private static final int KILLS = 3;
  private static final int THREADS = 16;

  @TempDir Path folder;

  @Test
  void losesNothingAcknowledgedWhenKilledAtAnyMoment() throws IOException {
    Random random = new Random(20261203);
    List<String> acknowledged = new ArrayList<>();
    for (int run = 0; run < KILLS; run++) {
      acknowledged.addAll(writeAndKill("r" + run, 200 + random.nextInt(1500)));
      assertEverythingIsThere(acknowledged);
    }

    System.out.printf(
        "DurabilityIT: %d acknowledged reports over %d kills, file %d KB%n",
        acknowledged.size(), KILLS, Files.size(folder.resolve(EmbeddedDatabase.FILE)) / 1024);
  }

  /** Starts the writer, kills it after {@code lines} acknowledgements, returns all it printed. */
  private List<String> writeAndKill(String run, int lines) throws IOException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DurableWriter.class.getName(),
                folder.toString(),
                run,
                Integer.toString(THREADS))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> printed = new ArrayList<>();
    try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
      String line;
      while ((line = out.readLine()) != null) {
        if (line.startsWith(run + "-")) {
          printed.add(line);
        }
        if (printed.size() == lines) {
          // Not Process.destroyForcibly, which would close the pipe before it is read out.
          writer.toHandle().destroyForcibly();
        }
      }
    } finally {
      writer.destroyForcibly().onExit().join();
    }
    assertThat(printed).hasSizeGreaterThanOrEqualTo(lines);
    return printed;
  }

  private void assertEverythingIsThere(List<String> acknowledged) {
    try (var db = EmbeddedTestDatabase.in(folder)) {
      MongoTemplate mongo = db.template();
      Set<String> scanned = new HashSet<>();
      mongo.findAll(Document.class, "entries").forEach(it -> scanned.add(it.getString("_id")));
      assertThat(scanned).containsAll(acknowledged);
      assertThat(foundById(mongo, acknowledged)).containsAll(acknowledged);
      Map<String, Long> last = new HashMap<>();
      for (String id : acknowledged) {
        int cut = id.lastIndexOf('-');
        last.merge(id.substring(0, cut), Long.parseLong(id.substring(cut + 1)), Math::max);
      }
      last.forEach(
          (sheet, number) -> assertThat(revision(mongo, sheet)).isGreaterThanOrEqualTo(number));
    }
  }

  private static Set<String> foundById(MongoTemplate mongo, List<String> ids) {
    Set<String> found = new HashSet<>();
    for (int from = 0; from < ids.size(); from += 1000) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + 1000));
      Query byId = Query.query(Criteria.where("_id").in(some));
      mongo.find(byId, Document.class, "entries").forEach(it -> found.add(it.getString("_id")));
    }
    return found;
  }

  private static long revision(MongoTemplate mongo, String sheet) {
    Document found = mongo.findById(sheet, Document.class, "sheets");
    return found == null ? -1 : found.getLong("revision");
  }
}
