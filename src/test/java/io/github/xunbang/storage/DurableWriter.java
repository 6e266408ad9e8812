package io.github.xunbang.storage;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The victim of {@link DurabilityIT}: writes over the wire from many threads, prints every
 * acknowledged id and waits to be killed. Arguments: folder, name of the run, threads.
 */
final class DurableWriter {

  private DurableWriter() {}

  @SuppressWarnings("resource") // Only SIGKILL ends this process.
  public static void main(String[] args) {
    var db = EmbeddedTestDatabase.in(Path.of(args[0]));
    PrintStream acknowledged = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (int thread = 0; thread < Integer.parseInt(args[2]); thread++) {
      String name = args[1] + "-" + thread;
      new Thread(() -> writeForEver(db.template(), name, acknowledged), name).start();
    }
  }

  /** One new document and one guarded change of a growing one, then one printed line. */
  private static void writeForEver(MongoTemplate mongo, String name, PrintStream acknowledged) {
    mongo.insert(new Document("_id", name).append("revision", 0L), "sheets");
    for (long number = 1; ; number++) {
      String id = name + "-" + number;
      mongo.insert(new Document("_id", id).append("text", "日报 意向12 签单2"), "entries");
      Query guarded = Query.query(Criteria.where("_id").is(name).and("revision").is(number - 1));
      Update change = new Update().set("revision", number).set("day" + number % 31, id);
      if (mongo.updateFirst(guarded, change, "sheets").getModifiedCount() != 1) {
        throw new IllegalStateException("The guarded update of " + id + " found nothing");
      }
      acknowledged.println(id);
    }
  }
}
